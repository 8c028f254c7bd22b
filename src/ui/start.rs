//! From the page's notes to the page: read, draw the matrix, then make it searchable.

use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::marks::{self, Mark};
use crate::browser::turn::{self, Slices};
use crate::browser::{notes_block, panic, surroundings};
use crate::library::entries;
use crate::note::Note;
use crate::search::Index;
use crate::vault::{NoteFile, Vault};

use super::app::{App, AppProps};
use super::found::SearchIndex;
use super::shelf::{Shelf, Trouble};

/// Reads the notes in the page and draws it.
pub fn start() {
    panic::set_hook();
    spawn_local(run());
}

async fn run() {
    let (files, mut trouble) = match notes_block::read().await {
        Ok(files) => (files, Vec::new()),
        Err(error) => (Vec::new(), vec![Trouble::Unreadable(error.to_string())]),
    };
    let notes = read(files, &mut trouble).await;
    let shelf = Arc::new(Shelf::of(Vault::of(notes), trouble));
    let Ok(place) = surroundings::app_element() else {
        // Without a place to draw in, the static page stays as it is.
        return;
    };
    let index = SearchIndex(ArcRwSignal::new(None));
    place.set_text_content(None);
    let page = AppProps { shelf: Arc::clone(&shelf), index: index.clone() };
    mount_to(place, move || App(page)).forget();
    turn::painted().await;
    marks::set(Mark::Matrix);

    index.0.set(Some(Arc::new(searchable(&shelf).await)));
    marks::set(Mark::Ready);
}

/// The index of all that there is, built in slices for the same reason as notes are read so.
async fn searchable(shelf: &Shelf) -> Index {
    let mut slices = Slices::start();
    let mut index = Index::new();
    index.add_skills(entries(&shelf.matrix));
    for note in shelf.vault.notes() {
        index.add_note(note);
        slices.breathe().await;
    }
    index.finish();
    index
}

/// Reads the notes in slices, so that a page with many of them stays alive meanwhile. Those that
/// stopped the program earlier in this tab are left out.
async fn read(files: Vec<NoteFile>, trouble: &mut Vec<Trouble>) -> Vec<Note> {
    let skipped = panic::skipped();
    let mut slices = Slices::start();
    let mut notes = Vec::with_capacity(files.len());
    for file in files {
        if skipped.contains(&file.path) {
            trouble.push(Trouble::LeftOut(file.path));
            continue;
        }
        panic::reading(Some(&file.path));
        notes.push(Note::read(&file.path, &file.text));
        slices.breathe().await;
    }
    panic::reading(None);
    notes
}
