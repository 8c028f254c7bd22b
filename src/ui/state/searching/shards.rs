//! Shards of the search's index that lie beside the page: fetched when a search needs them.

use std::cell::RefCell;
use std::sync::Arc;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::files::beside::Coming;
use crate::browser::page::scheduler;
use crate::export::page::beside::VaultPiece;
use crate::ui::state::search_index::{Gathered, Lack, SearchIndex, Urgency};

thread_local! {
    /// Those that are on their way.
    static COMING: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
    /// What waits for a pause in typing; what is typed next takes its place.
    static PAUSE: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// A shard, and the piece beside the page that it is.
type ShardPiece = (usize, VaultPiece);

/// Brings what a search has just needed of the index and that is not here, and says what that is. What did not come
/// before is left to the reader's “Try again”.
pub(super) fn bring_wanted(index: &SearchIndex, gathered: &Gathered, urgency: Urgency) -> Lack {
    let (missing, wanted): (Vec<usize>, Vec<usize>) = gathered
        .index
        .take_wanted()
        .into_iter()
        .partition(|shard| gathered.missing.contains(shard));
    let piece = |shard: usize| Some((shard, *gathered.shards.get(shard)?));
    let wanted: Vec<ShardPiece> = wanted.into_iter().filter_map(piece).collect();
    if urgency != Urgency::AtOnce {
        PAUSE.take();
    }
    if wanted.is_empty() {
        let parts = missing.into_iter().filter_map(|shard| gathered.index.words_of_shard(shard));
        let parts: Vec<(String, String)> =
            parts.map(|(first, last)| (first.to_owned(), last.to_owned())).collect();
        return if parts.is_empty() { Lack::Nothing } else { Lack::Missing(parts) };
    }
    let (index, of) = (index.clone(), Arc::clone(&gathered.shards));
    let bring = move || {
        let new: Vec<ShardPiece> = wanted.into_iter().filter(|(shard, _)| is_new(*shard)).collect();
        if !new.is_empty() {
            spawn_local(async move { bring(index, new, of).await });
        }
    };
    match urgency.left_ms(scheduler::now_ms()) {
        0 => bring(),
        left => {
            PAUSE.replace(Some(Timeout::new(left, bring)));
        }
    }
    Lack::Coming
}

/// Takes a shard on that nobody has asked for yet.
fn is_new(shard: usize) -> bool {
    COMING.with(|coming| {
        let mut coming = coming.borrow_mut();
        let is_new = !coming.contains(&shard);
        coming.extend(Some(shard).filter(|_| is_new));
        is_new
    })
}

async fn bring(index: SearchIndex, shards: Vec<ShardPiece>, of: Arc<[VaultPiece]>) {
    let fetched = async {
        // All are on their way before the first one is waited for.
        let coming: Vec<(usize, Coming)> =
            shards.iter().map(|&(shard, piece)| (shard, Coming::of(piece))).collect();
        let (mut came, mut missing) = (Vec::new(), Vec::new());
        for (shard, coming) in coming {
            match coming.bytes().await {
                Ok(bytes) => came.push((shard, bytes)),
                Err(_) => missing.push(shard),
            }
        }
        (came, missing)
    };
    let (came, mut missing) = index.awaited(fetched).await;
    scheduler::once_key_is_painted().await;
    COMING.with(|coming| {
        coming.borrow_mut().retain(|coming| shards.iter().all(|(shard, _)| shard != coming));
    });
    index.gathered.update(|gathered| {
        if !Arc::ptr_eq(&gathered.shards, &of) {
            // Other notes are searched by now, by an index of their own.
            return;
        }
        for (shard, bytes) in came {
            if !gathered.index.put_shard(shard, &bytes) {
                missing.push(shard);
            }
        }
        gathered.missing.append(&mut missing);
    });
}
