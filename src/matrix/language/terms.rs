//! What the words of a ladder's headings and cells stand for, in any of the languages that are known.

use rustc_hash::FxHashMap;

use crate::text;

use super::senses::Kinds;
use super::words::{LEVELS, TERMS, lists};

/// The most words that a term has.
const MOST_WORDS: usize = 4;

/// A word, or several that are one term.
#[derive(Clone, Debug, Default)]
pub(in crate::matrix) struct Term {
    /// The folded words.
    pub(in crate::matrix) text: String,
    /// The known level that it names, as an index of [`LEVELS`].
    pub(in crate::matrix) level: Option<usize>,
    kinds: Kinds,
}

impl Term {
    /// Whether it is of one of the kinds.
    pub(in crate::matrix) fn is(&self, kinds: Kinds) -> bool {
        self.kinds.has(kinds)
    }

    /// Whether nothing is known of it.
    pub(in crate::matrix) fn is_unknown(&self) -> bool {
        self.level.is_none() && self.kinds == Kinds::default()
    }
}

/// Every term that is known. Built once a matrix.
pub(in crate::matrix) struct Terms {
    known: FxHashMap<&'static str, (Option<usize>, Kinds)>,
    /// The first words of terms of several words.
    beginnings: FxHashMap<&'static str, ()>,
    /// The first letters of terms of scripts without spaces, each with its terms, the longest first.
    unspaced: FxHashMap<char, Vec<&'static str>>,
}

impl Terms {
    pub(in crate::matrix) fn new() -> Self {
        let mut terms = Self {
            known: FxHashMap::default(),
            beginnings: FxHashMap::default(),
            unspaced: FxHashMap::default(),
        };
        for (index, level) in LEVELS.iter().enumerate() {
            level.words.iter().for_each(|word| terms.add(word, Some(index), Kinds::default()));
        }
        for (kinds, words) in TERMS {
            words.iter().for_each(|word| terms.add(word, None, kinds));
        }
        for terms in terms.unspaced.values_mut() {
            terms.sort_by_key(|term| std::cmp::Reverse(term.len()));
            terms.dedup();
        }
        terms
    }

    fn add(&mut self, term: &'static str, level: Option<usize>, kinds: Kinds) {
        let known = self.known.entry(term).or_default();
        known.0 = known.0.or(level);
        known.1 = known.1.or(kinds);
        if let Some((first, _)) = term.split_once(' ') {
            self.beginnings.insert(first, ());
        }
        if let Some(first) = term.chars().next().filter(|&c| is_unspaced(c)) {
            self.unspaced.entry(first).or_default().push(term);
        }
    }

    /// The terms of a text, in order.
    pub(in crate::matrix) fn read(&self, text: &str) -> Vec<Term> {
        let words: Vec<String> = text::words(text).collect();
        let mut terms = Vec::with_capacity(words.len());
        let mut at = 0;
        while let Some(word) = words.get(at) {
            if word.contains(is_unspaced) && !self.known.contains_key(word.as_str()) {
                self.cut(word, &mut terms);
                at += 1;
                continue;
            }
            let longest = if self.beginnings.contains_key(word.as_str()) { MOST_WORDS } else { 1 };
            let several = (2..=longest).rev().find_map(|count| {
                let term = words.get(at..at + count)?.join(" ");
                self.known.contains_key(term.as_str()).then_some((term, count))
            });
            let (term, count) = several.unwrap_or_else(|| (word.clone(), 1));
            terms.push(self.term(term));
            at += count;
        }
        terms
    }

    fn term(&self, text: String) -> Term {
        let (level, kinds) = self.known.get(text.as_str()).copied().unwrap_or_default();
        Term { text, level, kinds }
    }

    /// Cuts a word of a script without spaces into the terms that stand in it.
    fn cut(&self, word: &str, terms: &mut Vec<Term>) {
        let mut rest = word;
        let mut unknown = String::new();
        while let Some(first) = rest.chars().next() {
            let among = self.unspaced.get(&first).map_or(&[][..], Vec::as_slice);
            match among.iter().find(|term| rest.starts_with(**term)) {
                Some(term) => {
                    if !unknown.is_empty() {
                        terms.push(self.term(std::mem::take(&mut unknown)));
                    }
                    terms.push(self.term((*term).to_owned()));
                    rest = &rest[term.len()..];
                }
                None => {
                    unknown.push(first);
                    rest = &rest[first.len_utf8()..];
                }
            }
        }
        if !unknown.is_empty() {
            terms.push(self.term(unknown));
        }
    }
}

/// Whether a letter is of a script that is written without spaces, or, in Korean, with endings.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}')
}

/// "l3", "ic5", "m2", "lvl2", "a1".
pub(super) fn is_code(word: &str) -> bool {
    let letters = word.trim_end_matches(['a', 'b']).trim_end_matches(|c: char| c.is_ascii_digit());
    looks_like_code(word) && !is_time(letters) && !lists::DOUBTFUL_CODES.contains(&letters)
}

/// Whether the letters before a number say a part of a year, or a version.
pub(in crate::matrix) fn is_time(letters: &str) -> bool {
    lists::TIME_CODES.contains(&letters)
}

/// The capital letters and the number of a grade's code, whatever the letters.
pub(in crate::matrix) fn code_of(text: &str) -> Option<(String, u8)> {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let (prefix, number) = text.split_at(letters);
    let is_code = (1..=3).contains(&letters) && (1..=2).contains(&number.len());
    is_code.then(|| Some((prefix.to_owned(), number.parse().ok()?))).flatten()
}

/// Whether a word is of letters and a number, as codes are.
pub(super) fn looks_like_code(word: &str) -> bool {
    let letters = word.bytes().take_while(u8::is_ascii_lowercase).count();
    let digits = word[letters..].bytes().take_while(u8::is_ascii_digit).count();
    let rest = &word[letters + digits..];
    (1..=3).contains(&letters)
        && (1..=2).contains(&digits)
        && (rest.is_empty() || rest.len() == 1 && rest.ends_with(['a', 'b']))
}

/// "3", "iv".
pub(super) fn is_number(word: &str) -> bool {
    let is_digits = word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    is_digits || lists::ROMAN_NUMBERS.contains(&word)
}
