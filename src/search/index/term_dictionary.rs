//! The dictionary: every word that was written somewhere, once, in order of the alphabet.

use std::hash::BuildHasher;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use super::inside::{Inside, SHORTEST_COMPOUND};

/// A word's number in the dictionary, from 0, in the order in which words were met.
pub(in crate::search) type TermId = u32;

/// New words wait for their place in the alphabet until there are this many, and an eighth as many
/// as stand there already: then all of building stays linear but for a logarithm.
const FEWEST_WAITING_WORDS: usize = 1024;

/// All words. It grows, and can be asked at any time.
#[derive(Debug, Default)]
pub(in crate::search) struct TermDictionary {
    /// The words, one after the other without anything between them.
    text: String,
    /// Where each word ends in `text`.
    ends: Vec<u32>,
    table: HashTable<TermId>,
    /// The words up to some number, in the order of their bytes. Later ones wait.
    sorted: Vec<TermId>,
    /// How many bytes each of the sorted words has in common with the one before it.
    shared: Vec<u8>,
    inside: Inside,
}

impl TermDictionary {
    /// These words, each of which comes once, in order of the alphabet.
    pub(in crate::search) fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let mut terms = Self::default();
        words.for_each(|word| {
            terms.insert(word);
        });
        terms.sort();
        terms
    }

    /// How many words there are.
    pub(in crate::search) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The word with a number; empty where there is none.
    pub(in crate::search) fn word(&self, id: TermId) -> &str {
        word_in(&self.text, &self.ends, id)
    }

    /// The number of a word, where it is known.
    pub(in crate::search) fn get(&self, word: &str) -> Option<TermId> {
        let is_it = |&id: &TermId| self.word(id) == word;
        self.table.find(FxBuildHasher.hash_one(word), is_it).copied()
    }

    /// The number of a word, which is added where it is new.
    pub(in crate::search) fn intern(&mut self, word: &str) -> TermId {
        if let Some(id) = self.get(word) {
            return id;
        }
        let id = self.insert(word);
        if self.len() - self.sorted.len() >= FEWEST_WAITING_WORDS + self.sorted.len() / 8 {
            self.sort();
        }
        id
    }

    fn insert(&mut self, word: &str) -> TermId {
        let id = to_u32(self.ends.len());
        self.text.push_str(word);
        self.ends.push(to_u32(self.text.len()));
        let (text, ends) = (&self.text, &self.ends);
        let hasher = |&id: &TermId| FxBuildHasher.hash_one(word_in(text, ends, id));
        self.table.insert_unique(FxBuildHasher.hash_one(word), id, hasher);
        id
    }

    /// Gives the words that wait their place in the alphabet.
    pub(in crate::search) fn sort(&mut self) {
        let first_new = to_u32(self.sorted.len());
        let mut new: Vec<TermId> = (first_new..to_u32(self.len())).collect();
        if new.is_empty() {
            return;
        }
        let (text, ends) = (&self.text, &self.ends);
        self.inside.add(new.iter().map(|&id| (id, word_in(text, ends, id))));
        new.sort_unstable_by(|&a, &b| self.word(a).cmp(self.word(b)));
        let mut merged = Vec::with_capacity(self.len());
        let mut old = std::mem::take(&mut self.sorted).into_iter().peekable();
        for id in new {
            while let Some(before) = old.next_if(|&old| self.word(old) < self.word(id)) {
                merged.push(before);
            }
            merged.push(id);
        }
        merged.extend(old);
        let mut shared = Vec::with_capacity(merged.len());
        let mut before = "";
        for &id in &merged {
            let word = self.word(id);
            shared.push(in_common(before, word));
            before = word;
        }
        (self.sorted, self.shared) = (merged, shared);
    }

    /// The words that start like this, in no particular order.
    pub(in crate::search) fn starting_with(&self, start: &str) -> impl Iterator<Item = TermId> {
        let first = self.sorted.partition_point(|&id| self.word(id) < start);
        let candidates = self.sorted.get(first..).unwrap_or_default();
        let found =
            candidates.iter().copied().take_while(move |&id| self.word(id).starts_with(start));
        found.chain(self.waiting().filter(move |&id| self.word(id).starts_with(start)))
    }

    /// The long words that hold a text of five bytes or more and do not start with it, in no particular order.
    pub(in crate::search) fn holding(&self, part: &str) -> Vec<TermId> {
        let holds = |&id: &TermId| {
            let word = self.word(id);
            word.len() >= SHORTEST_COMPOUND && word.find(part).is_some_and(|at| at > 0)
        };
        let mut found: Vec<TermId> = self.inside.candidates(part).filter(holds).collect();
        // A word may hold it twice.
        found.dedup();
        found.extend(self.waiting().filter(holds));
        found
    }

    /// The words in alphabetical order, each with the number of bytes that it has in common with
    /// the word before it; then those that wait, which have nothing in common.
    pub(in crate::search) fn in_order(&self) -> impl Iterator<Item = (TermId, usize)> {
        let sorted = self.sorted.iter().zip(&self.shared);
        let sorted = sorted.map(|(&id, &shared)| (id, usize::from(shared)));
        sorted.chain(self.waiting().map(|id| (id, 0)))
    }

    fn waiting(&self) -> std::ops::Range<TermId> {
        to_u32(self.sorted.len())..to_u32(self.len())
    }
}

