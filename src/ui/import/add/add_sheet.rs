//! What the dialog holds in which notes are added.

use leptos::prelude::*;

use super::chooser::Chooser;
use super::paste_field::PasteField;
use crate::ui::import::note_import::note_import;

/// What the dialog holds in which notes are added.
#[component]
pub fn AddSheet(
    /// Closes the dialog.
    close: Callback<()>,
) -> impl IntoView {
    let note_import = note_import();
    let try_example = move |_| {
        close.run(());
        note_import.try_example();
    };
    view! {
            <p>"Markdown files, transcripts (.vtt, .srt), ladders (.csv, .xlsx, .html), a folder or a zip of them: choose them here, or drop them anywhere on the page."</p>
            <Chooser on_chosen=close/>
            <PasteField on_taken=close/>
            <p>
                <button type="button" class="button" data-anchor="example-ladder" on:click=try_example>
                    "Try it with an example ladder"
                </button>
            </p>
            <p class="quiet">"They are read on this machine and go nowhere else."</p>
    }
    .into_any()
}
