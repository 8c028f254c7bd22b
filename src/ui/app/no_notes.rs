//! A page without notes: what goes here, and how.

use leptos::prelude::*;

use crate::ui::import::add::chooser::Chooser;

/// What a page without notes says.
#[component]
pub fn NoNotes() -> impl IntoView {
    view! {
        <section class="empty" aria-labelledby="empty-title">
            <h2 id="empty-title">"There are no notes in this page yet"</h2>
            <p>
                "Skillreel reads Markdown notes of videos and shows which skills they name, at \
                 which level of seniority, and when it was said."
            </p>
            <p>
                "Choose Markdown files, a folder of them or a zip, or drop them anywhere on the \
                 page. They are read on this machine and go nowhere else."
            </p>
            <Chooser/>
            <p class="quiet">
                "To hand out a page with notes in it: "
                <code>"skillreel pack FOLDER --output page.html"</code>
            </p>
        </section>
    }
    .into_any()
}
