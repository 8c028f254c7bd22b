//! Making the page searchable, again and again until the part of the program that searches has come.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::export::page::snapshot::IndexPlace;
use crate::ui::widgets::late::in_chunk::NotHere;

use super::library::Library;
use super::reading_chunks;
use super::search_index::SearchIndex;
use super::texts_beside;

/// What the page's search is over.
#[derive(Clone)]
pub struct Searchable {
    /// The notes.
    pub library: Arc<Library>,
    /// Their index, where it was packed beforehand.
    pub packed: Option<Arc<IndexPlace>>,
    /// Where the index goes.
    pub index: SearchIndex,
    /// Whether the page still shows these notes: others have an index of their own.
    pub is_current: Rc<dyn Fn() -> bool>,
}

thread_local! {
    /// What the page could not be made searchable with, or is once somebody searches.
    static WAITING: RefCell<Option<Searchable>> = const { RefCell::new(None) };
    /// Whether somebody searched before that: the address may have a search in it.
    static WAS_ASKED: Cell<bool> = const { Cell::new(false) };
}

impl Searchable {
    /// Makes the page searchable: at once, or where the index lies beside it once somebody searches ([`begin`]).
    pub async fn make_in_time(self) {
        match self.packed.as_deref() {
            Some(IndexPlace::Beside(_)) if !WAS_ASKED.get() => {
                WAITING.with(|waiting| waiting.replace(Some(self)));
            }
            _ => {
                // What waited was of other notes.
                WAITING.take();
                self.make().await;
            }
        }
    }

    /// Makes the page searchable. Where what searches does not come, the index says so, and [`try_again`] tries
    /// again.
    async fn make(self) {
        let made = match self.packed.as_deref() {
            Some(IndexPlace::Beside(_)) => self.index.awaited(self.try_to_make()).await,
            _ => self.try_to_make().await,
        };
        if let Err(NotHere) = made {
            let index = self.index.clone();
            WAITING.with(|waiting| waiting.replace(Some(self)));
            index.gathered.update(|gathered| gathered.is_missing = true);
        }
    }

    async fn try_to_make(&self) -> Result<(), NotHere> {
        let Self { library, packed, index, is_current } = self.clone();
        reading_chunks::reading::reader().await?;
        if let Some(packed) = packed {
            let is_beside = matches!(*packed, IndexPlace::Beside(_));
            let (library, index) = (Arc::clone(&library), index.clone());
            let is_current = Rc::clone(&is_current);
            let unpacking =
                reading_chunks::search::unpack_index(library, packed, index, is_current);
            if unpacking.await?.await? {
                return Ok(());
            }
            if is_beside {
                texts_beside::all().await.map_err(|_| NotHere)?;
            }
        }
        if is_current() {
            reading_chunks::search::index(library, index, is_current).await?.await;
        }
        Ok(())
    }
}

/// Somebody searches: makes the page searchable, where that was left until now.
pub fn begin() {
    spawn_local(async {
        WAS_ASKED.set(true);
        let waiting = WAITING.with(|waiting| {
            waiting
                .borrow_mut()
                .take_if(|waiting| !waiting.index.gathered.read_untracked().is_missing)
        });
        if let Some(waiting) = waiting {
            waiting.make().await;
        }
    });
}

/// Tries again to make the page searchable.
pub fn try_again(index: &SearchIndex) {
    let waiting = WAITING.with(|waiting| waiting.take());
    index.gathered.update(|gathered| {
        gathered.is_missing = false;
        gathered.missing = Vec::new();
    });
    if let Some(waiting) = waiting {
        spawn_local(waiting.make());
    }
}
