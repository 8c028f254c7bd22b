//! Says that notes of the reader's own are shown, how long they last, and how to be rid of them.

use leptos::prelude::*;

use crate::ui::widgets::fresh::fresh;

use super::note_import::{NotesOrigin, note_import};

/// Says that notes of the reader's own are shown.
#[component]
pub fn OwnNotesNotice() -> impl IntoView {
    let note_import = note_import();
    let page_has_notes = note_import.state.with_value(|state| state.collection.page_has_notes());
    let back = if page_has_notes { "Back to the page’s own notes" } else { "Put them away" };
    fresh(
        move || note_import.origin.get(),
        move |origin| {
            let text = match origin {
            NotesOrigin::Page => return ().into_any(),
            NotesOrigin::Kept => {
                "Notes of your own are shown. They are kept in this browser, on this machine only."
                    .to_owned()
            }
            NotesOrigin::Tab(None) => {
                "Notes of your own are shown. These notes last for this tab only, because the \
                 browser keeps nothing for this page."
                    .to_owned()
            }
            NotesOrigin::Tab(Some(why)) => [
                "Notes of your own are shown. These notes last for this tab only: the browser \
                 could not keep them (",
                &why,
                ").",
            ]
            .concat(),
        };
            view! {
                <div class="notice own-notes" data-anchor="notice">
                    <p>{text}</p>
                    <button type="button" class="button" on:click=move |_| note_import.put_away()>
                        {back}
                    </button>
                </div>
            }
            .into_any()
        },
    )
}
