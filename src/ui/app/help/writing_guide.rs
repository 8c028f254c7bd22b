//! How notes are written, as `docs/WRITING.md` says it: in the page, so that it is there without a network.

use std::sync::Arc;

use leptos::prelude::*;

use crate::note::Note;
use crate::ui::note::text::drawn_pieces::NotePieces;
use crate::ui::note::text::render::Renderer;
use crate::ui::state::library::Library;

/// The page for authors.
const GUIDE: &str = include_str!("../../../../docs/WRITING.md");

/// How notes are written; drawn once somebody unfolds it.
#[component]
pub fn WritingGuide() -> impl IntoView {
    let is_wanted = RwSignal::new(false);
    let body = move || {
        is_wanted.get().then(|| {
            let note = Note::read("WRITING.md", GUIDE);
            // It links to no note of the reader's.
            let none = Arc::<Library>::default();
            let body = Renderer::whole(&none, &note).units(NotePieces::of(&note).all());
            view! { <div class="note-body">{body}</div> }.into_any()
        })
    };
    view! {
        <details class="writing-guide" data-anchor="writing-guide" on:toggle=move |_| is_wanted.set(true)>
            <summary>"How notes are written"</summary>
            {body}
        </details>
    }
    .into_any()
}
