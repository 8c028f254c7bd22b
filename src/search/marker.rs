//! Which parts of a text a query matched, for highlighting.

use std::ops::Range;

use super::Query;
use super::query::{QueryPart, QueryWord};
use crate::search::index::inflect::Stem;
use crate::search::index::inside::SHORTEST_COMPOUND;
use crate::search::index::term_dictionary::{TermDictionary, TermId};
use crate::search::index::tokens::each_word;
use crate::search::query::expand::{Clause, is_part};

/// A word that tells less than this share of what the most telling one does is not marked.
const LIGHT_WORD_SHARE: f32 = 0.28;

/// Finds in any text the words that a query matched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marker {
    typed: Vec<TypedWord>,
    /// Letters of scripts without spaces that are looked for in a row.
    rows: Vec<Vec<String>>,
    /// Words that were matched although they are spelt otherwise.
    respelt: Vec<String>,
    /// Words that were matched side by side.
    pairs: Vec<(String, String)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct TypedWord {
    word: String,
    /// Whether longer words that start like it match.
    is_open: bool,
    /// Whether other forms of it match.
    has_forms: bool,
    /// Whether longer words match that hold it.
    is_part: bool,
}

impl Marker {
    /// A marker of what was typed, and of other forms of it.
    #[must_use]
    pub fn of(query: &Query) -> Self {
        let is_row =
            |part: &&QueryPart| part.words.len() > 1 && part.words.iter().all(QueryWord::is_letter);
        let rows = query.wanted.iter().filter(is_row);
        let rows = rows.map(|part| part.words.iter().map(|word| word.folded.clone()).collect());
        let parts = query.wanted.iter().filter(|part| !is_row(part)).flat_map(|part| {
            let last = part.words.len().saturating_sub(1);
            part.words.iter().enumerate().map(move |(nth, word)| TypedWord {
                word: word.folded.clone(),
                is_open: part.is_open && nth == last,
                has_forms: !part.is_quoted,
                is_part: !part.is_quoted && is_part(&word.folded),
            })
        });
        Self { typed: parts.collect(), rows: rows.collect(), ..Self::default() }
    }

    /// The same, with the words that were matched by typos, and those that were typed as one word or as
    /// two and stand there the other way.
    pub(super) fn new(
        query: &Query,
        clauses: &[Clause],
        joined: &[Vec<TermId>],
        terms: &TermDictionary,
    ) -> Self {
        let word = |term: TermId| terms.word(term).to_owned();
        let typos = clauses.iter().flat_map(Clause::typos).map(|typo| word(typo.term));
        let joined = joined.iter().flatten().map(|&term| word(term));
        let pairs = clauses.iter().flat_map(|clause| &clause.apart.pairs);
        let pairs = pairs.map(|&(first, second)| (word(first), word(second)));
        let mut marker = Self::of(query);
        let light = light(query, clauses);
        marker.typed.retain(|typed| !light.contains(&typed.word.as_str()));
        Self { respelt: typos.chain(joined).collect(), pairs: pairs.collect(), ..marker }
    }

