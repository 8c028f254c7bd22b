//! A page without notes: what goes here, and how.

use leptos::prelude::*;

/// What a page without notes says.
#[component]
pub(super) fn NoNotes() -> impl IntoView {
    view! {
        <section class="empty" aria-labelledby="empty-title">
            <h2 id="empty-title">"There are no notes in this page yet"</h2>
            <p>
                "Skillreel reads Markdown notes of videos and shows which skills they name, at \
                 which level of seniority, and when it was said."
            </p>
            <p>
                "Put notes into the folder " <code>"notes"</code> " and build the page again, or \
                 make a page from any folder: "
                <code>"skillreel pack FOLDER --output page.html"</code>
            </p>
        </section>
    }
    .into_any()
}
