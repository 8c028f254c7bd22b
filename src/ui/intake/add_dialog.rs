//! The dialog in which notes are added.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::ui::icon::{Icon, icon};

use super::Chooser;

/// The dialog in which notes are added.
#[component]
pub(in crate::ui) fn AddDialog(
    /// The dialog's element.
    dialog: NodeRef<Dialog>,
) -> impl IntoView {
    let close = Callback::new(move |()| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    });
    view! {
        <dialog class="help" node_ref=dialog aria-labelledby="add-title">
            <form method="dialog" class="help-head">
                <h2 id="add-title">"Add notes"</h2>
                <button class="icon-button" title="Close (Esc)" aria-label="Close">
                    {icon(Icon::Close)}
                </button>
            </form>
            <p>"Markdown files, a folder of them, or a zip: choose them here, or drop them anywhere on the page."</p>
            <Chooser on_chosen=close/>
            <p class="quiet">"They are read on this machine and go nowhere else."</p>
        </dialog>
    }
    .into_any()
}
