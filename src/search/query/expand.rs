//! From what was typed to the words of the notes that it may mean.

use std::cmp::Reverse;

use crate::search::index::compound::{Apart, apart};
use crate::search::index::document::{DocumentId, WordPlace, before, document_of};
use crate::search::index::documents::Documents;
use crate::search::index::inflect::Stem;
use crate::search::index::term_dictionary::TermId;
use crate::search::query::near::{Near, near};
use crate::search::query::score;
use crate::search::query::{QueryPart, QueryWord};

/// The shortest word that can have another form, in bytes.
const SHORTEST_WITH_FORMS: usize = 3;
/// The shortest start of a word that is looked for with typos, in letters: shorter ones are near to
/// everything.
const SHORTEST_START_WITH_TYPOS: usize = 5;
/// The shortest word that is looked for inside of longer ones, in letters.
const SHORTEST_INSIDE: usize = 5;
/// The most words with typos that are taken for a typed one, the nearest first.
const MOST_NEAR: usize = 32;
/// A word that occurs no more often than this may be a typo in the notes, or a typed one that
/// happens to be a word: then words near to it are looked for as well.
const RARE_WORD_COUNT: usize = 1;

/// A part of a query, with all that it matches.
#[derive(Debug)]
pub(in crate::search) struct Clause {
    pub matches: Matches,
    /// Where a word stands as two.
    pub apart: Apart,
    /// How much the part tells.
    pub telling: f32,
    /// Whether words with typos are among the matches.
    pub with_typos: bool,
}

/// What a part of a query matches.
#[derive(Debug)]
pub(in crate::search) enum Matches {
    /// Terms, the best first.
    Terms(Vec<Match>),
    /// The documents with a phrase, in order.
    Documents(Vec<DocumentId>),
}

/// A term that a typed word may mean.
#[derive(Clone, Copy, Debug)]
pub(in crate::search) struct Match {
    pub term: TermId,
    /// How surely it is meant, up to 1.
    pub closeness: f32,
    pub is_typo: bool,
    /// Whether it is only the start of the term that is meant.
    pub is_start: bool,
}

impl Clause {
    /// What a part matches; with typos where it matches next to nothing without. `joined` are the terms
    /// that the part is one of two words of.
    pub(in crate::search) fn of(
        part: &QueryPart,
        joined: &[TermId],
        documents: &Documents,
    ) -> Self {
        match part.words.as_slice() {
            [word] => {
                let mut clause = Self::of_word(part, word, joined, documents);
                if clause.occurrences(documents) <= RARE_WORD_COUNT {
                    clause.add_typos(part, documents);
                }
                clause
            }
            words => {
                let found = phrase(words, part.is_open, documents);
                let telling = words
                    .iter()
                    .map(|word| documents.terms.get(&word.folded))
                    .map(|term| term.map_or(0, |term| documents.count(term)))
                    .map(|occurrences| score::telling(occurrences, documents.len()))
                    .sum();
                let (matches, apart) = (Matches::Documents(found), Apart::default());
                Self { matches, apart, telling, with_typos: true }
            }
        }
    }

    /// Adds the words that are a few typos away. Says whether there are any.
    pub(in crate::search) fn add_typos(&mut self, part: &QueryPart, documents: &Documents) -> bool {
        let (Matches::Terms(terms), [word], false) =
            (&mut self.matches, &*part.words, self.with_typos)
        else {
            return false;
        };
        self.with_typos = true;
        let typed = &word.folded;
        let limit = if part.is_quoted { 0 } else { tolerance(typed) };
        if limit == 0 {
            return false;
        }
        let starts = part.is_open && typed.chars().count() >= SHORTEST_START_WITH_TYPOS;
        let mut found = near(&documents.terms, typed, limit, starts);
        found.retain(|near| terms.iter().all(|known| known.term != near.term));
        sort_nearest(&mut found, documents);
        let before = terms.len();
        terms.extend(found.iter().take(MOST_NEAR).map(|near| {
            let closeness = if near.edits <= 1 { score::ONE_TYPO } else { score::TWO_TYPOS };
            let share = if near.is_start { score::TYPO_IN_START } else { 1.0 };
            Match {
                term: near.term,
                closeness: closeness * share,
                is_typo: true,
                is_start: near.is_start,
            }
        }));
        terms.sort_by(|a, b| b.closeness.total_cmp(&a.closeness));
        if before == 0 {
            let occurrences = terms.first().map_or(0, |best| documents.count(best.term));
            self.telling = score::telling(occurrences, documents.len());
        }
        terms.len() > before
    }

    /// The terms that it matches only by typos, the nearest first.
    pub(in crate::search) fn typos(&self) -> impl Iterator<Item = &Match> {
        let terms = match &self.matches {
            Matches::Terms(terms) => terms.as_slice(),
            Matches::Documents(_) => &[],
        };
        terms.iter().filter(|term| term.is_typo)
    }

    /// Whether nothing of it is in the notes as it was typed.
    pub(in crate::search) fn is_unknown(&self) -> bool {
        match &self.matches {
            Matches::Terms(terms) => {
                self.apart.documents.is_empty() && terms.iter().all(|term| term.is_typo)
            }
            Matches::Documents(_) => false,
        }
    }

