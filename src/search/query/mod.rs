//! What a reader types: words, "phrases in quotes", and -words to leave out.

pub(in crate::search) mod answer;
pub(in crate::search) mod collect;
pub(in crate::search) mod expand;
pub(in crate::search) mod near;
pub(in crate::search) mod score;
pub(in crate::search) mod scratch;

use std::ops::Range;

use crate::search::index::tokens::{each_word, is_unspaced};

/// The most words and phrases of a query that count; more than a sentence is a text pasted by
/// mistake.
pub(super) const MOST_PARTS: usize = 30;

/// The shortest word that is taken for the start of a longer one although others follow it.
const SHORTEST_START: usize = 3;

/// A query, read. It is empty when it has no word to look for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    text: String,
    pub(super) wanted: Vec<QueryPart>,
    pub(super) unwanted: Vec<QueryPart>,
}

/// A word, or the words of a phrase.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct QueryPart {
    pub words: Vec<QueryWord>,
    /// Whether it stands in quotes: then it is looked for as it is.
    pub is_quoted: bool,
    /// Whether the last word may be the start of a longer one.
    pub is_open: bool,
}

/// A word as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct QueryWord {
    /// The word, folded.
    pub folded: String,
    /// Where it stands in the query, in bytes.
    pub place: Range<usize>,
}

impl QueryWord {
    /// Whether it is a letter of a script without spaces.
    pub(super) fn is_letter(&self) -> bool {
        self.folded.chars().next().is_some_and(is_unspaced)
    }

    /// Whether both are such letters, side by side.
    fn is_followed_by(&self, next: &Self) -> bool {
        self.place.end == next.place.start && self.is_letter() && next.is_letter()
    }
}

impl Query {
    /// Reads what was typed. Everything can be read: a quotation that is not closed goes on to the
    /// end, and signs without words mean nothing.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut query = Self { text: text.to_owned(), ..Self::default() };
        let mut is_quoted = false;
        let mut from = 0;
        for (at, quote) in text.match_indices(['"', '“', '”', '„', '«', '»']) {
            query.add(from..at, is_quoted);
            is_quoted = !is_quoted;
            from = at + quote.len();
        }
        query.add(from..text.len(), is_quoted);
        query.wanted.truncate(MOST_PARTS);
        // The word being typed is the last one, unless a space or a quote says that it is whole.
        let end = text.trim_end_matches(|c: char| c.is_ascii_punctuation() && c != '"').len();
        for part in &mut query.wanted {
            let Some(word) = part.words.last() else { continue };
            part.is_open = word.place.end == end
                || (!part.is_quoted && word.folded.chars().count() >= SHORTEST_START);
        }
        query
    }

    /// Whether there is nothing to look for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty()
    }

    /// The query as it was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The query with other words in some places, which are in order.
    pub(super) fn with(&self, replaced: &[(Range<usize>, &str)]) -> String {
        let mut text = String::with_capacity(self.text.len());
        let mut from = 0;
        for (place, word) in replaced {
            text.push_str(self.text.get(from..place.start).unwrap_or(""));
            text.push_str(word);
            from = place.end;
        }
        text.push_str(self.text.get(from..).unwrap_or(""));
        text
    }

    /// Adds what stands outside or inside of quotes.
    fn add(&mut self, place: Range<usize>, is_quoted: bool) {
        let text = self.text.get(place.clone()).unwrap_or("").to_owned();
        if is_quoted {
            let before = self.text.get(..place.start).unwrap_or("").trim_end_matches(is_quote);
            let is_unwanted = before
                .strip_suffix('-')
                .is_some_and(|before| before.is_empty() || before.ends_with(char::is_whitespace));
            let words = words(&text, place.start);
            return self.push(QueryPart { words, is_quoted, is_open: false }, is_unwanted);
        }
        let mut at = 0;
        for token in text.split_inclusive(char::is_whitespace) {
            let is_unwanted = token.starts_with('-');
            let mut part: Vec<QueryWord> = Vec::new();
            for word in words(token, place.start + at) {
                // Letters that stand in a row are looked for in a row.
                if !part.last().is_some_and(|last| last.is_followed_by(&word)) && !part.is_empty() {
                    let words = std::mem::take(&mut part);
                    self.push(QueryPart { words, is_quoted, is_open: false }, is_unwanted);
                }
                part.push(word);
            }
            self.push(QueryPart { words: part, is_quoted, is_open: false }, is_unwanted);
            at += token.len();
        }
    }

    fn push(&mut self, part: QueryPart, is_unwanted: bool) {
        if !part.words.is_empty() {
            if is_unwanted { self.unwanted.push(part) } else { self.wanted.push(part) }
        }
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

fn words(text: &str, offset: usize) -> Vec<QueryWord> {
    let mut words = Vec::new();
    each_word(text, |place, folded| {
        let place = offset + place.start..offset + place.end;
        words.push(QueryWord { folded: folded.to_owned(), place });
    });
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Parts as `word`, `start*`, `one two` and `-word`.
    fn shown(text: &str) -> Vec<String> {
        let query = Query::read(text);
        let part = |part: &QueryPart| {
            let words: Vec<&str> = part.words.iter().map(|word| word.folded.as_str()).collect();
            words.join(" ") + if part.is_open { "*" } else { "" }
        };
        let wanted = query.wanted.iter().map(part);
        wanted.chain(query.unwanted.iter().map(|clause| format!("-{}", part(clause)))).collect()
    }

    #[test]
    fn reads_words_phrases_and_what_to_leave_out() {
        let cases: [(&str, &[&str]); 20] = [
            ("", &[]),
            ("  - \" \" -", &[]),
            ("trust", &["trust*"]),
            ("Trust ", &["trust*"]),
            ("to do", &["to", "do*"]),
            ("to do ", &["to", "do"]),
            ("how do I get", &["how*", "do", "i", "get*"]),
            ("\"earn trust\" fast", &["earn trust", "fast*"]),
            ("“Earn trust”", &["earn trust"]),
            ("\"earn tru", &["earn tru*"]),
            ("\"earn tru\"", &["earn tru"]),
            ("\"earn\"", &["earn"]),
            ("trust -team", &["trust*", "-team"]),
            ("trust -\"a team\" x", &["trust*", "x*", "-a team"]),
            ("e-mail", &["e", "mail*"]),
            ("trade-off", &["trade*", "off*"]),
            ("don’t", &["dont*"]),
            ("what next?", &["what*", "next*"]),
            ("知识 AI产品", &["知 识", "ai", "产 品*"]),
            ("知识 -快乐", &["知 识", "-快 乐"]),
        ];
        for (text, want) in cases {
            assert_eq!(shown(text), want, "{text:?}");
        }
        assert_eq!(Query::read(&"word ".repeat(100)).wanted.len(), MOST_PARTS);
    }

    #[test]
    fn words_are_replaced_where_they_stand() {
        let query = Query::read("Élan and “stratgey”!");
        let place = |n: usize| query.wanted[n].words[0].place.clone();
        let replaced = [(place(0), "plan"), (place(2), "strategy")];
        assert_eq!(query.with(&replaced), "plan and “strategy”!");
    }
}
