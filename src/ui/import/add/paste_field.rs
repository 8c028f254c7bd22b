//! The field into which a table is pasted.

use leptos::html::Textarea;
use leptos::prelude::*;

use crate::browser::page::paste::{self, ClipboardContent};

use crate::ui::import::note_import::note_import;

/// The field into which a table is pasted: cells of a sheet, a table of a web page, or Markdown.
#[component]
pub fn PasteField(
    /// What else happens once a table is there.
    on_taken: Callback<()>,
) -> impl IntoView {
    let (note_import, field) = (note_import(), NodeRef::<Textarea>::new());
    let is_none = RwSignal::new(false);
    let take = move |clip: &ClipboardContent| {
        let is_taken = note_import.paste(clip);
        is_none.set(!is_taken);
        if is_taken {
            if let Some(field) = field.get_untracked() {
                field.set_value("");
            }
            on_taken.run(());
        }
        is_taken
    };
    let on_paste = move |event: web_sys::ClipboardEvent| {
        if paste::clip(&event).is_some_and(|clip| take(&clip)) {
            event.prevent_default();
        }
    };
    let show = move |_| {
        let plain = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        take(&ClipboardContent { html: String::new(), plain });
    };
    view! {
        <details class="paste-table">
            <summary>"Paste a table"</summary>
            <label for="paste-table" class="quiet">
                "Cells of a sheet, a table of a web page, or Markdown. It is shown before it is added."
            </label>
            <textarea
                id="paste-table"
                data-anchor="paste-table"
                node_ref=field
                rows="4"
                spellcheck="false"
                on:paste=on_paste
            ></textarea>
            <p role="status" class="quiet">
                {move || is_none.get().then_some("This is no table: expected rows with tabs or bars between their cells.")}
            </p>
            <button type="button" class="button" on:click=show>"Show what it is"</button>
        </details>
    }
    .into_any()
}
