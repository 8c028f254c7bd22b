//! Which other notes lead to a note, and which are about the same video.

use leptos::prelude::*;

use crate::note::{Note, NoteId};

use super::note_link::NoteLink;
use super::shelf::shelf;
use super::words::count;

/// How many notes are listed before the reader asks for the rest.
const FIRST: usize = 8;

/// The notes around a note.
#[component]
pub(super) fn Backlinks(
    /// The note.
    note: NoteId,
) -> impl IntoView {
    let shelf = shelf();
    let vault = &shelf.vault;
    let Some(note) = vault.note(&note) else { return ().into_any() };
    let linking =
        list(&vault.backlinks(&note.id), |n| ["Linked from ", &count(n, "note", "notes")].concat());
    let same = list(&vault.same_video(note), |n| {
        [&count(n, "other note", "other notes"), " of this video"].concat()
    });
    view! { {linking} {same} }.into_any()
}

fn list(notes: &[&Note], title: impl Fn(usize) -> String) -> Option<AnyView> {
    if notes.is_empty() {
        return None;
    }
    let title = title(notes.len());
    let (first, rest) = notes.split_at(notes.len().min(FIRST));
    let rest = (!rest.is_empty()).then(|| {
        let more = ["and ", &count(rest.len(), "more", "more")].concat();
        view! {
            <details class="more-notes">
                <summary>{more}</summary>
                <ul role="list">{items(rest)}</ul>
            </details>
        }
        .into_any()
    });
    Some(
        view! {
            <section class="around">
                <h3 class="eyebrow">{title}</h3>
                <ul role="list">{items(first)}</ul>
                {rest}
            </section>
        }
        .into_any(),
    )
}

fn items(notes: &[&Note]) -> Vec<AnyView> {
    let item = |note: &&Note| {
        let (id, title) = (note.id.clone(), note.title.clone());
        view! { <li><NoteLink note=id class="note-name">{title}</NoteLink></li> }.into_any()
    };
    notes.iter().map(item).collect()
}
