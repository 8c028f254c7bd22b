//! Shards of the search's index that lie beside the page: fetched when a search needs them.

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::files::beside::Coming;
use crate::export::page::beside::VaultPiece;

use super::search_index::{Gathered, SearchIndex};

thread_local! {
    /// Those that are on their way.
    static COMING: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
}

/// Brings what a search has just needed of the index and that is not here. Says whether there was such a thing: then
/// what was found is not all, and the search is made again by whoever follows the index.
pub(super) fn bring_wanted(index: &SearchIndex, gathered: &Gathered) -> bool {
    let wanted = gathered.index.take_wanted();
    let is_lacking = !wanted.is_empty();
    // What did not come is asked for again by the reader.
    let new = |shard: &usize| {
        COMING.with(|coming| {
            let mut coming = coming.borrow_mut();
            let is_new = !coming.contains(shard);
            coming.extend(Some(*shard).filter(|_| is_new));
            is_new
        })
    };
    let new: Vec<(usize, VaultPiece)> = match gathered.is_missing {
        true => Vec::new(),
        false => wanted
            .into_iter()
            .filter_map(|shard| Some((shard, *gathered.shards.get(shard)?)))
            .filter(|(shard, _)| new(shard))
            .collect(),
    };
    if !new.is_empty() {
        let (index, of) = (index.clone(), Arc::clone(&gathered.shards));
        spawn_local(async move { bring(index, new, of).await });
    }
    is_lacking
}

async fn bring(index: SearchIndex, shards: Vec<(usize, VaultPiece)>, of: Arc<[VaultPiece]>) {
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
        coming.borrow_mut().retain(|coming| shards.iter().all(|(shard, _)| shard != coming));
    });
    index.0.update(|gathered| {
        if !Arc::ptr_eq(&gathered.shards, &of) {
            // Other notes are searched by now, by an index of their own.
            return;
        }
        for (shard, bytes) in came {
            is_missing |= !gathered.index.put_shard(shard, &bytes);
        }
        gathered.is_coming = false;
        gathered.is_missing |= is_missing;
    });
}
