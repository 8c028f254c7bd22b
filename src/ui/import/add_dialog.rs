//! The dialog in which notes are added.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::ui::widgets::dialog::TitledDialog;

use super::chooser::Chooser;

/// The dialog in which notes are added.
#[component]
pub fn AddDialog(
    /// The dialog's element.
    dialog: NodeRef<Dialog>,
) -> impl IntoView {
    let close = Callback::new(move |()| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    });
    view! {
        <TitledDialog dialog id="add-title" title="Add notes">
            <p>"Markdown files, a folder of them, or a zip: choose them here, or drop them anywhere on the page."</p>
            <Chooser on_chosen=close/>
            <p class="quiet">"They are read on this machine and go nowhere else."</p>
        </TitledDialog>
    }
    .into_any()
}
