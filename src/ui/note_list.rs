//! What stands beside the matrix while nothing is open: a hint, and the notes.

use leptos::prelude::*;

use super::note_link::NoteLink;
use super::shelf::shelf;
use super::words::count;

/// The most notes that are listed; the search finds the others.
const MOST: usize = 40;

/// A hint at what can be opened, and the notes.
#[component]
pub(super) fn NoteList() -> impl IntoView {
    let shelf = shelf();
    let notes = shelf.vault.notes();
    if notes.is_empty() {
        return ().into_any();
    }
    let items: Vec<AnyView> = notes
        .iter()
        .take(MOST)
        .map(|note| {
            let moments = note.claims.iter().filter(|claim| !claim.stamps.is_empty()).count();
            let (id, title) = (note.id.clone(), note.title.clone());
            let about = count(moments, "moment", "moments");
            view! {
                <li>
                    <NoteLink note=id class="note-name">{title}</NoteLink>
                    <span class="quiet">{about}</span>
                </li>
            }
            .into_any()
        })
        .collect();
    let more = notes.len().saturating_sub(MOST);
    let more = (more > 0).then(|| {
        let text = ["and ", &count(more, "more", "more"), ": search for their titles"].concat();
        view! { <p class="quiet">{text}</p> }.into_any()
    });
    let heading = if notes.len() == 1 { "The note" } else { "The notes" };
    view! {
        <div class="note-list">
            <p class="hint">
                "Choose a skill to read what was said about it, or a time to watch it."
            </p>
            <h2 class="eyebrow">{heading}</h2>
            <ul role="list">{items}</ul>
            {more}
        </div>
    }
    .into_any()
}
