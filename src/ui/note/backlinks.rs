//! Which other notes lead to a note, and which are about the same video.

use std::sync::Arc;

use leptos::prelude::*;

use crate::note::{Note, NoteId};
use crate::ui::links::note_link::NoteLink;
use crate::ui::state::library::Library;
use crate::ui::widgets::counting::count;
use crate::ui::widgets::lists::long_list::long_list;

/// How many notes are listed before the reader asks for the rest.
const NOTES_AT_FIRST: usize = 8;

/// How many of the rest are drawn at a time.
const NOTES_AT_A_TIME: usize = 60;

/// The notes around a note.
#[component]
pub fn Backlinks(
    /// The notes that are shown.
    library: Arc<Library>,
    /// To which the listed notes link.
    note: NoteId,
) -> impl IntoView {
    let vault = &library.vault;
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
    let named = |note: &&Note| (note.id.clone(), note.title.clone());
    let (first, rest) = notes.split_at(notes.len().min(NOTES_AT_FIRST));
    let first: Vec<AnyView> = first.iter().map(named).map(item).collect();
    let rest = (!rest.is_empty()).then(|| {
        let more = ["and ", &count(rest.len(), "more", "more")].concat();
        let rest: Arc<[_]> = rest.iter().map(named).collect();
        // Thousands may link here: they are drawn once somebody asks.
        let wanted = RwSignal::new(false);
        let list = move || {
            wanted.get().then(|| {
                let rest = Arc::clone(&rest);
                let total = rest.len();
                let draw = Arc::new(move |place: usize| {
                    rest.get(place).cloned().map_or_else(|| ().into_any(), item)
                });
                let (items, more) =
                    long_list(total, NOTES_AT_A_TIME, ("more note", "more notes"), draw);
                view! { <ul role="list">{items}</ul> {more} }.into_any()
            })
        };
        view! {
            <details class="more-notes" on:toggle=move |_| wanted.set(true)>
                <summary>{more}</summary>
                {list}
            </details>
        }
        .into_any()
    });
    Some(
        view! {
            <section class="around" data-anchor="around">
                <h3 class="eyebrow">{title}</h3>
                <ul role="list">{first}</ul>
                {rest}
            </section>
        }
        .into_any(),
    )
}

fn item((note, title): (NoteId, String)) -> AnyView {
    view! { <li><NoteLink note class="note-name">{title}</NoteLink></li> }.into_any()
}