    /// The places, in bytes, of the words that the query matched in a text: whole words, or their
    /// starts as far as they were typed. In order, and apart from each other.
    #[must_use]
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let mut marks = Vec::new();
        if self.typed.is_empty() && self.rows.is_empty() {
            return marks;
        }
        let mut row: Vec<(Range<usize>, String)> = Vec::new();
        let mut before: Option<(Range<usize>, String)> = None;
        each_word(text, |place, word| {
            if !self.rows.is_empty() {
                if row.last().is_some_and(|(last, _)| last.end != place.start) {
                    row.clear();
                }
                row.push((place.clone(), word.to_owned()));
                let ends = |wanted: &&Vec<String>| {
                    let start = row.len().checked_sub(wanted.len());
                    let last = start.and_then(|start| row.get(start..)).unwrap_or_default();
                    !last.is_empty() && last.iter().map(|(_, word)| word).eq(wanted.iter())
                };
                let longest = self.rows.iter().filter(ends).map(Vec::len).max();
                if let Some((start, _)) = longest.and_then(|length| row.get(row.len() - length)) {
                    let start = start.start;
                    marks.retain(|mark: &Range<usize>| mark.end <= start);
                    marks.push(start..place.end);
                    return;
                }
            }
            if !self.pairs.is_empty() {
                let last = before.replace((place.clone(), word.to_owned()));
                let is = |(first, second): &(String, String), last: &str| {
                    first == last && second == word
                };
                if let Some((start, _)) =
                    last.filter(|(_, last)| self.pairs.iter().any(|pair| is(pair, last)))
                {
                    marks.retain(|mark: &Range<usize>| mark.start != start.start);
                    marks.extend([start, place]);
                    return;
                }
            }
            let is_whole = |typed: &TypedWord| {
                typed.word == word
                    || (typed.has_forms && Stem::of(&typed.word).is_of(Stem::of(word)))
            };
            if self.typed.iter().any(is_whole) || self.respelt.iter().any(|known| known == word) {
                return marks.push(place);
            }
            let starts = self.typed.iter().filter(|typed| typed.is_open);
            let starts = starts.filter(|typed| word.starts_with(&typed.word));
            if let Some(longest) = starts.map(|typed| typed.word.len()).max() {
                let end = end_of_start(&text[place.clone()], longest);
                marks.push(place.start..place.start + end);
                return;
            }
            let parts =
                self.typed.iter().filter(|typed| typed.is_part && word.len() >= SHORTEST_COMPOUND);
            let inside = |typed: &TypedWord| Some((word.find(&typed.word)?, typed.word.len()));
            if let Some((at, length)) = parts.filter_map(inside).max_by_key(|(_, length)| *length) {
                let end = |folded| end_of_start(&text[place.clone()], folded);
                let start = if at == 0 { 0 } else { end(at) };
                marks.push(place.start + start..place.start + end(at + length));
            }
        });
        marks
    }
}

/// The words that tell next to nothing beside the others: to mark each `a` and `how` would hide what was
/// asked for.
fn light<'a>(query: &'a Query, clauses: &[Clause]) -> Vec<&'a str> {
    let strongest = clauses.iter().map(|clause| clause.telling).fold(0.0, f32::max);
    let parts = query.wanted.iter().zip(clauses);
    let is_light = |(part, clause): &(&QueryPart, &Clause)| {
        !part.is_quoted && clause.telling < strongest * LIGHT_WORD_SHARE
    };
    parts
        .filter(is_light)
        .filter_map(|(part, _)| match part.words.as_slice() {
            [word] => Some(word.folded.as_str()),
            _ => None,
        })
        .collect()
}

/// Where the start of a word ends that has so many bytes once it is folded.
fn end_of_start(word: &str, folded: usize) -> usize {
    // Folding may change lengths, so the end is found by folding ever more of the word.
    let ends = word.char_indices().skip(1).map(|(at, _)| at);
    let length = |end: usize| {
        let mut length = 0;
        each_word(&word[..end], |_, folded| length = folded.len());
        length
    };
    ends.into_iter().find(|&end| length(end) >= folded).unwrap_or(word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_words_and_starts() {
        let cases: [(&str, &str, &[&str]); 17] = [
            ("Earn trust, trusted by all", "trust", &["trust", "trusted"]),
            ("Earn trust", "ear tru", &["Ear", "tru"]),
            ("Distrust", "trust", &[]),
            ("Élan vital", "elan", &["Élan"]),
            ("Élancé", "elan", &["Élan"]),
            ("Don't stop", "dont", &["Don't"]),
            ("ﬁne print", "f", &["ﬁ"]),
            ("कौशल है", "कौशल", &["कौशल"]),
            ("I am in it", "i am", &["I", "am"]),
            ("Promoting people", "promoted", &["Promoting"]),
            ("earn trust; trusting", "\"earn trust\"", &["earn", "trust"]),
            ("trust in teams", "trust -teams", &["trust"]),
            ("结构化知识，知道", "知识", &["知识"]),
            ("ต้องจัดลำดับ", "จัดลำดับ", &["จัดลำดับ"]),
            ("Das Sauerteigbrot", "teigbrot", &["teigbrot"]),
            ("eth_sendRawTransaction", "RawTransaction", &["RawTransaction"]),
            ("anything", "", &[]),
        ];
        for (text, query, want) in cases {
            let marker = Marker::of(&Query::read(query));
            let got: Vec<&str> = marker.marks(text).into_iter().map(|place| &text[place]).collect();
            assert_eq!(got, want, "{query:?} in {text:?}");
        }
    }
}
