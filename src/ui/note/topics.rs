//! The topics of a note, drawn when somebody asks for them.

use std::sync::Arc;

use leptos::prelude::*;

use crate::note::{Note, NoteId, Section};
use crate::ui::links::topic_link::TopicLink;
use crate::ui::state::library::Library;
use crate::ui::widgets::counting::count;
use crate::ui::widgets::lists::long_list::long_list;

/// How many topics are listed at first, and how many more each time the reader asks.
const TOPICS_AT_A_TIME: usize = 60;

/// The topics of a note, behind their number; at once where the note is the only one.
#[component]
pub fn Topics(
    /// The notes that are shown.
    library: Arc<Library>,
    /// Whose topics are listed.
    note: NoteId,
    /// Whether they are shown from the start.
    open: bool,
) -> impl IntoView {
    let Some(found) = library.vault.note(&note) else { return ().into_any() };
    let number = found.topic_count;
    if number == 0 {
        return ().into_any();
    }
    let list = move || listed(Arc::clone(&library), note.clone());
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
fn listed(library: Arc<Library>, note: NoteId) -> AnyView {
    let topics: Vec<usize> = library
        .vault
        .note(&note)
        .map_or_else(Vec::new, |note| note.topics().map(|(at, _)| at).collect());
    let (total, draw) = (topics.len(), {
        Arc::new(move |place: usize| {
            let topic = topics.get(place).copied();
            let found = library.vault.note(&note).zip(topic);
            let found = found.and_then(|(note, at)| Some((note, at, note.headings().get(at)?)));
            found.map_or_else(|| ().into_any(), |(note, at, section)| item(note, at, section))
        })
    });
    let (items, more) = long_list(total, TOPICS_AT_A_TIME, ("more topic", "more topics"), draw);
    view! {
        <ul class="topics" role="list">{items}</ul>
        {more}
    }
    .into_any()
}

fn item(note: &Note, index: usize, section: &Section) -> AnyView {
    let (id, topic, title) = (note.id.clone(), section.slug.clone(), section.shown_title());
    let number = match note.moments_under(index) {
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
}
