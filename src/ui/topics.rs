//! The topics of a note, drawn when somebody asks for them.

use leptos::prelude::*;

use crate::note::{Note, NoteId};

use super::more_button::MoreButton;
use super::shelf::shelf;
use super::topic_link::TopicLink;
use super::words::count;

/// How many topics are listed at first, and how many more each time the reader asks.
const STEP: usize = 100;

/// The topics of a note, behind their number; at once where the note is the only one.
#[component]
pub(super) fn Topics(
    /// The note.
    note: NoteId,
    /// Whether they are shown from the start.
    open: bool,
) -> impl IntoView {
    let shelf = shelf();
    let Some(found) = shelf.vault.note(&note) else { return ().into_any() };
    let number = found.topic_count;
    if number == 0 {
        return ().into_any();
    }
    let list = move || listed(note.clone(), number);
    if open {
        return list();
    }
    // Hundreds of notes have thousands of topics: a list is drawn the first time it is opened.
    let wanted = RwSignal::new(false);
    view! {
        <details class="note-topics" on:toggle=move |_| wanted.set(true)>
            <summary>{count(number, "topic", "topics")}</summary>
            {move || wanted.get().then(&list)}
        </details>
    }
    .into_any()
}

/// The list of a note's topics, which for a book is drawn in steps.
fn listed(note: NoteId, number: usize) -> AnyView {
    let shelf = shelf();
    let shown = RwSignal::new(STEP);
    let items = {
        let shelf = shelf.clone();
        move || shelf.vault.note(&note).map(|note| items(note, shown.get()))
    };
    let more = move || {
        let rest = number.saturating_sub(shown.get());
        (rest > 0).then(|| {
            let text = ["Show more of ", &count(rest, "more topic", "more topics")].concat();
            let on_more = move |()| shown.update(|shown| *shown += STEP);
            view! { <MoreButton text on_more/> }.into_any()
        })
    };
    view! {
        <ul class="topics" role="list">{items}</ul>
        {more}
    }
    .into_any()
}

fn items(note: &Note, most: usize) -> Vec<AnyView> {
    note.topics()
        .take(most)
        .map(|(index, section)| {
            let (id, topic, title) = (note.id.clone(), section.slug.clone(), section.shown_title());
            let moments = note.claims_under(index).filter(|(_, claim)| !claim.stamps.is_empty());
            let number = match moments.count() {
                0 => String::new(),
                number => number.to_string(),
            };
            let label = ["moments: ", &number].concat();
            let number = (!number.is_empty())
                .then(|| view! { <span class="quiet" title=label>{number}</span> }.into_any());
            view! {
                <li>
                    <TopicLink note=id topic class="note-name">{title}</TopicLink>
                    {number}
                </li>
            }
            .into_any()
        })
        .collect()
}
