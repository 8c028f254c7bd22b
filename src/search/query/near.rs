//! The words of the dictionary that are a few typos away from a typed one.
//!
//! The dictionary is walked in its order as if it were a tree: neighbours share their beginnings,
//! so the table of distances (<https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance>, the
//! variant that edits no place twice) is worked out once for each beginning, and all words of a
//! beginning that is too far off already are passed over.

use crate::search::index::term_dictionary::{TermDictionary, TermId};

/// A word near the typed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) struct Near {
    /// The word.
    pub term: TermId,
    /// How many letters are wrong, missing, too many or swapped with their neighbour.
    pub edits: u8,
    /// Whether only the beginning of the word is near.
    pub is_start: bool,
}

/// Finds the words at most `limit` edits from `typed`; with `starts` also those that begin so.
pub(in crate::search) fn near(
    terms: &TermDictionary,
    typed: &str,
    limit: u8,
    starts: bool,
) -> Vec<Near> {
    let mut walk = DistanceWalk::new(typed, limit);
    let mut found = Vec::new();
    // All words that share this many bytes with the last one are too far off.
    let mut too_far = usize::MAX;
    for (term, shared) in terms.in_order() {
        let end = if shared >= too_far {
            None
        } else {
            let word = terms.word(term);
            walk.back_to(shared);
            let end = walk.on_through(word);
            too_far = if end.is_none() { walk.bytes() } else { usize::MAX };
            end
        };
        let begins = walk.nearest_start();
        match end {
            Some(edits) if edits <= limit => found.push(Near { term, edits, is_start: false }),
            _ if starts && begins <= limit => {
                found.push(Near { term, edits: begins, is_start: true });
            }
            _ => {}
        }
    }
    found
}

/// The distances between the typed word's beginnings and those of one word of the dictionary.
struct DistanceWalk {
    typed: Vec<char>,
    limit: u8,
    /// One row for each letter of the word so far, and one for its empty beginning: the distance to
    /// each beginning of the typed word.
    rows: Vec<u8>,
    /// The letters of the word so far.
    path: Vec<Advance>,
}

struct Advance {
    letter: char,
    /// Where the letter ends in the word, in bytes.
    end: usize,
    /// The least distance of a beginning up to here to the whole typed word.
    nearest_start: u8,
}

impl DistanceWalk {
    fn new(typed: &str, limit: u8) -> Self {
        let typed: Vec<char> = typed.chars().collect();
        let far = limit.saturating_add(1);
        let rows = (0..=typed.len()).map(|n| u8::try_from(n).unwrap_or(far).min(far)).collect();
        Self { typed, limit, rows, path: Vec::new() }
    }

    /// The number of bytes walked so far.
    fn bytes(&self) -> usize {
        self.path.last().map_or(0, |step| step.end)
    }

    fn nearest_start(&self) -> u8 {
        self.path.last().map_or(u8::MAX, |step| step.nearest_start)
    }

    /// Goes back to the last letter that ends within so many bytes.
    fn back_to(&mut self, bytes: usize) {
        while self.path.last().is_some_and(|step| step.end > bytes) {
            self.path.pop();
        }
        self.rows.truncate((self.path.len() + 1) * self.width());
    }

    /// Walks on to the end of a word and gives its distance; `None` where no word that begins like
    /// this can be near enough.
    fn on_through(&mut self, word: &str) -> Option<u8> {
        for letter in word.get(self.bytes()..)?.chars() {
            if !self.step(letter) {
                return None;
            }
        }
        self.rows.last().copied()
    }

    fn width(&self) -> usize {
        self.typed.len() + 1
    }

