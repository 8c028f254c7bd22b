//! A button that hands back a file whose text could not be read in full.

use leptos::prelude::*;

use crate::browser::files::download;
use crate::ui::import::note_import::note_import;

/// Hands back the file at a path as it was; nothing where its text tells all of it.
#[component]
pub fn OriginalFile(
    /// The note's path.
    path: String,
) -> impl IntoView {
    let bytes = note_import().original(&path);
    let Some(bytes) = bytes else { return ().into_any() };
    let refused = RwSignal::new(false);
    let name = path.rsplit('/').next().unwrap_or(&path).to_owned();
    let save = move |_| refused.set(download::save(&name, "text/markdown", &bytes).is_err());
    let said = move || if refused.get() { "The browser does not allow it here." } else { "" };
    view! {
        <p class="origin">
            <button type="button" class="button" on:click=save>"Download the file as it was"</button>
            " " <span role="status" prop:textContent=said></span>
        </p>
    }
    .into_any()
}
