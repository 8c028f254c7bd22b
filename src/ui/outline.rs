//! A note's outline.

use leptos::prelude::*;

use crate::note::NoteId;

use super::note_link::NoteLink;
use super::shelf::shelf;

/// The fewest sections that make an outline worth its place.
const FEWEST: usize = 3;

/// A note's outline: its headings as links.
#[component]
pub(super) fn Outline(
    /// The note.
    note: NoteId,
) -> impl IntoView {
    let shelf = shelf();
    let Some(note) = shelf.vault.note(&note) else { return ().into_any() };
    let titled: Vec<_> = note.sections.iter().filter(|s| !s.title.is_empty()).collect();
    if titled.len() < FEWEST {
        return ().into_any();
    }
    let top = titled.iter().map(|section| section.rank).min().unwrap_or(1);
    let items: Vec<AnyView> = titled
        .into_iter()
        .map(|section| {
            let depth = section.rank.saturating_sub(top).min(3).to_string();
            let (note, title, slug) =
                (note.id.clone(), section.title.clone(), section.slug.clone());
            view! {
                <li data-depth=depth>
                    <NoteLink note section=slug class="outline-link">{title}</NoteLink>
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        <nav class="outline" aria-label="Outline">
            <ol role="list">{items}</ol>
        </nav>
    }
    .into_any()
}
