//! What stands beside the matrix while nothing is open: a hint, and the notes with their topics.

use std::sync::Arc;

use leptos::prelude::*;

use crate::note::Note;
use crate::ui::links::note_link::NoteLink;
use crate::ui::links::view_link::ViewLink;
use crate::ui::state::library::Library;
use crate::ui::state::texts_beside::once_texts_came;
use crate::ui::widgets::counting::count;
use crate::ui::widgets::lists::long_list::list_in_steps;
use crate::vault::Vault;
use crate::view_state::{Panel, ViewState};

use super::topics::Topics;

/// How many notes are listed at first: more than a screen holds, for each of them is laid out with the first screen.
const NOTES_AT_FIRST: usize = 20;

/// How many more each time the reader asks, and how many transcripts there are at most.
const NOTES_AT_A_TIME: usize = 40;

/// A hint at what can be opened, and the notes with their topics.
#[component]
pub fn NoteList(
    /// The notes that are shown.
    library: Arc<Library>,
) -> impl IntoView {
    let total = library.vault.notes().len();
    let transcripts = transcripts(&library.vault);
    if library.vault.is_empty() {
        return ().into_any();
    }
    let draw = Arc::new(move |place: usize| {
        let library = Arc::clone(&library);
        once_texts_came(move || {
            let note = library.vault.notes().get(place);
            note.map_or_else(|| ().into_any(), |note| item(&library, note, total))
        })
    });
    let steps = (NOTES_AT_FIRST, NOTES_AT_A_TIME);
    let (items, more) = list_in_steps(total, steps, ("more note", "more notes"), draw);
    let heading = if total == 1 { "The note" } else { "The notes" };
    view! {
        <div class="note-list" data-anchor="note-list">
            <p class="hint">
                "Choose a skill to read what was said about it, or a time to watch it."
            </p>
            {(total > 0).then(|| view! { <h2 class="eyebrow">{heading}</h2> }.into_any())}
            <ul role="list">{items}</ul>
            {more}
            {transcripts}
            {problems_link()}
        </div>
    }
    .into_any()
}

/// The transcripts that go with no note: what goes with one stands under the player.
fn transcripts(vault: &Vault) -> Option<AnyView> {
    let is_apart = |transcript: &&Note| {
        !vault.notes().iter().any(|note| transcript.video.is_some_and(|video| note.names(video)))
    };
    let apart = vault.transcripts().iter().filter(is_apart).take(NOTES_AT_A_TIME);
    let items: Vec<AnyView> = apart
        .map(|transcript| {
            let (id, title) = (transcript.id.clone(), transcript.title.clone());
            let about = count(transcript.claims().len(), "spoken line", "spoken lines");
            view! {
                <li>
                    <div class="note-line">
                        <NoteLink note=id class="note-name">{title}</NoteLink>
                        <span class="quiet">{about}</span>
                    </div>
                </li>
            }
            .into_any()
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! { <h2 class="eyebrow">"Transcripts"</h2> <ul role="list">{items}</ul> }.into_any()
    })
}

fn item(library: &Arc<Library>, note: &Note, total: usize) -> AnyView {
    let moments = note.moments;
    let (id, title) = (note.id.clone(), note.title.clone());
    let about = count(moments, "moment", "moments");
    view! {
        <li>
            <div class="note-line">
                <NoteLink note=id class="note-name">{title}</NoteLink>
                <span class="quiet">{about}</span>
            </div>
            <Topics library=Arc::clone(library) note=note.id.clone() open=total == 1/>
        </li>
    }
    .into_any()
}

/// The way to what is wrong in the notes: it is for their author, so it stands last.
fn problems_link() -> AnyView {
    let edit = Box::new(|state: &mut ViewState| state.panel = Some(Panel::Problems));
    view! {
        <p class="origin">
            <ViewLink edit class="origin-link">"Check the notes for problems"</ViewLink>
        </p>
    }
    .into_any()
}
