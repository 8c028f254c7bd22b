//! What is searched for: as readers type, and known items.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use crate::documents::Doc;
use crate::random::Random;

/// How many queries there are of a class.
const OF_A_CLASS: usize = 40;
/// How many claims are looked for that cannot be taken for others.
const KNOWN_ITEMS: usize = 200;
/// How many claims are looked for that may be: their places vary more, so there are more of them.
const ANY_ITEMS: usize = 1000;
/// The shortest word that is typed: few look for shorter ones.
const SHORTEST_WORD: usize = 4;
/// The shortest word that gets a typo.
const SHORTEST_WITH_TYPO: usize = 5;
/// How many of a claim's rarest words are typed.
const TYPED_WORDS: usize = 3;

/// What is asked of each engine: to be timed, and to see whether it finds what is known.
#[derive(Debug, Serialize)]
pub struct Queries {
    /// Queries to be timed.
    pub timed: Vec<TimedQuery>,
    /// Claims to be found that no other text has the words of.
    pub known: Vec<KnownItem>,
    /// Claims to be found, whatever else has their words.
    pub any: Vec<KnownItem>,
}

/// A query to be timed.
#[derive(Debug, Serialize)]
pub struct TimedQuery {
    /// What kind of query it is.
    pub class: Class,
    /// What is typed.
    pub text: String,
}

/// A kind of query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Class {
    /// A word.
    Word,
    /// The start of a word.
    Prefix,
    /// A word with a typo.
    Typo,
    /// Two words of one claim.
    Two,
    /// Three words of one claim.
    Three,
    /// Two or three words that follow one another, in quotes.
    Phrase,
}

impl Class {
    const ALL: [Self; 6] =
        [Self::Word, Self::Prefix, Self::Typo, Self::Two, Self::Three, Self::Phrase];
}

/// A claim that is looked for by its rarest words.
#[derive(Debug, Serialize)]
pub struct KnownItem {
    /// Its words.
    pub clean: String,
    /// The same with a typo in one of them.
    pub typo: String,
    /// The numbers of all documents with the claim's text.
    pub ids: Vec<usize>,
    /// What they lead to.
    pub keys: Vec<String>,
}

/// Queries for some documents, the same in every run.
#[must_use]
pub fn queries(docs: &[Doc]) -> Queries {
    let claims: Vec<(&Doc, Vec<&str>)> = docs
        .iter()
        .filter(|doc| doc.is_claim)
        .map(|doc| (doc, words(&doc.text)))
        .filter(|(_, words)| words.len() >= 8)
        .collect();
    let mut random = Random::new(7);
    let mut timed = Vec::new();
    for class in Class::ALL {
        let mut texts = HashSet::new();
        // Small sets of notes have few words; then there are fewer queries.
        for _ in 0..OF_A_CLASS * 20 {
            if texts.len() == OF_A_CLASS {
                break;
            }
            let Some((_, words)) = random.of(&claims) else { break };
            if let Some(text) = typed(class, words, &mut random).filter(|t| texts.insert(t.clone()))
            {
                timed.push(TimedQuery { class, text });
            }
        }
    }
    let known = items(docs, &claims, Which::Clear, &mut random);
    let any = items(docs, &claims, Which::Any, &mut random);
    Queries { timed, known, any }
}

/// Which claims are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    /// Those that no other text has all the words of.
    Clear,
    /// Those too whose words another text has.
    Any,
}

