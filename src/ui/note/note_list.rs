//! What stands beside the matrix while nothing is open: a hint, and the notes with their topics.

use std::sync::Arc;

use leptos::prelude::*;

use crate::note::Note;
use crate::ui::links::note_link::NoteLink;
use crate::ui::links::view_link::ViewLink;
use crate::ui::state::library::Library;
use crate::ui::widgets::counting::count;
use crate::ui::widgets::lists::long_list::long_list;
use crate::view_state::{Panel, ViewState};

use super::topics::Topics;

/// How many notes are listed at first, and how many more each time the reader asks.
const STEP: usize = 40;

/// A hint at what can be opened, and the notes with their topics.
#[component]
pub fn NoteList(
    /// The notes that are shown.
    library: Arc<Library>,
) -> impl IntoView {
    let total = library.vault.notes().len();
    if total == 0 {
        return ().into_any();
    }
    let draw = Arc::new(move |place: usize| {
        let note = library.vault.notes().get(place);
        note.map_or_else(|| ().into_any(), |note| item(&library, note, total))
    });
    let (items, more) = long_list(total, STEP, ("more note", "more notes"), draw);
    let heading = if total == 1 { "The note" } else { "The notes" };
    view! {
        <div class="note-list">
            <p class="hint">
                "Choose a skill to read what was said about it, or a time to watch it."
            </p>
            <h2 class="eyebrow">{heading}</h2>
            <ul role="list">{items}</ul>
            {more}
            {problems_link()}
        </div>
    }
    .into_any()
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
