//! What a word may stand for: the groups of [`words`](super::words), looked up at once.

use rustc_hash::FxHashMap;

use crate::text;

use super::senses::Senses;
use super::words::{GROUPS, OF_ROLES};

/// A folded word, with what it may stand for.
#[derive(Clone, Debug, Default)]
pub(in crate::matrix) struct Word {
    pub(in crate::matrix) text: String,
    senses: Senses,
}

impl Word {
    /// The folded word.
    pub(in crate::matrix) fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it is one of a list.
    pub(in crate::matrix) fn is_in(&self, list: &[&str]) -> bool {
        list.contains(&self.text.as_str())
    }

    /// Whether it has one of the senses.
    pub(in crate::matrix) fn is(&self, senses: Senses) -> bool {
        self.senses.and(senses) != Senses::default()
    }
}

/// Every word with a sense. Built once a matrix; each word of a note is looked up once.
pub(in crate::matrix) struct Lexicon(FxHashMap<&'static str, Senses>);

impl Lexicon {
    pub(in crate::matrix) fn new() -> Self {
        let mut lexicon: FxHashMap<&'static str, Senses> = FxHashMap::default();
        let grouped = GROUPS
            .iter()
            .flat_map(|(senses, words)| words.split_whitespace().map(|word| (*senses, word)));
        let of_roles = OF_ROLES.into_iter().flatten().map(|word| (Senses::OF_ROLES, *word));
        for (senses, word) in grouped.chain(of_roles) {
            let known = lexicon.entry(word).or_default();
            *known = known.or(senses);
        }
        Self(lexicon)
    }

    /// The words of a text.
    pub(in crate::matrix) fn read(&self, text: &str) -> Vec<Word> {
        let word = |text: String| Word { senses: self.senses(&text), text };
        text::words(text).map(word).collect()
    }

    fn senses(&self, word: &str) -> Senses {
        let known = |word: &str| self.0.get(word).copied().unwrap_or_default();
        // Only plurals in "s" are derived; the groups hold the others.
        let singular = word.strip_suffix('s').map(known).unwrap_or_default();
        known(word).or(singular.and(Senses::OF_PLURALS))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_plurals_only_where_number_makes_no_difference() {
        let lexicon = Lexicon::new();
        let cases = [
            ("skills", Senses::SKILLS, true),
            ("skill", Senses::SKILLS, false),
            ("qualities", Senses::TRAITS, true),
            ("quality", Senses::TRAITS, false),
            ("designers", Senses::JOBS, true),
            ("hires", Senses::PEOPLE, true),
            ("coaches", Senses::JOBS, true),
            ("storytellers", Senses::DOERS, true),
            ("companies", Senses::THINGS, true),
            ("companies", Senses::OTHER_THINGS, true),
            ("company", Senses::OTHER_THINGS, false),
            ("ctos", Senses::CHIEFS, true),
            ("humans", Senses::PEOPLE, true),
            ("human", Senses::PEOPLE, false),
            ("pancake", Senses::ALL_SKILLS, false),
        ];
        for (word, sense, want) in cases {
            assert_eq!(lexicon.read(word)[0].is(sense), want, "{word}");
        }
    }
}