    fn of_word(
        part: &QueryPart,
        word: &QueryWord,
        joined: &[TermId],
        documents: &Documents,
    ) -> Self {
        let typed = word.folded.as_str();
        let mut found: Vec<Match> = Vec::new();
        // How often the word itself stands in the notes, and how often what it may be the start of.
        let (mut own, mut all) = (0, 0);
        let mut add = |term: TermId, closeness: f32| {
            let occurrences = documents.count(term);
            all += occurrences;
            own += if closeness >= score::WORD_FORM { occurrences } else { 0 };
            let is_start = closeness < score::WORD_FORM;
            found.push(Match { term, closeness, is_typo: false, is_start });
        };
        let has_forms = !part.is_quoted && typed.len() >= SHORTEST_WITH_FORMS;
        if !has_forms && !part.is_open {
            documents.terms.get(typed).into_iter().for_each(|term| add(term, score::WHOLE_WORD));
        } else {
            let stem = Stem::of(typed);
            let start = if has_forms { stem.start } else { typed };
            for term in documents.terms.starting_with(start) {
                let known = documents.terms.word(term);
                if known == typed {
                    add(term, score::WHOLE_WORD);
                } else if has_forms && stem.is_of(Stem::of(known)) {
                    add(term, score::WORD_FORM);
                } else if part.is_open && known.starts_with(typed) {
                    add(term, score::start(typed.len(), known.len()));
                }
            }
        }
        if is_part(typed) && !part.is_quoted {
            for term in documents.terms.holding(typed) {
                if found.iter().all(|known| known.term != term) {
                    all += documents.count(term);
                    let (closeness, is_typo, is_start) = (score::WORD_PART, false, true);
                    found.push(Match { term, closeness, is_typo, is_start });
                }
            }
        }
        for &term in joined {
            if found.iter().all(|known| known.term != term) {
                all += documents.count(term);
                let (closeness, is_typo, is_start) = (score::WORD_FORM, false, false);
                found.push(Match { term, closeness, is_typo, is_start });
            }
        }
        found.sort_by(|a, b| b.closeness.total_cmp(&a.closeness));
        let apart = if part.is_quoted { Apart::default() } else { apart(typed, documents) };
        all += apart.documents.len();
        let telling = score::telling(if own > 0 { own } else { all }, documents.len());
        Self { matches: Matches::Terms(found), apart, telling, with_typos: false }
    }

    fn occurrences(&self, documents: &Documents) -> usize {
        match &self.matches {
            Matches::Terms(terms) => {
                let of_term = |found: &Match| documents.count(found.term);
                terms.iter().map(of_term).sum::<usize>() + self.apart.documents.len()
            }
            Matches::Documents(documents) => documents.len(),
        }
    }
}

/// Whether a word is long enough to be looked for inside of others: the parts of compounds and of names such as
/// `sendRawTransaction`.
pub(in crate::search) fn is_part(typed: &str) -> bool {
    typed.chars().nth(SHORTEST_INSIDE - 1).is_some()
}

/// The word that may be meant by one that is not in the notes, nor any that it may mean: it has one
/// typo more than is searched for.
pub(in crate::search) fn nearest(typed: &str, documents: &Documents) -> Option<TermId> {
    let limit = tolerance(typed) + 1;
    if typed.chars().count() <= usize::from(limit) + 1 {
        return None;
    }
    let mut found = near(&documents.terms, typed, limit, false);
    sort_nearest(&mut found, documents);
    found.first().map(|near| near.term)
}

/// How many typos a word may have: none in short ones, which are near to everything, and none in
/// numbers.
fn tolerance(word: &str) -> u8 {
    if word.contains(|c: char| c.is_numeric()) {
        return 0;
    }
    match word.chars().count() {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// The nearest first; of those, whole words; of those, the most common.
fn sort_nearest(found: &mut [Near], documents: &Documents) {
    found.sort_by_key(|near| (near.edits, near.is_start, Reverse(documents.count(near.term))));
}

/// The documents in which words follow one another.
fn phrase(words: &[QueryWord], is_open: bool, documents: &Documents) -> Vec<DocumentId> {
    let Some((last, first)) = words.split_last() else { return Vec::new() };
    let known = |word: &QueryWord| documents.terms.get(&word.folded);
    let Some(first) = first.iter().map(known).collect::<Option<Vec<TermId>>>() else {
        return Vec::new();
    };
    let ends: Vec<TermId> = if is_open {
        documents.terms.starting_with(&last.folded).collect()
    } else {
        known(last).into_iter().collect()
    };
    let mut found = Vec::new();
    for end in ends {
        let lists: Vec<&[WordPlace]> =
            first.iter().chain([&end]).map(|&term| documents.places(term)).collect();
        // From the rarest word on, the others are looked up.
        let rarest = lists.iter().zip(0..).min_by_key(|(places, _)| places.len());
        let Some((rarest, offset)) = rarest else { continue };
        for &place in *rarest {
            let starts = before(place, offset);
            let follows = |(places, nth): (&&[WordPlace], u32)| match starts {
                Some(start) => places.binary_search(&(start + nth)).is_ok(),
                None => false,
            };
            if lists.iter().zip(0..).all(follows) {
                found.push(document_of(place));
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_words_may_have_more_typos() {
        let cases =
            [("abc", 0), ("abcd", 1), ("abcdefg", 1), ("abcdefgh", 2), ("2024", 0), ("größe", 1)];
        for (word, want) in cases {
            assert_eq!(tolerance(word), want, "{word}");
        }
    }
}
