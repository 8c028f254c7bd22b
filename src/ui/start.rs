//! From the page's notes to the page: read, draw the matrix, then make it searchable.

use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::BrowserError;
use crate::browser::files::notes_block::{self, PageNotes};
use crate::browser::page::marks::{self, Mark};
use crate::browser::page::{address, panic, scheduler, surroundings};
use crate::browser::storage::note_store::{self, Kept};
use crate::export::page::look::Look;
use crate::vault::{Collection, Layer};
use crate::view_state::{Form, ViewState};

use super::app::root::{App, AppProps};
use super::import::intake::Held;
use super::search::found::SearchIndex;
use super::state::library::Trouble;
use super::state::loading;

/// Reads the notes in the page, and those that its reader added, and draws it.
pub fn start() {
    panic::set_hook();
    spawn_local(run());
}

async fn run() {
    let mut trouble = Vec::new();
    // Another page's frame shows what that page is about, and nothing of the reader's own.
    let opening = (address::options().form == Form::Full).then(note_store::open);
    let PageNotes { notes, look, prepared } = notes_block::read().await.unwrap_or_else(|error| {
        trouble.push(Trouble::Unreadable(error.to_string()));
        PageNotes::default()
    });
    take_on(&look);
    let opened = match opening {
        Some(opening) => Some(opening.await),
        None => None,
    };
    let (kept, layers) = added(opened, &mut trouble).await;
    let collection = Collection::of(notes, layers);
    let index = SearchIndex::default();
    let prepared = prepared.and_then(|one| loading::prepared(one, &collection, &trouble));
    let (shelf, packed_index) = match prepared {
        Some((shelf, index)) => {
            marks::set(Mark::Prepared);
            (shelf, Some(index))
        }
        None => match loading::shelf(&collection, trouble.clone(), &|_, _| true).await {
            Some(shelf) => (shelf, None),
            None => return,
        },
    };
    let shelf = Arc::new(shelf);
    // Drawing is a task of its own: what came before it has taken its time already.
    scheduler::next_task().await;
    let Ok(place) = surroundings::app_element() else {
        // Without a place to draw in, the static page stays as it is.
        return;
    };
    let is_unreadable = trouble.iter().any(|trouble| matches!(trouble, Trouble::Unreadable(_)));
    if !(is_unreadable && shelf.vault.notes().is_empty()) {
        place.set_text_content(None);
    }
    let held = Held::of(collection, kept, trouble, index.clone(), look);
    let shelves = ArcRwSignal::new(Arc::clone(&shelf));
    let page = AppProps { shelves: shelves.clone(), index: index.clone(), held };
    mount_to(place, move || App(page)).forget();
    scheduler::painted().await;
    marks::set(Mark::Matrix);

    // The reader may have added notes meanwhile: their shelf has an index of its own.
    let is_current = || shelves.read_untracked().has_notes_of(&shelf);
    let is_there = match &packed_index {
        Some(packed) => loading::unpack_index(&shelf, packed, &index, is_current).await,
        None => false,
    };
    if !is_there && is_current() {
        loading::index(&shelf, &index, is_current).await;
    }
    // The results are painted first, and the rows of the matrix that they leave a frame later.
    scheduler::painted().await;
    scheduler::painted().await;
    marks::set(Mark::Ready);
    // What is shown next is then there at once; and browsers translate what runs for the first time.
    let _ = untrack(|| index.find(&shelf, "a"));
    scheduler::next_task().await;
    loading::open(&shelf, shelf.vault.notes().iter().map(|note| &note.id)).await;
}

/// Gives the page the colour and the first view that its maker chose. An address that names others
/// counts more.
fn take_on(look: &Look) {
    if let Some(accent) = address::options().accent.or(look.accent) {
        // A document that takes no attribute keeps the program's own colour.
        let _ = surroundings::set_accent(accent);
    }
    if !look.view.is_empty() && address::view() == ViewState::default() {
        // Where the browser refuses, the page opens with all of it.
        let _ = address::write(&ViewState::from_fragment(&look.view), address::Step::Same);
    }
}

/// What the reader added in an earlier visit, and the place where such notes are kept.
async fn added(
    opened: Option<Result<Kept, BrowserError>>,
    trouble: &mut Vec<Trouble>,
) -> (Option<Kept>, Vec<Layer>) {
    // Where nothing can be kept, nothing was. The page says so once there is something to keep.
    let Some(Ok(kept)) = opened else { return (None, Vec::new()) };
    match kept.layers().await {
        Ok(layers) => (Some(kept), layers),
        Err(error) => {
            trouble.push(Trouble::NotKept(error.to_string()));
            (Some(kept), Vec::new())
        }
    }
}
