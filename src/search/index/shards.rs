//! The places of words in shards, which come once a search needs them.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::search::index::document::{
    DocumentId, LAST_POSITION, POSITION_BITS, WordPlace, document_of, position,
};
use crate::search::index::number::{push_number, take_number};
use crate::search::index::term_dictionary::{TermId, to_u32};

/// Which shard has the places of which words, and which of them are here.
#[derive(Debug)]
pub(in crate::search) struct Shards {
    /// In how many places each word stands.
    counts: Vec<u32>,
    /// The first word of each shard, in order; the last one is behind all words.
    borders: Vec<TermId>,
    is_here: Vec<bool>,
    use_of: Mutex<ShardUse>,
}

/// What searches needed.
#[derive(Debug, Default)]
struct ShardUse {
    /// Of what is not here, since this was asked last.
    wanted: BTreeSet<usize>,
    /// When each was needed last.
    used: Vec<u32>,
    /// How many searches there were, as [`Shards::let_go`] counts them.
    now: u32,
}

impl Shards {
    /// Shards of which none is here. `None` where they are not all the words'.
    pub(in crate::search) fn of(counts: Vec<u32>, borders: Vec<TermId>) -> Option<Self> {
        let is_whole = borders.first() == Some(&0)
            && borders.last().is_some_and(|&end| end as usize == counts.len())
            && borders.is_sorted();
        let is_here = vec![false; borders.len().checked_sub(1)?];
        let use_of = ShardUse { used: vec![0; is_here.len()], ..ShardUse::default() };
        is_whole.then(|| Self { counts, borders, is_here, use_of: use_of.into() })
    }

    /// In how many places a word stands, be they here or not.
    pub(in crate::search) fn count(&self, term: TermId) -> usize {
        self.counts.get(term as usize).map_or(0, |&count| count as usize)
    }

    /// Whether the places of a word are here. Of words that joined them later nothing is to come.
    pub(in crate::search) fn is_here(&self, term: TermId) -> bool {
        self.is_here.get(self.shard_of(term)).is_none_or(|&is_here| is_here)
    }

    fn shard_of(&self, term: TermId) -> usize {
        self.borders.partition_point(|&first| first <= term).saturating_sub(1)
    }

    /// Says that a word's places are needed.
    pub(in crate::search) fn want(&self, term: TermId) {
        let shard = self.shard_of(term);
        let Some(&is_here) = self.is_here.get(shard) else { return };
        let mut use_of = self.use_of();
        let now = use_of.now;
        if let Some(used) = use_of.used.get_mut(shard) {
            *used = now;
        }
        if !is_here {
            use_of.wanted.insert(shard);
        }
    }

    /// The shards that were needed since this was asked last, and are not here.
    pub(in crate::search) fn take_wanted(&self) -> Vec<usize> {
        let wanted = std::mem::take(&mut self.use_of().wanted);
        wanted.into_iter().filter(|&shard| self.is_here.get(shard) == Some(&false)).collect()
    }

    /// Whether [`Self::take_wanted`] would tell of one, or would have when it was needed.
    pub(in crate::search) fn is_wanting(&self) -> bool {
        !self.use_of().wanted.is_empty()
    }

    /// Another search comes: lets those go that were needed longest ago, until the others have no more than so many
    /// places or are the last search's, and says which.
    pub(in crate::search) fn let_go(&mut self, most_places: usize) -> Vec<usize> {
        let mut here: Vec<usize> = (0..self.is_here.len()).collect();
        here.retain(|&shard| self.is_here.get(shard) == Some(&true));
        let mut places: usize = here.iter().map(|&shard| self.places_of(shard)).sum();
        let mut use_of = self.use_of();
        let mut gone = Vec::new();
        while places > most_places {
            let last_use = |&(_, &shard): &(usize, &usize)| use_of.used.get(shard).copied();
            let Some((at, &shard)) = here.iter().enumerate().min_by_key(last_use) else { break };
            if use_of.used.get(shard) == Some(&use_of.now) {
                break;
            }
            places -= self.places_of(shard);
            here.swap_remove(at);
            gone.push(shard);
        }
        use_of.now = use_of.now.wrapping_add(1);
        drop(use_of);
        for &shard in &gone {
            if let Some(is_here) = self.is_here.get_mut(shard) {
                *is_here = false;
            }
        }
        gone
    }

    fn places_of(&self, shard: usize) -> usize {
        self.terms(shard).into_iter().flatten().map(|term| self.count(term)).sum()
    }

