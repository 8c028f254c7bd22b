//! From the page's notes to the page: read, draw the matrix, then make it searchable.

use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::kept::{self, Kept};
use crate::browser::marks::{self, Mark};
use crate::browser::{BrowserError, address, notes_block, panic, surroundings, turn};
use crate::vault::{Collection, Layer};
use crate::view_state::Form;

use super::app::{App, AppProps};
use super::found::SearchIndex;
use super::intake::Held;
use super::reading;
use super::shelf::Trouble;

/// Reads the notes in the page, and those that its reader added, and draws it.
pub fn start() {
    panic::set_hook();
    spawn_local(run());
}

async fn run() {
    let mut trouble = Vec::new();
    // Another page's frame shows what that page is about, and nothing of the reader's own.
    let opening = (address::options().form == Form::Full).then(kept::open);
    let page = notes_block::read().await.unwrap_or_else(|error| {
        trouble.push(Trouble::Unreadable(error.to_string()));
        Vec::new()
    });
    let opened = match opening {
        Some(opening) => Some(opening.await),
        None => None,
    };
    let (kept, layers) = added(opened, &mut trouble).await;
    let collection = Collection::of(page, layers);
    let Some(shelf) = reading::shelf(&collection, trouble.clone(), &|_, _| true).await else {
        return;
    };
    let shelf = Arc::new(shelf);
    let Ok(place) = surroundings::app_element() else {
        // Without a place to draw in, the static page stays as it is.
        return;
    };
    let index = SearchIndex::default();
    place.set_text_content(None);
    let held = Held::of(collection, kept, trouble, index.clone());
    let shelves = ArcRwSignal::new(Arc::clone(&shelf));
    let page = AppProps { shelves: shelves.clone(), index: index.clone(), held };
    mount_to(place, move || App(page)).forget();
    turn::painted().await;
    marks::set(Mark::Matrix);

    // The reader may have added notes meanwhile: their shelf has an index of its own.
    let is_current = || Arc::ptr_eq(&shelves.read_untracked(), &shelf);
    reading::index(&shelf, &index, is_current).await;
    marks::set(Mark::Ready);
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
