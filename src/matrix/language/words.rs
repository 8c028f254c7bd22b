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

/// The lists of which a word has to be, it or its singular, to name a role: most words of a text need no further look.
pub(in crate::matrix) static OF_ROLES: [&[&str]; 21] = [
    lists::PRODUCT_PERSONS,
    lists::FOUNDER_PERSONS,
    lists::ENGINEER_PERSONS,
    lists::DESIGNER_PERSONS,
    lists::RESEARCHER_PERSONS,
    lists::SALES_PERSONS,
    lists::MARKETING_PERSONS,
    lists::MANAGER,
    lists::EXECUTIVES,
    lists::LEADING,
    lists::OF_A_FIELD,
    lists::MEMBER,
    lists::MANAGEMENT,
    lists::LEADERSHIP,
    lists::PRODUCT,
    lists::ENGINEERING,
    lists::DESIGN,
    lists::RESEARCH,
    lists::SALES,
    lists::MARKETING,
    lists::TECH,
];

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