    fn use_of(&self) -> MutexGuard<'_, ShardUse> {
        self.use_of.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The words of a shard.
    pub(in crate::search) fn terms(&self, shard: usize) -> Option<Range<TermId>> {
        Some(*self.borders.get(shard)?..*self.borders.get(shard.checked_add(1)?)?)
    }

    /// A shard has come: the places of each of its words, which are in so many documents. `None` where it is not this
    /// shard.
    pub(in crate::search) fn read(
        &mut self,
        shard: usize,
        mut bytes: &[u8],
        documents: usize,
    ) -> Option<Vec<(TermId, Vec<WordPlace>)>> {
        let mut places = Vec::new();
        if self.is_here.get(shard) == Some(&true) {
            return Some(places);
        }
        for term in self.terms(shard)? {
            places.push((term, take_places(&mut bytes, self.count(term), documents)?));
        }
        *self.is_here.get_mut(shard)? = bytes.is_empty();
        bytes.is_empty().then_some(places)
    }
}

/// Writes the places of a word behind others: how many documents further each stands, and at which position, or how
/// many positions further in the same one.
pub(in crate::search) fn push_places(places: &[WordPlace], to: &mut Vec<u8>) {
    let mut before = None;
    for &place in places {
        let (document, at) = (document_of(place), position(place));
        match before {
            Some((same, last)) if same == document => {
                push_number(0, to);
                push_number(at - last, to);
            }
            Some((last, _)) => {
                push_number(document - last, to);
                push_number(at, to);
            }
            None => {
                push_number(document, to);
                push_number(at, to);
            }
        }
        before = Some((document, at));
    }
}

fn take_places(from: &mut &[u8], count: usize, documents: usize) -> Option<Vec<WordPlace>> {
    // No place is shorter than two bytes, so that a wrong count asks for no more room than that.
    let mut places = Vec::with_capacity(count.min(from.len()));
    let mut before: Option<(DocumentId, u32)> = None;
    for _ in 0..count {
        let (further, at) = (take_number(from)?, take_number(from)?);
        let (document, at) = match before {
            Some((same, last)) if further == 0 => (same, last.checked_add(at)?),
            Some((last, _)) => (last.checked_add(further)?, at),
            None => (further, at),
        };
        if document >= to_u32(documents) || at > LAST_POSITION {
            return None;
        }
        places.push(document << POSITION_BITS | at);
        before = Some((document, at));
    }
    Some(places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(document: u32, position: u32) -> WordPlace {
        document << POSITION_BITS | position
    }

    #[test]
    fn places_come_back() {
        let cases: [&[WordPlace]; 4] = [
            &[],
            &[place(0, 0)],
            &[place(0, 3), place(0, 9), place(7, 0), place(300, LAST_POSITION)],
            // Behind the last position that is told apart all stand there.
            &[place(2, LAST_POSITION), place(2, LAST_POSITION)],
        ];
        for places in cases {
            let mut bytes = Vec::new();
            push_places(places, &mut bytes);
            let read = |bytes: &[u8], documents| take_places(&mut &*bytes, places.len(), documents);
            assert_eq!(read(&bytes, 301).as_deref(), Some(places));
            if !places.is_empty() {
                assert_eq!(read(&bytes[..bytes.len() - 1], 301), None, "cut off");
                assert_eq!(read(&bytes, 0), None, "of documents that are not there");
            }
        }
    }

    #[test]
    fn a_shard_is_wanted_until_it_is_here() {
        let mut shards = Shards::of(vec![1, 2, 1], vec![0, 2, 3]).unwrap();
        assert_eq!((shards.count(1), shards.count(9)), (2, 0));
        shards.want(1);
        shards.want(0);
        shards.want(9);
        assert!(shards.is_wanting());
        assert_eq!(shards.take_wanted(), [0]);
        assert!(!shards.is_wanting());
        assert_eq!(shards.take_wanted(), [0; 0]);
        assert_eq!(shards.read(0, &[0, 1, 0, 2, 1, 0], 1), None, "of another index");
        let first = vec![(0, vec![place(0, 1)]), (1, vec![place(0, 2), place(1, 0)])];
        assert_eq!(shards.read(0, &[0, 1, 0, 2, 1, 0, 0], 2), None, "too long");
        assert_eq!(shards.read(0, &[0, 1, 0, 2, 1, 0], 2), Some(first));
        shards.want(0);
        shards.want(2);
        assert_eq!(shards.take_wanted(), [1]);
        for borders in [vec![], vec![0], vec![1, 3], vec![0, 2], vec![0, 4, 3]] {
            assert!(Shards::of(vec![1, 2, 1], borders.clone()).is_none(), "{borders:?}");
        }
    }
}
