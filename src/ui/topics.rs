//! The topics of a note, drawn when somebody asks for them.

use leptos::prelude::*;

use crate::note::{Note, NoteId};

use super::shelf::shelf;
use super::topic_link::TopicLink;
use super::words::count;

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
    let number = found.topics().count();
    if number == 0 {
        return ().into_any();
    }
    if open {
        return view! { <ul class="topics" role="list">{items(found)}</ul> }.into_any();
    }
    // Hundreds of notes have thousands of topics: a list is drawn the first time it is opened.
    let wanted = RwSignal::new(false);
    let list = move || {
        let note = wanted.get().then(|| shelf.vault.note(&note)).flatten()?;
        Some(view! { <ul class="topics" role="list">{items(note)}</ul> }.into_any())
    };
    view! {
        <details class="note-topics" on:toggle=move |_| wanted.set(true)>
            <summary>{count(number, "topic", "topics")}</summary>
            {list}
        </details>
    }
    .into_any()
}

fn items(note: &Note) -> Vec<AnyView> {
    note.topics()
        .map(|(index, section)| {
            let (id, topic, title) = (note.id.clone(), section.slug.clone(), section.title.clone());
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
