//! The lists and tables that nearly counted as skills, note by note: for whoever added the notes.

use std::sync::Arc;

use leptos::prelude::*;
use rustc_hash::FxHashSet;
use wasm_bindgen_futures::spawn_local;

use crate::browser::page::scheduler::{self, Slices};
use crate::matrix::why_in_pieces;
use crate::note::NoteId;
use crate::ui::import::note_import::note_import;
use crate::ui::links::view_link::ViewLink;
use crate::ui::state::library::Library;
use crate::ui::state::view::open_taken;
use crate::ui::widgets::counting::count;
use crate::ui::widgets::fresh::fresh;
use crate::ui::widgets::lists::long_list::long_list;
use crate::view_state::ViewState;

/// How many notes are listed at first, and how many more each time the reader asks.
const NOTES_AT_A_TIME: usize = 25;

/// A note with its path, and how many of its lists and tables nearly counted.
type NearlyOfNote = (NoteId, String, usize);

/// The lists that nearly counted, of notes that the reader added.
#[component]
pub fn NearlyCounted(
    /// The notes that are shown.
    library: Arc<Library>,
) -> impl IntoView {
    let collection = note_import().collection();
    let layers = collection.layers().iter().flat_map(|layer| &layer.notes);
    let added: FxHashSet<String> = layers.map(|file| file.path.clone()).collect();
    if added.is_empty() {
        return ().into_any();
    }
    let found = RwSignal::new(Arc::<[NearlyOfNote]>::default());
    spawn_local(gather(library, added, found));
    fresh(
        move || found.get(),
        |found| {
            if found.is_empty() {
                return ().into_any();
            }
            let total = found.len();
            let draw = Arc::new(move |place: usize| match found.get(place) {
                Some(near) => item(near),
                None => ().into_any(),
            });
            let (items, more) =
                long_list(total, NOTES_AT_A_TIME, ("more note", "more notes"), draw);
            view! {
                <section class="nearly" data-anchor="nearly">
                    <h3 class="eyebrow">"Lists that nearly counted as skills"</h3>
                    <ul role="list">{items}</ul>
                    {more}
                </section>
            }
            .into_any()
        },
    )
}

fn item((note, path, number): &NearlyOfNote) -> AnyView {
    let (note, path) = (note.clone(), path.clone());
    let edit = Box::new(move |state: &mut ViewState| open_taken(state, &note));
    let number = [" ", &count(*number, "list", "lists")].concat();
    view! {
        <li>
            <ViewLink edit class="origin-link">
                <span class="problem-path" translate="no">{path}</span>
            </ViewLink>
            <span class="quiet">{number}</span>
        </li>
    }
    .into_any()
}

/// Looks through the added notes in slices.
async fn gather(
    library: Arc<Library>,
    added: FxHashSet<String>,
    found: RwSignal<Arc<[NearlyOfNote]>>,
) {
    // What is wrong is drawn first.
    scheduler::next_task().await;
    let mut slices = Slices::start();
    let mut near: Vec<NearlyOfNote> = Vec::new();
    for note in library.vault.notes().iter().filter(|note| added.contains(&note.path)) {
        let pause = async || {
            slices.breathe().await;
        };
        let whys = why_in_pieces(note, pause).await;
        let number = whys.iter().filter(|why| why.nearly_counted()).count();
        if number > 0 {
            near.push((note.id.clone(), note.path.clone(), number));
        }
    }
    // The panel may be closed by now.
    found.try_set(near.into());
}