fn items(
    docs: &[Doc],
    claims: &[(&Doc, Vec<&str>)],
    which: Which,
    random: &mut Random,
) -> Vec<KnownItem> {
    let most_items = match which {
        Which::Clear => KNOWN_ITEMS,
        Which::Any => ANY_ITEMS,
    };
    let mut in_claims: HashMap<String, usize> = HashMap::new();
    let mut same: HashMap<&str, Vec<&Doc>> = HashMap::new();
    for (doc, words) in claims {
        same.entry(&doc.text).or_default().push(doc);
        let distinct: HashSet<String> = words.iter().map(|word| word.to_lowercase()).collect();
        for word in distinct {
            *in_claims.entry(word).or_default() += 1;
        }
    }
    let texts: Vec<HashSet<String>> = docs
        .iter()
        .map(|doc| words(&doc.text).into_iter().map(str::to_lowercase).collect())
        .collect();
    let mut items: Vec<KnownItem> = Vec::new();
    for _ in 0..most_items * 20 {
        if items.len() == most_items {
            break;
        }
        let Some((doc, words)) = random.of(claims) else { break };
        let mut telling: Vec<String> = Vec::new();
        for word in words.iter().filter(|word| is_telling(word)).map(|word| word.to_lowercase()) {
            if !telling.contains(&word) {
                telling.push(word);
            }
        }
        // A stable sort: of words that are as rare, those that come first.
        telling.sort_by_key(|word| in_claims.get(word).copied().unwrap_or(0));
        telling.truncate(TYPED_WORDS);
        if telling.len() < TYPED_WORDS {
            continue;
        }
        let alike = same.get(doc.text.as_str()).map_or(&[][..], Vec::as_slice);
        // Where another text has all of these words too, nobody can know which one is meant.
        let with_all = texts.iter().filter(|text| telling.iter().all(|word| text.contains(word)));
        if which == Which::Clear && with_all.take(alike.len() + 1).count() > alike.len() {
            continue;
        }
        let clean = telling.join(" ");
        let Some(wrong) = telling.iter_mut().max_by_key(|word| word.len()) else { continue };
        *wrong = with_typo(wrong, random);
        items.push(KnownItem {
            clean,
            typo: telling.join(" "),
            ids: alike.iter().map(|doc| doc.id).collect(),
            keys: alike.iter().map(|doc| doc.key.clone()).collect(),
        });
    }
    items
}

fn typed(class: Class, words: &[&str], random: &mut Random) -> Option<String> {
    let long: Vec<&str> =
        words.iter().copied().filter(|word| word.len() >= SHORTEST_WORD).collect();
    let word = |random: &mut Random| random.of(&long).map(|word| word.to_lowercase());
    match class {
        Class::Word => word(random),
        Class::Prefix => {
            let word = word(random)?;
            let length = 2 + random.below(word.len() - 2);
            word.get(..length).map(str::to_owned)
        }
        Class::Typo => {
            let word = word(random).filter(|word| is_telling(word))?;
            Some(with_typo(&word, random))
        }
        Class::Two => Some([word(random)?, word(random)?].join(" ")),
        Class::Three => Some([word(random)?, word(random)?, word(random)?].join(" ")),
        Class::Phrase => {
            let length = 2 + random.below(2);
            let start = random.below(words.len().checked_sub(length)? + 1);
            Some(format!("\"{}\"", words.get(start..start + length)?.join(" ").to_lowercase()))
        }
    }
}

/// Whether a word is long enough to be told from others in spite of a typo.
fn is_telling(word: &str) -> bool {
    word.len() >= SHORTEST_WITH_TYPO && word.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// A word of ASCII letters with one letter missing, doubled, wrong or swapped; never the first one.
fn with_typo(word: &str, random: &mut Random) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = 1 + random.below(letters.len().saturating_sub(2));
    match random.below(4) {
        0 => {
            letters.remove(at);
        }
        1 => letters.insert(at, letters[at]),
        2 => letters[at] = if letters[at] == 'x' { 'q' } else { 'x' },
        _ if letters[at] == letters[at + 1] => {
            letters.remove(at);
        }
        _ => letters.swap(at, at + 1),
    }
    letters.into_iter().collect()
}

/// The words of a text, without punctuation.
fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{documents, generated};
    use skillreel::matrix::Matrix;
    use skillreel::vault::Vault;

    #[test]
    fn there_are_queries_of_each_class_and_items_to_find() {
        let vault = Vault::read(&generated(20));
        let docs = documents(&vault, &Matrix::of(&vault));
        let found = queries(&docs);
        for class in Class::ALL {
            let count = found.timed.iter().filter(|typed| typed.class == class).count();
            assert_eq!(count, OF_A_CLASS, "{class:?}");
        }
        assert_eq!((found.known.len(), found.any.len()), (KNOWN_ITEMS, ANY_ITEMS));
        for item in found.known.iter().chain(&found.any) {
            assert_ne!(item.clean, item.typo);
            let text = docs[item.ids[0]].text.to_lowercase();
            assert!(item.clean.split(' ').all(|word| text.contains(word)), "{}", item.clean);
        }
    }
}
