//! What the forms of a word have in common, so that one finds the others.
//!
//! A full stemmer makes one word of "organize" and "organ", of "universe" and "university"; a search
//! that offers such words as forms of what was typed looks broken. These are only the endings that
//! leave the sense alone: of English, the plurals of Spanish and Portuguese, the cases of Hindi.
//! What is left is always the beginning of the word: all forms stand together in the dictionary.

use crate::text::endings::{SHORTEST_STEM, undoubled, without, without_form, without_ion};

/// The fewest letters for which "-es" may be the plural of a word that ends in a consonant:
/// "habilidades" is of "habilidad", but "notes" is not of "not".
const SHORTEST_IN_ES: usize = 5;

/// A folded word without its ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) struct Stem<'a> {
    /// What all forms of the word begin with.
    pub start: &'a str,
    ending: Ending,
}

/// What was taken off a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    /// Nothing, or the "s" of a plural.
    None,
    /// An "e": "care" is no form of "car".
    E,
    /// A "y" or what stands for it: "party" is no form of "part".
    Y,
    /// The ending of a form of words with an "e" and of words without: "hoping".
    Form,
}

impl<'a> Stem<'a> {
    /// Takes the ending off a folded word.
    pub(in crate::search) fn of(word: &'a str) -> Self {
        if !word.is_ascii() {
            return Self { start: of_devanagari(word), ending: Ending::None };
        }
        // A year or a "10x" has no forms.
        if word.bytes().any(|byte| byte.is_ascii_digit()) {
            return Self { start: word, ending: Ending::None };
        }
        let (start, ending) = of_letters(word);
        Self { start, ending }
    }

    /// Whether two words are forms of one.
    pub(in crate::search) fn is_of(self, other: Stem<'_>) -> bool {
        let fits = match (self.ending, other.ending) {
            (Ending::Form, other) | (other, Ending::Form) => other != Ending::Y,
            (word, other) => word == other,
        };
        fits && self.start == other.start
    }
}

fn of_letters(word: &str) -> (&str, Ending) {
    // "decisões" and "decisão", whose accents are folded away.
    if let Some(stem) = without(word, "oes", 4).or_else(|| without(word, "ao", 4)) {
        return (stem, Ending::Form);
    }
    // "stories", "storied" and "story".
    for ending in ["ies", "ied"] {
        if let Some(stem) = without(word, ending, SHORTEST_STEM) {
            return (stem, Ending::Y);
        }
    }
    if let Some(stem) = without(word, "es", SHORTEST_IN_ES) {
        return (stem, Ending::Form);
    }
    let word = singular(word);
    if let Some(stem) =
        without(word, "y", SHORTEST_STEM).or_else(|| without(word, "ying", SHORTEST_STEM))
    {
        return (stem, Ending::Y);
    }
    // "simplification" of "simplify"; "communication" of "communicate", "execution" of "execute".
    if word.ends_with("ification")
        && let Some(stem) = word.strip_suffix("ication")
    {
        return (stem, Ending::Y);
    }
    if let Some(stem) = without_ion(word) {
        let verb = if stem.ends_with("izat") { stem.strip_suffix("at") } else { None };
        return (verb.unwrap_or(stem), Ending::Form);
    }
    match (without_form(word), without(word, "e", SHORTEST_STEM)) {
        (Some(stem), _) => (undoubled(stem), Ending::Form),
        (None, Some(stem)) => (stem, Ending::E),
        (None, None) => (word, Ending::None),
    }
}

/// A word without the "s" of plurals and of verbs.
fn singular(word: &str) -> &str {
    // "boxes"; longer words in "-es" have been seen to.
    if word.ends_with("xes") || word.ends_with("sses") {
        return without(word, "es", SHORTEST_STEM).unwrap_or(word);
    }
    // "business", "focus" and "analysis" are singular.
    without(word, "s", SHORTEST_STEM)
        .filter(|stem| !stem.ends_with(['s', 'u', 'i']))
        .unwrap_or(word)
}

/// Hindi and its neighbours change the vowel signs at a word's end: कौशल, कौशलों; रास्ता, रास्ते.
fn of_devanagari(word: &str) -> &str {
    let stem =
        word.trim_end_matches(|c| matches!(c, '\u{900}'..='\u{903}' | '\u{93e}'..='\u{94c}'));
    let letters = stem.chars().filter(|c| matches!(c, '\u{904}'..='\u{939}')).count();
    if letters >= 2 { stem } else { word }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_share_a_stem_that_they_begin_with() {
        let families: [&[&str]; 22] = [
            &["communicate", "communicates", "communicated", "communicating", "communication"],
            &["prioritize", "prioritizes", "prioritizing", "prioritization"],
            &["simplify", "simplifies", "simplified", "simplifying", "simplification"],
            &["execute", "executing", "execution"],
            &["promote", "promoted", "promoting", "promotes"],
            &["write", "writing", "writes"],
            &["dig", "digs", "digging"],
            &["sell", "sells", "selling"],
            &["story", "stories"],
            &["leader", "leaders"],
            &["process", "processes", "processed"],
            &["box", "boxes"],
            &["need", "needs", "needed"],
            &["focus", "focused", "focusing"],
            &["habilidad", "habilidades"],
            &["habilidade", "habilidades"],
            &["nino", "ninos"],
            &["decisao", "decisoes"],
            &["कौशल", "कौशलों"],
            &["रास्ता", "रास्ते", "रास्तों"],
            &["2024"],
            &["10x"],
        ];
        for family in families {
            for (word, other) in
                family.iter().flat_map(|word| family.iter().map(move |other| (word, other)))
            {
                assert!(Stem::of(word).is_of(Stem::of(other)), "{word} {other}");
                assert!(word.starts_with(Stem::of(other).start), "{word} {other}");
            }
        }
    }

    #[test]
    fn other_words_keep_their_own() {
        let pairs = [
            ("organize", "organ"),
            ("part", "party"),
            ("car", "care"),
            ("not", "notes"),
            ("bus", "busy"),
            ("universe", "university"),
            ("product", "production"),
            ("station", "state"),
            ("business", "busy"),
            ("community", "communicate"),
            ("care", "career"),
            ("speed", "spe"),
            ("analysis", "analyst"),
            ("this", "thi"),
            ("bring", "br"),
            ("10x", "10xs"),
            ("है", "हो"),
        ];
        for (word, other) in pairs {
            assert!(!Stem::of(word).is_of(Stem::of(other)), "{word} {other}");
        }
    }
}
