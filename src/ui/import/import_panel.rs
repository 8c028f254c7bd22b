//! The place at the foot of the page where it is told how far the adding of notes is, and what came of it. The page
//! can be used meanwhile.

use leptos::prelude::*;

use crate::ui::widgets::late::late_view::late;

use super::add_chunk;
use super::note_import::{ImportPhase, note_import};

/// The place where it is told how far the adding of notes is, and what came of it.
#[component]
pub fn ImportPanel() -> impl IntoView {
    let phase = note_import().phase;
    let spoken = RwSignal::new(String::new());
    // What was drawn once stays: it follows what goes on by itself.
    let has_begun = Memo::new(move |before: Option<&bool>| {
        before.is_some_and(|has_begun| *has_begun) || *phase.read() != ImportPhase::Quiet
    });
    let content = move || {
        has_begun.get().then(|| late(move || Box::pin(add_chunk::add::import_told(spoken))))
    };
    view! {
        <p class="visually-hidden" aria-live="polite" prop:textContent=move || spoken.get()></p>
        {move || content()}
    }
    .into_any()
}
