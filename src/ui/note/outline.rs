//! A note's outline.

use std::sync::Arc;

use leptos::prelude::*;

use crate::note::{Note, NoteId, Section};
use crate::ui::links::note_link::NoteLink;
use crate::ui::state::library::Library;
use crate::ui::widgets::lists::long_list::long_list;

/// The fewest sections that make an outline worth its place.
const FEWEST_SECTIONS: usize = 3;

/// The most sections one still looks through.
const MOST_SECTIONS: usize = 200;

/// How many are drawn at first, and how many more each time the reader asks.
const SECTIONS_AT_A_TIME: usize = 60;

/// A note's outline: its headings as links.
#[component]
pub fn Outline(
    /// The notes that are shown.
    library: Arc<Library>,
    /// Whose headings are listed.
    note: NoteId,
) -> impl IntoView {
    let Some(found) = library.vault.note(&note) else { return ().into_any() };
    let Some((listed, top)) = listed(found) else { return ().into_any() };
    let (total, draw) = (listed.len(), {
        let library = Arc::clone(&library);
        Arc::new(move |place: usize| {
            let section = listed.get(place).copied();
            let found = library.vault.note(&note).zip(section);
            let found = found.and_then(|(note, at)| Some((note, note.headings().get(at)?)));
            found.map_or_else(|| ().into_any(), |(note, section)| item(note, section, top))
        })
    });
    let (items, more) =
        long_list(total, SECTIONS_AT_A_TIME, ("more heading", "more headings"), draw);
    view! {
        <nav class="outline" aria-label="Outline">
            <ol role="list">{items}</ol>
            {more}
        </nav>
    }
    .into_any()
}

/// The sections that are listed, by their places in the note, and the highest rank among them.
fn listed(note: &Note) -> Option<(Vec<usize>, u8)> {
    let titled: Vec<(usize, u8)> =
        note.topics().map(|(place, section)| (place, section.rank)).collect();
    if titled.len() < FEWEST_SECTIONS {
        return None;
    }
    let top = titled.iter().map(|(_, rank)| *rank).min().unwrap_or(1);
    // Of a book only the chapters, or as many of them as one still looks through.
    let is_short = |rank: &u8| {
        titled.iter().filter(|(_, other_rank)| other_rank <= rank).count() <= MOST_SECTIONS
    };
    let deepest = (top..=u8::MAX).take_while(is_short).last().unwrap_or(top);
    let places = titled.into_iter().filter(|(_, rank)| *rank <= deepest);
    Some((places.map(|(place, _)| place).collect(), top))
}

fn item(note: &Note, section: &Section, top: u8) -> AnyView {
    let depth = section.rank.saturating_sub(top).min(3).to_string();
    let (note, title, slug) = (note.id.clone(), section.shown_title(), section.slug.clone());
    view! {
        <li data-depth=depth>
            <NoteLink note section=slug class="outline-link">{title}</NoteLink>
        </li>
    }
    .into_any()
}
