//! Making the page searchable, again and again until the part of the program that searches has come.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::export::page::snapshot::PreparedIndex;
use crate::ui::widgets::late::in_chunk::NotHere;

use super::library::Library;
use super::reading_chunks;
use super::search_index::SearchIndex;

/// What the page's search is over.
#[derive(Clone)]
pub struct Searchable {
    /// The notes.
    pub library: Arc<Library>,
    /// Their index, where it was packed beforehand.
    pub packed: Option<Rc<PreparedIndex>>,
    /// Where the index goes.
    pub index: SearchIndex,
    /// Whether the page still shows these notes: others have an index of their own.
    pub is_current: Rc<dyn Fn() -> bool>,
}

thread_local! {
    /// What the page could not be made searchable with.
    static WAITING: RefCell<Option<Searchable>> = const { RefCell::new(None) };
}

impl Searchable {
    /// Makes the page searchable. Where what searches does not come, the index says so, and [`try_again`] tries
    /// again.
    pub async fn make(self) {
        if let Err(NotHere) = self.try_to_make().await {
            let index = self.index.clone();
            WAITING.with(|waiting| waiting.replace(Some(self)));
            index.0.update(|gathered| gathered.is_missing = true);
        }
    }

    async fn try_to_make(&self) -> Result<(), NotHere> {
        let Self { library, packed, index, is_current } = self.clone();
        reading_chunks::reading::reader().await?;
        if let Some(packed) = packed {
            let (library, index) = (Arc::clone(&library), index.clone());
            let is_current = Rc::clone(&is_current);
            if reading_chunks::search::unpack_index(library, packed, index, is_current).await?.await
            {
                return Ok(());
            }
        }
        if is_current() {
            reading_chunks::search::index(library, index, is_current).await?.await;
        }
        Ok(())
    }
}

/// Tries again to make the page searchable.
pub fn try_again() {
    let waiting = WAITING.with(|waiting| waiting.take());
    if let Some(waiting) = waiting {
        waiting.index.0.update(|gathered| gathered.is_missing = false);
        spawn_local(waiting.make());
    }
}
