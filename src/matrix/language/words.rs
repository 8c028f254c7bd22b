//! The levels and words that are known, as the files in `data/` hold them; `src/build.rs` reads those.

use super::senses::{Kinds, Senses};

/// A level of seniority that is known in any note.
pub(in crate::matrix) struct KnownLevel {
    /// Its name in addresses and data.
    pub(in crate::matrix) id: &'static str,
    /// Its name as people read it.
    pub(in crate::matrix) label: &'static str,
    /// Its words in all languages, folded.
    pub(in crate::matrix) words: &'static [&'static str],
}

include!(concat!(env!("OUT_DIR"), "/words.rs"));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    #[test]
    fn every_word_is_folded_as_notes_are() {
        let known = LEVELS.iter().flat_map(|level| level.words);
        let terms = TERMS.iter().flat_map(|(_, words)| words.iter());
        for term in known.chain(terms) {
            let folded: Vec<String> = text::words(term).collect();
            assert_eq!(folded.join(" "), **term);
        }
        for word in GROUPS.iter().flat_map(|(_, words)| words.split_whitespace()) {
            assert_eq!(text::fold(word), word);
        }
        for word in lists::ALL.iter().copied().flatten() {
            assert_eq!(text::fold(word), *word);
        }
    }
}
