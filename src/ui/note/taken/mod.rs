//! What the matrix took from a note, and what it did not, with the mark that changes it: for its author.

mod mark_way;
mod taken_part;

use std::sync::Arc;

use leptos::html::Details;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::anchor::Anchor;
use crate::browser::page::scheduler::Slices;
use crate::matrix::{Why, why_in_pieces};
use crate::note::{InMatrix, NoteId};
use crate::ui::state::environment::environment;
use crate::ui::state::library::Library;
use crate::ui::state::view::{TAKEN_SECTION, view};
use crate::ui::widgets::fresh::fresh;
use crate::ui::widgets::lists::long_list::long_list;
use crate::view_state::Form;

use taken_part::TakenPart;

/// How many parts of a note are listed at first, and how many more each time the reader asks.
const PARTS_AT_A_TIME: usize = 25;

/// What the matrix took from a note, looked up when somebody asks.
#[component]
pub fn Taken(
    /// The notes that are shown.
    library: Arc<Library>,
    /// Of which it is told.
    note: NoteId,
) -> impl IntoView {
    let is_other = library.vault.note(&note).is_none_or(|note| note.is_transcript);
    if is_other || environment().form == Form::Embedded {
        return ().into_any();
    }
    let (view, details) = (view(), NodeRef::<Details>::new());
    let is_asked =
        Memo::new(move |_| view.state().read().section.as_deref() == Some(TAKEN_SECTION));
    let is_wanted = RwSignal::new(is_asked.get_untracked());
    // A link may ask for it while the note is open.
    Effect::new(move || {
        if let Some(details) = details.get().filter(|_| is_asked.get()) {
            details.set_open(true);
        }
    });
    let content = move || is_wanted.get().then(|| parts(Arc::clone(&library), note.clone()));
    view! {
        <details
            class="taken"
            data-anchor=Anchor::Taken.name()
            node_ref=details
            open=is_wanted.get_untracked()
            on:toggle=move |_| is_wanted.set(true)
        >
            <summary>"What the matrix took from this note"</summary>
            {content}
        </details>
    }
    .into_any()
}

/// The lists, tables and headings of a note, each with what became of it.
fn parts(library: Arc<Library>, note: NoteId) -> AnyView {
    let found = RwSignal::new(None::<Arc<Vec<Why>>>);
    spawn_local({
        let (library, note) = (Arc::clone(&library), note.clone());
        async move {
            let Some(note) = library.vault.note(&note) else { return };
            let mut slices = Slices::start();
            let pause = async || {
                slices.breathe().await;
            };
            let whys = why_in_pieces(note, pause).await;
            // The note may be closed by now.
            found.try_set(Some(Arc::new(whys)));
        }
    });
    fresh(
        move || found.get(),
        move |found| match found {
            None => view! { <p class="quiet" role="status">"Looking …"</p> }.into_any(),
            Some(whys) if whys.is_empty() => nothing(&library, &note),
            Some(whys) => {
                let (library, note, total) = (Arc::clone(&library), note.clone(), whys.len());
                let draw = Arc::new(move |place: usize| match whys.get(place).cloned() {
                    Some(why) => {
                        let (library, note) = (Arc::clone(&library), note.clone());
                        view! { <TakenPart library note why/> }.into_any()
                    }
                    None => ().into_any(),
                });
                let (items, more) =
                    long_list(total, PARTS_AT_A_TIME, ("more part", "more parts"), draw);
                view! { <ul class="taken-parts" role="list">{items}</ul> {more} }.into_any()
            }
        },
    )
}

/// Why nothing is listed.
fn nothing(library: &Library, note: &NoteId) -> AnyView {
    let is_out =
        library.vault.note(note).is_some_and(|note| note.front_matter().in_matrix == InMatrix::No);
    let text = match is_out {
        true => "Nothing: “matrix: false” at its top keeps it out of the matrix.",
        false => {
            "Nothing: skills are read from lists, tables and headings, and this note has no list and no table."
        }
    };
    view! { <p class="quiet">{text}</p> }.into_any()
}