    /// Adds a letter. Says whether a word that begins like this can still be near enough.
    fn step(&mut self, letter: char) -> bool {
        let (width, far) = (self.width(), self.limit + 1);
        let depth = self.path.len() + 1;
        let (at, above) = (depth * width, (depth - 1) * width);
        self.rows.resize(at + width, far);
        // Outside this band more letters are missing or too many than there may be.
        let reach = usize::from(self.limit);
        let (first, last) = (depth.saturating_sub(reach), (depth + reach).min(width - 1));
        let mut least = far;
        let swapped = self.path.last().map(|step| step.letter);
        for column in first..=last {
            let mut edits = self.rows[above + column] + 1;
            if let Some(before) = column.checked_sub(1) {
                let typed = self.typed[before];
                let replaced = self.rows[above + before] + u8::from(typed != letter);
                edits = edits.min(replaced).min(self.rows[at + before] + 1);
                // Two neighbours in each other's place are one typo.
                if column >= 2 && swapped == Some(typed) && self.typed[column - 2] == letter {
                    edits = edits.min(self.rows[above - width + column - 2] + 1);
                }
            }
            let edits = edits.min(far);
            self.rows[at + column] = edits;
            least = least.min(edits);
        }
        let nearest_start = self.nearest_start().min(self.rows[at + width - 1]);
        let end = self.bytes() + letter.len_utf8();
        self.path.push(Advance { letter, end, nearest_start });
        least <= self.limit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: [&str; 14] = [
        "trust",
        "trusted",
        "trusting",
        "true",
        "rust",
        "thrust",
        "strategy",
        "strategic",
        "communication",
        "community",
        "a",
        "größe",
        "कौशल",
        "tsrut",
    ];

    fn found(typed: &str, limit: u8, starts: bool, sorted: bool) -> Vec<(String, u8, bool)> {
        let mut terms = TermDictionary::default();
        for word in WORDS {
            terms.intern(word);
        }
        if sorted {
            terms.sort();
        }
        let mut found: Vec<_> = near(&terms, typed, limit, starts)
            .into_iter()
            .map(|near| (terms.word(near.term).to_owned(), near.edits, near.is_start))
            .collect();
        found.sort();
        found
    }

    #[test]
    fn counts_typos() {
        type Near = &'static [(&'static str, u8)];
        let cases: [(&str, u8, Near); 11] = [
            ("trust", 0, &[("trust", 0)]),
            ("trust", 1, &[("rust", 1), ("thrust", 1), ("trust", 0)]),
            ("turst", 1, &[("trust", 1)]),
            ("trsut", 1, &[("trust", 1), ("tsrut", 1)]),
            ("trsu", 1, &[]),
            ("trus", 2, &[("rust", 2), ("thrust", 2), ("true", 1), ("trust", 1), ("tsrut", 2)]),
            ("stratgey", 1, &[("strategy", 1)]),
            ("comunnication", 2, &[("communication", 2)]),
            ("grösse", 2, &[("größe", 2)]),
            ("कौशल", 1, &[("कौशल", 0)]),
            ("xyz", 1, &[]),
        ];
        for (typed, limit, want) in cases {
            for sorted in [false, true] {
                let got = found(typed, limit, false, sorted);
                let got: Vec<(&str, u8)> =
                    got.iter().map(|(word, n, _)| (word.as_str(), *n)).collect();
                assert_eq!(got, want, "{typed} {limit}");
            }
        }
    }

    #[test]
    fn finds_what_begins_nearly_so() {
        let starts = |typed, limit| {
            let got = found(typed, limit, true, true);
            got.into_iter().filter(|near| near.2).map(|near| (near.0, near.1)).collect::<Vec<_>>()
        };
        let want = |words: &[(&str, u8)]| {
            words.iter().map(|&(word, edits)| (word.to_owned(), edits)).collect::<Vec<_>>()
        };
        assert_eq!(starts("comuni", 1), want(&[("communication", 1), ("community", 1)]));
        assert_eq!(starts("stratge", 1), want(&[("strategic", 1), ("strategy", 1)]));
        assert_eq!(starts("xyzxyz", 1), want(&[]));
    }

    /// The same by the definition, letter by letter, over every pair of short words.
    #[test]
    fn agrees_with_the_definition() {
        fn distance(a: &[u8], b: &[u8]) -> u8 {
            let mut table = vec![vec![0_u8; b.len() + 1]; a.len() + 1];
            for i in 0..=a.len() {
                for j in 0..=b.len() {
                    table[i][j] = match (i, j) {
                        (0, n) | (n, 0) => n as u8,
                        _ => {
                            let replaced = table[i - 1][j - 1] + u8::from(a[i - 1] != b[j - 1]);
                            let mut least =
                                replaced.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                                least = least.min(table[i - 2][j - 2] + 1);
                            }
                            least
                        }
                    };
                }
            }
            table[a.len()][b.len()]
        }
        let mut words = vec![String::new()];
        for from in 0..364 {
            for letter in ["a", "b", "c"] {
                words.push(words[from].clone() + letter);
            }
        }
        words.remove(0);
        let mut terms = TermDictionary::default();
        for word in &words {
            terms.intern(word);
        }
        terms.sort();
        for typed in words.iter().step_by(41) {
            for limit in 0..=2 {
                let mut got: Vec<(&str, u8)> = near(&terms, typed, limit, false)
                    .into_iter()
                    .map(|near| (terms.word(near.term), near.edits))
                    .collect();
                got.sort_unstable();
                let mut want: Vec<(&str, u8)> = words
                    .iter()
                    .map(|word| (word.as_str(), distance(typed.as_bytes(), word.as_bytes())))
                    .filter(|&(_, edits)| edits <= limit)
                    .collect();
                want.sort_unstable();
                assert_eq!(got, want, "{typed} {limit}");
            }
        }
    }
}
