//! A skill's name made comparable: the same text for the same skill, however it is inflected.
//!
//! A general stemmer makes one word of "organize" and "organ", and of "product" and "production".
//! Here only the endings are folded by which notes name one ability in several ways.

use crate::matrix::language::bare_name::with_signs_spelled;
use crate::matrix::language::words::lists;
use crate::text;
use crate::text::endings::{SHORTEST_STEM, undoubled, without, without_form, without_ion};

/// A skill's name as the matrix compares it: without case, accents, punctuation, articles, "and"
/// and inflection. Empty for a name without another word.
pub(in crate::matrix) fn name_key(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for word in text::words(&with_signs_spelled(name)) {
        // The sign in "Data & Metrics" is punctuation, so the word that it stands for goes too.
        if lists::UNNAMED.contains(&word.as_str()) {
            continue;
        }
        if !folded.is_empty() {
            folded.push(' ');
        }
        let stem = stem(singular(&word));
        match stem.strip_suffix('y') {
            // "story" is to be the "stori" of "stories".
            Some(rest) if rest.len() >= SHORTEST_STEM => folded.extend([rest, "i"]),
            _ => folded.push_str(stem),
        }
    }
    folded
}

/// A word without the "s" of plurals and of verbs: "trade-offs", "earns".
fn singular(word: &str) -> &str {
    match word.strip_suffix('s') {
        // "business", "focus" and "analysis" are singular.
        Some(stem) if stem.len() >= SHORTEST_STEM && !stem.ends_with(['s', 'u', 'i']) => stem,
        _ => word,
    }
}

/// What the forms of a verb, and the noun made of it, have in common: communicat(e), -ing, -ed,
/// -ion.
fn stem(word: &str) -> &str {
    if lists::OWN_WORDS.contains(&word) {
        return word;
    }
    // "prioritization" is to "prioritize" what "simplification" is to "simplify".
    for ending in lists::MAKING_ENDINGS {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= 2) {
            return word.get(..stem.len() + 2).unwrap_or(word);
        }
    }
    let form = without_form(word).or_else(|| without_ion(word));
    match form {
        Some(stem) => undoubled(stem),
        None => without(word, "e", SHORTEST_STEM).unwrap_or(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_forms_of_one_skill() {
        let families: [&[&str]; 17] = [
            &["Communicate", "Communication", "communicating", "Communicates", "COMMUNICATED"],
            &["Dig for gold", "Digging for gold"],
            &["Prioritize", "Prioritization", "Prioritizing"],
            &["Prioritise", "Prioritisation"],
            &["Simplify", "Simplifying", "Simplification", "Simplifies"],
            &["Execute", "Execution", "Executing"],
            &["Write songs", "Writing a song", "Write the songs"],
            &["Moved by love, not fame", "Moved by love not fame"],
            &["Earn trust", "Earned trust", "“Earn” trust!"],
            &["Plan", "Planning"],
            &["Sell", "Selling"],
            &["Plan and bake", "Planning & baking", "Planning, baking"],
            &["Élan", "elan"],
            &["Trade-off", "Trade-Offs"],
            &["Creation", "Create"],
            &["Tell a story", "Telling stories"],
            &["#1: Sell", "1. Sell"],
        ];
        for family in families {
            for name in family {
                assert_eq!(name_key(name), name_key(family[0]), "{name:?}");
            }
        }
    }

    #[test]
    fn keeps_skills_apart() {
        let pairs = [
            ("Market sense", "Marketing sense"),
            ("Product sense", "Production sense"),
            ("Engineer", "Engineering"),
            ("Business", "Busy"),
            ("Speed", "Spe"),
            ("Need", "Ne"),
            ("Passion", "Pass"),
            ("Station", "State"),
            ("Care", "Career"),
            ("Communicate", "Community"),
            ("Organize", "Organ"),
            ("Being", "Be"),
            ("Spring", "Spr"),
            ("C", "C++"),
            ("C", "C#"),
            ("C#", "C++"),
            ("C#", "F#"),
        ];
        for (left, right) in pairs {
            assert_ne!(name_key(left), name_key(right), "{left:?} and {right:?}");
        }
        assert_eq!(name_key("The …"), "");
    }
}
