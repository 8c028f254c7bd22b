//! Which parts of a text a query matched, for highlighting.

use std::ops::Range;

use crate::text::{fold, is_apostrophe, is_word_char, words};

/// The places, in bytes, of the words that a query found in a text: whole words, or their starts
/// as far as they were typed. In order, and apart from each other.
#[must_use]
pub fn marks(text: &str, query: &str) -> Vec<Range<usize>> {
    let typed: Vec<String> = words(query).collect();
    if typed.is_empty() {
        return Vec::new();
    }
    word_places(text).filter_map(|place| mark(text, place, &typed)).collect()
}

fn mark(text: &str, place: Range<usize>, typed: &[String]) -> Option<Range<usize>> {
    let word = &text[place.clone()];
    let folded = folded_word(word);
    let longest =
        typed.iter().filter(|typed| folded.starts_with(*typed)).max_by_key(|t| t.len())?;
    if folded.len() == longest.len() {
        return Some(place);
    }
    // Folding may change lengths, so the part is found by folding ever more of the word.
    let ends = word.char_indices().skip(1).map(|(at, _)| at);
    let end = ends.clone().find(|&at| folded_word(&word[..at]).len() >= longest.len());
    Some(place.start..place.start + end.unwrap_or(word.len()))
}

fn folded_word(word: &str) -> String {
    fold(word).replace(is_apostrophe, "")
}

/// The places of a text's words, apostrophes inside them included.
fn word_places(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut places = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (is_word_char(c) || is_apostrophe(c), start) {
            (true, None) if !is_apostrophe(c) => start = Some(at),
            (false, Some(from)) => {
                places.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    places.extend(start.map(|from| from..text.len()));
    places.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_words_and_starts() {
        let cases: [(&str, &str, &[&str]); 8] = [
            ("Earn trust, trusted by all", "trust", &["trust", "trust"]),
            ("Earn trust", "ear tru", &["Ear", "tru"]),
            ("Distrust", "trust", &[]),
            ("Élan vital", "elan", &["Élan"]),
            ("Don't stop", "dont", &["Don't"]),
            ("ﬁne print", "f", &["ﬁ"]),
            ("कौशल है", "कौशल", &["कौशल"]),
            ("anything", "", &[]),
        ];
        for (text, query, want) in cases {
            let got: Vec<&str> = marks(text, query).into_iter().map(|r| &text[r]).collect();
            assert_eq!(got, want, "{query:?} in {text:?}");
        }
    }
}
