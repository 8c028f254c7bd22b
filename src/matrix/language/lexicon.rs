//! What a word may stand for: the groups of [`words`](super::words), looked up at once.

use std::collections::HashMap;

use crate::text;

use super::words::GROUPS;

/// What a word may stand for; a word may have several senses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::matrix) struct Senses(u32);

impl Senses {
    pub(in crate::matrix) const SKILLS: Self = Self(1);
    pub(in crate::matrix) const ABILITIES: Self = Self(1 << 1);
    pub(in crate::matrix) const TRAITS: Self = Self(1 << 2);
    pub(in crate::matrix) const CAPABILITIES: Self = Self(1 << 3);
    pub(in crate::matrix) const PEOPLE: Self = Self(1 << 4);
    pub(in crate::matrix) const JOBS: Self = Self(1 << 5);
    pub(in crate::matrix) const CHIEFS: Self = Self(1 << 6);
    pub(in crate::matrix) const DOERS: Self = Self(1 << 7);
    pub(in crate::matrix) const PERSONAL: Self = Self(1 << 8);
    pub(in crate::matrix) const AT_WORK: Self = Self(1 << 9);
    pub(in crate::matrix) const KINDS: Self = Self(1 << 10);
    pub(in crate::matrix) const CRAFTS: Self = Self(1 << 11);
    pub(in crate::matrix) const THINGS: Self = Self(1 << 12);
    pub(in crate::matrix) const MACHINES: Self = Self(1 << 13);
    pub(in crate::matrix) const OTHER_THINGS: Self = Self(1 << 14);
    pub(in crate::matrix) const IMPROVING: Self = Self(1 << 15);
    pub(in crate::matrix) const OF_SKILLS: Self = Self(1 << 16);
    pub(in crate::matrix) const OF_EXECUTIVES: Self = Self(1 << 17);
    pub(in crate::matrix) const DEMANDS: Self = Self(1 << 18);
    pub(in crate::matrix) const ADVICE: Self = Self(1 << 19);
    pub(in crate::matrix) const LINKS: Self = Self(1 << 20);
    pub(in crate::matrix) const JOINTS: Self = Self(1 << 21);
    pub(in crate::matrix) const LOOSE_THINGS: Self = Self(1 << 22);
    pub(in crate::matrix) const ASKED: Self = Self(1 << 23);
    pub(in crate::matrix) const GENERAL: Self = Self(1 << 24);
    pub(in crate::matrix) const PRAISE: Self = Self(1 << 26);
    pub(in crate::matrix) const EXHIBIT: Self = Self(1 << 27);
    pub(in crate::matrix) const SEEK: Self = Self(1 << 28);
    pub(in crate::matrix) const PLAYED: Self = Self(1 << 29);
    pub(in crate::matrix) const SENIORITY: Self = Self(1 << 25);

    /// Every word for skills.
    pub(in crate::matrix) const ALL_SKILLS: Self =
        Self::SKILLS.or(Self::ABILITIES).or(Self::TRAITS).or(Self::CAPABILITIES);

    /// The senses that a plural shares with its singular.
    const OF_PLURALS: Self = Self::PEOPLE.or(Self::JOBS).or(Self::DOERS).or(Self::THINGS);

    /// Both senses.
    pub(in crate::matrix) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

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

    /// Whether it has one of the senses.
    pub(in crate::matrix) fn is(&self, senses: Senses) -> bool {
        self.senses.and(senses) != Senses::default()
    }
}

/// Every word with a sense. Built once a matrix; each word of a note is looked up once.
pub(in crate::matrix) struct Lexicon(HashMap<&'static str, Senses>);

impl Lexicon {
    pub(in crate::matrix) fn new() -> Self {
        let mut lexicon: HashMap<&'static str, Senses> = HashMap::new();
        for (senses, words) in GROUPS {
            for word in words.split_whitespace() {
                let known = lexicon.entry(word).or_default();
                *known = known.or(senses);
            }
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
