//! The dialog in which notes are added.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::ui::widgets::dialog::TitledDialog;

use super::chooser::Chooser;
use super::note_import::note_import;
use super::paste_field::PasteField;

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
    let note_import = note_import();
    let try_example = move |_| {
        close.run(());
        note_import.try_example();
    };
    view! {
        <TitledDialog dialog id="add-title" title="Add notes">
            <p>"Markdown files, transcripts (.vtt, .srt), ladders (.csv, .xlsx, .html), a folder or a zip of them: choose them here, or drop them anywhere on the page."</p>
            <Chooser on_chosen=close/>
            <PasteField on_taken=close/>
            <p>
                <button type="button" class="button" data-anchor="example-ladder" on:click=try_example>
                    "Try it with an example ladder"
                </button>
            </p>
            <p class="quiet">"They are read on this machine and go nowhere else."</p>
        </TitledDialog>
    }
    .into_any()
}