fn word_in<'a>(text: &'a str, ends: &[u32], id: TermId) -> &'a str {
    let id = id as usize;
    let start = id.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
    let end = ends.get(id).copied().unwrap_or(start);
    text.get(start as usize..end as usize).unwrap_or("")
}

fn in_common(left: &str, right: &str) -> u8 {
    let common = left.bytes().zip(right.bytes()).take_while(|(a, b)| a == b).count();
    u8::try_from(common).unwrap_or(u8::MAX)
}

/// A count as it is stored. More than four thousand million words fit into no page.
pub(in crate::search) fn to_u32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(terms: &TermDictionary, start: &str) -> Vec<String> {
        let mut found: Vec<String> =
            terms.starting_with(start).map(|id| terms.word(id).to_owned()).collect();
        found.sort();
        found
    }

    #[test]
    fn words_are_found_before_and_after_they_have_their_place() {
        let mut terms = TermDictionary::default();
        for word in ["trust", "true", "tea", "trust"] {
            terms.intern(word);
        }
        assert_eq!(terms.len(), 3);
        assert_eq!(found(&terms, "tru"), ["true", "trust"]);
        terms.sort();
        assert_eq!(found(&terms, "tru"), ["true", "trust"]);
        terms.intern("truth");
        terms.intern("ångström");
        assert_eq!(found(&terms, "tru"), ["true", "trust", "truth"]);
        terms.sort();
        assert_eq!(found(&terms, "tru"), ["true", "trust", "truth"]);
        assert_eq!(found(&terms, ""), ["tea", "true", "trust", "truth", "ångström"]);
        assert_eq!(found(&terms, "x"), [""; 0]);
        assert_eq!(terms.get("tea"), Some(2));
        assert_eq!(terms.get("te"), None);
    }

    #[test]
    fn long_words_are_found_by_their_parts() {
        let mut terms = TermDictionary::default();
        for word in ["sauerteigbrot", "teigbr", "teigbrotform", "teigbrotteig"] {
            terms.intern(word);
        }
        let found = |terms: &TermDictionary, part: &str| {
            let mut found: Vec<String> =
                terms.holding(part).into_iter().map(|id| terms.word(id).to_owned()).collect();
            found.sort();
            found
        };
        for _ in 0..2 {
            assert_eq!(found(&terms, "teigbr"), ["sauerteigbrot"]);
            assert_eq!(found(&terms, "brotteig"), ["teigbrotteig"]);
            assert_eq!(found(&terms, "brotofen"), [""; 0]);
            terms.sort();
        }
        terms.intern("weizenteigbrot");
        assert_eq!(found(&terms, "teigbr").len(), 2);
    }

    #[test]
    fn many_words_keep_their_numbers() {
        let mut terms = TermDictionary::default();
        let word = |n: usize| format!("w{}", n * 7919 % 5000);
        for n in 0..5000 {
            terms.intern(&word(n));
        }
        for n in 0..5000 {
            assert_eq!(terms.get(&word(n)), Some(to_u32(n)));
        }
        let in_order: Vec<(TermId, usize)> = terms.in_order().collect();
        assert_eq!(in_order.len(), 5000);
        for pair in in_order.windows(2) {
            let (before, (word, shared)) =
                (terms.word(pair[0].0), (terms.word(pair[1].0), pair[1].1));
            assert_eq!(before[..shared], word[..shared], "{before} {word}");
        }
    }
}
