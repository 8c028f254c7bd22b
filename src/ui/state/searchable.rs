//! Making the page searchable, again and again until the part of the program that searches has come.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::files::beside::Coming;
use crate::export::page::beside::VaultPiece;
use crate::export::page::snapshot::{IndexPlace, PreparedIndex};
use crate::ui::widgets::late::in_chunk::NotHere;

use super::library::Library;
use super::reading_chunks;
use super::search_index::{Gathered, SearchIndex};
use super::texts_beside;

/// What the page's search is over.
#[derive(Clone)]
pub struct Searchable {
    /// The notes.
    pub library: Arc<Library>,
    /// Their index, where it was packed beforehand.
    pub packed: Option<Rc<IndexPlace>>,
    /// Where the index goes.
    pub index: SearchIndex,
    /// Whether the page still shows these notes: others have an index of their own.
    pub is_current: Rc<dyn Fn() -> bool>,
}

thread_local! {
    /// What the page could not be made searchable with, or is once somebody searches.
    static WAITING: RefCell<Option<Searchable>> = const { RefCell::new(None) };
    /// The shards of the index that are on their way.
    static COMING: RefCell<BTreeSet<usize>> = const { RefCell::new(BTreeSet::new()) };
}

impl Searchable {
    /// Makes the page searchable: at once, or where the index lies beside it once somebody searches ([`begin`]).
    pub async fn make_in_time(self) {
        match self.packed.as_deref() {
            Some(IndexPlace::Beside(_)) => {
                WAITING.with(|waiting| waiting.replace(Some(self)));
            }
            _ => self.make().await,
        }
    }

    /// Makes the page searchable. Where what searches does not come, the index says so, and [`try_again`] tries
    /// again.
    async fn make(self) {
        let is_coming = matches!(self.packed.as_deref(), Some(IndexPlace::Beside(_)));
        self.index.0.update(|gathered| gathered.is_coming = is_coming);
        let made = self.try_to_make().await;
        self.index.0.update(|gathered| gathered.is_coming = false);
        if let Err(NotHere) = made {
            let index = self.index.clone();
            WAITING.with(|waiting| waiting.replace(Some(self)));
            index.0.update(|gathered| gathered.is_missing = true);
        }
    }

    async fn try_to_make(&self) -> Result<(), NotHere> {
        let Self { library, packed, index, is_current } = self.clone();
        reading_chunks::reading::reader().await?;
        if let Some(place) = packed {
            let (library, index) = (Arc::clone(&library), index.clone());
            let is_current = Rc::clone(&is_current);
            let fetched = match &*place {
                IndexPlace::Here(_) => None,
                IndexPlace::Beside(file) => {
                    let bytes = Coming::of(*file).bytes().await.map_err(|_| NotHere)?;
                    Some(Rc::new(IndexPlace::Here(PreparedIndex::InShards(bytes))))
                }
            };
            let packed = fetched.unwrap_or(place);
            if reading_chunks::search::unpack_index(library, packed, index, is_current).await?.await
            {
                return Ok(());
            }
        }
        texts_beside::all().await.map_err(|_| NotHere)?;
        if is_current() {
            reading_chunks::search::index(library, index, is_current).await?.await;
        }
        Ok(())
    }
}

/// Somebody searches: makes the page searchable, where that was left until now.
pub fn begin() {
    spawn_local(async {
        let waiting = WAITING.with(|waiting| {
            waiting.borrow_mut().take_if(|waiting| !waiting.index.0.read_untracked().is_missing)
        });
        if let Some(waiting) = waiting {
            waiting.make().await;
        }
    });
}

/// Tries again to make the page searchable.
pub fn try_again(index: &SearchIndex) {
    let waiting = WAITING.with(|waiting| waiting.take());
    index.0.update(|gathered| gathered.is_missing = false);
    if let Some(waiting) = waiting {
        spawn_local(waiting.make());
    }
}

/// Brings what a search has just needed of the index and that is not here. Says whether there was such a thing: then
/// what was found is not all, and the search is made again by whoever follows the index.
pub fn bring_wanted(index: &SearchIndex, gathered: &Gathered) -> bool {
    let wanted = gathered.index.take_wanted();
    let is_lacking = !wanted.is_empty();
    // What did not come is asked for again by the reader.
    let new = |shard: &usize| COMING.with(|coming| coming.borrow_mut().insert(*shard));
    let new: Vec<(usize, VaultPiece)> = match gathered.is_missing {
        true => Vec::new(),
        false => wanted
            .into_iter()
            .filter_map(|shard| Some((shard, *gathered.shards.get(shard)?)))
            .filter(|(shard, _)| new(shard))
            .collect(),
    };
    if !new.is_empty() {
        let index = index.clone();
        spawn_local(async move { bring(index, new).await });
    }
    is_lacking
}

async fn bring(index: SearchIndex, shards: Vec<(usize, VaultPiece)>) {
    index.0.update(|gathered| gathered.is_coming = true);
    // All are on their way before the first one is waited for.
    let coming: Vec<(usize, Coming)> =
        shards.iter().map(|&(shard, piece)| (shard, Coming::of(piece))).collect();
    let mut came = Vec::new();
    let mut is_missing = false;
    for (shard, coming) in coming {
        match coming.bytes().await {
            Ok(bytes) => came.push((shard, bytes)),
            Err(_) => is_missing = true,
        }
    }
    COMING.with(|coming| {
        let mut coming = coming.borrow_mut();
        for (shard, _) in &shards {
            coming.remove(shard);
        }
    });
    index.0.update(|gathered| {
        for (shard, bytes) in came {
            is_missing |= !gathered.index.put_shard(shard, &bytes);
        }
        gathered.is_coming = false;
        gathered.is_missing |= is_missing;
    });
}
