//! Many skills of no level, folded by the words that their names share, so that one can look through them.
//! Grouping is not merging: each skill stays a row of its own.

use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::matrix::assemble::name_key::name_key;
use crate::matrix::language::words::lists;
use crate::matrix::model::types::Skill;
use crate::text;

use super::filter::Filter;

/// With more rows than this, they are folded.
pub const FOLDED_FROM: usize = 40;

/// The fewest skills that make a family: two share a word by chance.
const SMALLEST_FAMILY: usize = 3;

/// The most families: more of them are no shorter way than the list from A to Z.
const MOST_FAMILIES: usize = 12;

/// Skills whose names share a word.
#[derive(Clone, Debug, PartialEq)]
pub struct Family<'a> {
    /// The word, as most of the names write it.
    pub name: String,
    /// The skills, in the order in which they were given.
    pub skills: Vec<&'a Skill>,
    /// How many videos name any of them.
    pub videos: usize,
}

/// The families of skills, the largest first, and those that are of none. Each skill is of one family: the
/// largest whose word its name has.
#[must_use]
pub fn families<'a>(skills: &[&'a Skill], filter: &Filter) -> (Vec<Family<'a>>, Vec<&'a Skill>) {
    let words: Vec<Vec<NameWord>> = skills.iter().map(|skill| words_of(&skill.name)).collect();
    let mut left: Vec<usize> = (0..skills.len()).collect();
    let mut families = Vec::new();
    while families.len() < MOST_FAMILIES {
        let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
        for word in left.iter().filter_map(|&at| words.get(at)).flatten() {
            *counts.entry(&word.stem).or_default() += 1;
        }
        // Of words equally common the first of the alphabet, so that the same skills make the same families.
        // What nearly all names share parts nothing.
        let parts = counts.into_iter().filter(|(_, count)| count * 3 <= skills.len() * 2);
        let largest = parts.min_by_key(|(stem, count)| (Reverse(*count), *stem));
        let Some((stem, count)) = largest else { break };
        if count < SMALLEST_FAMILY {
            break;
        }
        let has_word = |at: &usize| {
            words.get(*at).is_some_and(|words| words.iter().any(|word| word.stem == stem))
        };
        let (members, others): (Vec<usize>, Vec<usize>) = left.into_iter().partition(has_word);
        let of_word = members.iter().filter_map(|&at| words.get(at)).flatten();
        let spellings = of_word.filter(|word| word.stem == stem).map(|word| word.written.as_str());
        let skills = members.iter().filter_map(|&at| skills.get(at).copied()).collect();
        families.push(Family::of(most_common(spellings), skills, filter));
        left = others;
    }
    (families, left.into_iter().filter_map(|at| skills.get(at).copied()).collect())
}

impl<'a> Family<'a> {
    fn of(name: String, skills: Vec<&'a Skill>, filter: &Filter) -> Self {
        let placements = skills.iter().flat_map(|skill| &skill.placements);
        let counted = placements.filter(|placement| filter.lets_through(placement));
        let videos: FxHashSet<_> = counted.filter_map(|placement| placement.video).collect();
        Self { name, skills, videos: videos.len() }
    }
}

struct NameWord {
    /// What its forms have in common.
    stem: String,
    written: String,
}

/// The words of a name that say what it is about, none twice.
fn words_of(name: &str) -> Vec<NameWord> {
    let mut words: Vec<NameWord> = Vec::new();
    for written in text::words(name) {
        let stem = name_key(&written);
        let counts = stem.chars().count() > 1 && !lists::EMPTY_STEMS.contains(&stem.as_str());
        if counts && words.iter().all(|word| word.stem != stem) {
            words.push(NameWord { stem, written });
        }
    }
    words
}

/// The most common of some spellings, with a capital; of those equally common the first.
fn most_common<'a>(spellings: impl Iterator<Item = &'a str>) -> String {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for spelling in spellings {
        match counts.iter_mut().find(|(known, _)| *known == spelling) {
            Some((_, count)) => *count += 1,
            None => counts.push((spelling, 1)),
        }
    }
    let best = counts.iter().rev().max_by_key(|(_, count)| *count);
    text::capitalized(best.map_or("", |(spelling, _)| spelling))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matrix::Matrix;
    use crate::note::Note;
    use crate::vault::Vault;

    /// Families as `Word: name, name (videos)`, and the rest after a `|`.
    fn told(names: &[&str]) -> String {
        let list: String = names.iter().map(|name| format!("- **{name}**\n")).collect();
        let text = format!("---\nvideoId: aaaaaaaaaaa\n---\n## Key skills\n{list}");
        let matrix = Matrix::of(&Vault::of(vec![Note::read("a.md", &text)]));
        let skills: Vec<&Skill> = matrix.skills.iter().collect();
        assert_eq!(skills.len(), names.len(), "every name is a skill");
        let (families, others) = families(&skills, &Filter::default());
        let names = |skills: &[&Skill]| {
            skills.iter().map(|skill| skill.name.as_str()).collect::<Vec<_>>().join(", ")
        };
        let family = |family: &Family<'_>| {
            format!("{}: {} ({}); ", family.name, names(&family.skills), family.videos)
        };
        format!("{}| {}", families.iter().map(family).collect::<String>(), names(&others))
    }

    #[test]
    fn names_that_share_a_word_make_a_family() {
        let cases: [(&[&str], &str); 4] = [
            (&[], "| "),
            (&["Bread baking", "Baking", "Oven care"], "| Baking, Bread baking, Oven care"),
            (
                &["Bread baking", "Bake for many", "Baking", "Oven care", "Care for guests"],
                "Baking: Bake for many, Baking, Bread baking (1); | Care for guests, Oven care",
            ),
            // Each skill is in one family, the larger one; what is left of the other is none any more.
            (
                &[
                    "Cheese tasting",
                    "Tasting",
                    "Wine tasting",
                    "Tasting tea",
                    "Cheese",
                    "Cheese boards",
                ],
                "Tasting: Cheese tasting, Tasting, Tasting tea, Wine tasting (1); | Cheese, Cheese boards",
            ),
        ];
        for (names, want) in cases {
            assert_eq!(told(names), want, "{names:?}");
        }
    }

    #[test]
    fn what_nearly_all_names_share_makes_no_family() {
        assert_eq!(
            told(&["Knot one", "Knot two", "Knot three"]),
            "| Knot one, Knot three, Knot two"
        );
    }

    #[test]
    fn empty_words_make_no_family() {
        assert_eq!(
            told(&["Deep listening", "Deep reading", "Deep diving"]),
            "| Deep diving, Deep listening, Deep reading"
        );
    }
}
