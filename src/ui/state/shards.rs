//! Shards of the search's index that lie beside the page: fetched when a search needs them.

use std::cell::RefCell;
use std::sync::Arc;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::files::beside::Coming;
use crate::browser::page::scheduler;
use crate::export::page::beside::VaultPiece;

use super::search_index::{Gathered, Lack, SearchIndex, Urgency};

/// How long typing has to pause before what a search lacks is fetched, in milliseconds: of what a word's first letters
/// need most is of no use to the word.
const PAUSE_MS: f64 = 150.0;

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
    match left_ms(urgency, scheduler::now_ms()) {
        0 => bring(),
        left => {
            PAUSE.replace(Some(Timeout::new(left, bring)));
        }
    }
    Lack::Coming
}

/// How much of the pause is left, in milliseconds.
fn left_ms(urgency: Urgency, now_ms: f64) -> u32 {
    match urgency {
        Urgency::AtOnce => 0,
        // At most the pause, and a negative number is none.
        Urgency::OnceTypingPauses { typed_ms } => {
            (typed_ms + PAUSE_MS - now_ms).min(PAUSE_MS) as u32
        }
    }
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
    index.0.update(|gathered| gathered.is_coming = true);
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
    scheduler::once_key_is_painted().await;
    COMING.with(|coming| {
        coming.borrow_mut().retain(|coming| shards.iter().all(|(shard, _)| shard != coming));
    });
    index.0.update(|gathered| {
        if !Arc::ptr_eq(&gathered.shards, &of) {
            // Other notes are searched by now, by an index of their own.
            return;
        }
        for (shard, bytes) in came {
            if !gathered.index.put_shard(shard, &bytes) {
                missing.push(shard);
            }
        }
        gathered.is_coming = false;
        gathered.missing.append(&mut missing);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_fetched_waits_for_the_rest_of_a_pause() {
        let typed = |typed_ms| Urgency::OnceTypingPauses { typed_ms };
        let cases = [
            (Urgency::AtOnce, 5000.0, 0),
            (typed(5000.0), 5000.0, 150),
            (typed(5000.0), 5100.0, 50),
            (typed(5000.0), 5150.0, 0),
            (typed(5000.0), 9000.0, 0),
            // A clock that was set back.
            (typed(5000.0), 1000.0, 150),
        ];
        for (urgency, now_ms, want) in cases {
            assert_eq!(left_ms(urgency, now_ms), want, "{urgency:?} at {now_ms}");
        }
    }
}
