//! A note's outline.

use leptos::prelude::*;

use crate::note::NoteId;

use super::note_link::NoteLink;
use super::shelf::shelf;

/// The fewest sections that make an outline worth its place.
const FEWEST: usize = 3;

/// The most sections that are listed.
const MOST: usize = 200;

/// A note's outline: its headings as links.
#[component]
pub(super) fn Outline(
    /// The note.
    note: NoteId,
) -> impl IntoView {
    let shelf = shelf();
    let Some(note) = shelf.vault.note(&note) else { return ().into_any() };
    let titled: Vec<_> = note.sections().iter().filter(|s| !s.title.is_empty()).collect();
    if titled.len() < FEWEST {
        return ().into_any();
    }
    let top = titled.iter().map(|section| section.rank).min().unwrap_or(1);
    // Of a book only the chapters, or as many of them as one still looks through.
    let is_short = |rank: &u8| titled.iter().filter(|s| s.rank <= *rank).count() <= MOST;
    let deepest = (top..=u8::MAX).take_while(is_short).last().unwrap_or(top);
    let items: Vec<AnyView> = titled
        .into_iter()
        .filter(|section| section.rank <= deepest)
        .take(MOST)
        .map(|section| {
            let depth = section.rank.saturating_sub(top).min(3).to_string();
            let (note, title, slug) =
                (note.id.clone(), section.shown_title(), section.slug.clone());
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
