//! What shows that files can be dropped here.

use leptos::prelude::*;

use super::note_import::note_import;

/// What shows that files can be dropped here.
#[component]
pub fn DropOverlay() -> impl IntoView {
    let is_over = note_import().is_over;
    view! {
        <div class="drop-overlay" data-anchor="drop" aria-hidden="true" hidden=move || !is_over.get()>
            <p>"Drop Markdown notes, a folder or a zip"</p>
        </div>
    }
    .into_any()
}
