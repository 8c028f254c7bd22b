//! Folding: the same word in another case or with other accents becomes the same text.

use super::combining::is_mark;
use super::letters::{base, spelled_out};
use super::small_letters::small;

/// Folds case, accents and compatibility forms away, so that `Élan`, `elan` and `ＥＬＡＮ` are equal.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().map(small).filter(|&c| !is_accent(c)) {
        match (c, spelled_out(c)) {
            (_, Some(letters)) => folded.push_str(letters),
            // Turkish dotless i would otherwise part "ılık" from "ilik" as people type it.
            ('ı', _) => folded.push('i'),
            ('\u{ff01}'..='\u{ff5e}', _) => folded.push(half_width(c)),
            _ => folded.push(base(c)),
        }
    }
    folded
}

/// The ASCII character that a full-width one repeats: they stand in the same order.
fn half_width(c: char) -> char {
    char::from_u32(u32::from(c) - 0xff01 + 0x21).unwrap_or(c)
}

/// The folded words of a text, in order. An apostrophe inside a word is dropped (`don't`, `dont`).
pub fn words(text: &str) -> impl Iterator<Item = String> {
    FoldedWords::of(text)
}

/// Folded text that is taken apart into its words.
pub(super) struct FoldedWords {
    folded: String,
    at: usize,
}

impl FoldedWords {
    pub(super) fn of(text: &str) -> Self {
        Self { folded: fold(text), at: 0 }
    }

    /// Puts the next word behind a text, without its apostrophes.
    pub(super) fn append_next(&mut self, out: &mut String) -> bool {
        let rest = self.folded.get(self.at..).unwrap_or_default();
        let mut append =
            |from: usize, to: usize| out.push_str(rest.get(from..to).unwrap_or_default());
        // Where the letters begin that are not behind the text yet.
        let mut letters = None;
        let mut is_word = false;
        for (place, c) in rest.char_indices() {
            if is_word_char(c) {
                letters.get_or_insert(place);
                continue;
            }
            if let Some(from) = letters.take() {
                append(from, place);
                is_word = true;
            }
            if is_word && !is_apostrophe(c) {
                self.at += place;
                return true;
            }
        }
        self.at = self.folded.len();
        if let Some(from) = letters {
            append(from, rest.len());
            is_word = true;
        }
        is_word
    }
}

impl Iterator for FoldedWords {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let mut word = String::new();
        self.append_next(&mut word).then_some(word)
    }

    fn count(mut self) -> usize {
        let (mut word, mut count) = (String::new(), 0);
        while self.append_next(&mut word) {
            word.clear();
            count += 1;
        }
        count
    }
}

/// Whether a character is part of a word.
#[must_use]
pub fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c)
}

/// Whether a character joins the parts of a word without being one of its letters.
#[must_use]
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Accents of Latin, Greek and Cyrillic. The marks of other scripts (Hindi vowel signs, say) make
/// another word and stay.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_what_readers_type_alike() {
        let cases = [
            ("Élan", "elan"),
            ("İstanbul", "istanbul"),
            ("ılık", "ilik"),
            ("ação", "acao"),
            ("ﬁne", "fine"),
            ("ＡＢＣ", "abc"),
            ("कौशल", "कौशल"),
            ("ÑANDÚ", "nandu"),
        ];
        for (text, want) in cases {
            assert_eq!(fold(text), want, "{text:?}");
        }
    }

    #[test]
    fn folds_latin_greek_and_cyrillic_as_unicode_does() {
        use unicode_normalization::UnicodeNormalization;
        let letters =
            ('\u{a0}'..'\u{530}').chain('\u{1e00}'..'\u{2000}').chain('\u{ff01}'..='\u{ff5e}');
        // Phonetic signs above the line are letters of no alphabet, and stay as they are.
        let letters = letters.filter(|c| !matches!(c, '\u{2b0}'..='\u{2ff}' | '\u{37a}'));
        for letter in letters.filter(|c| c.is_alphabetic() && *c != 'ı') {
            let lower: String = letter.to_lowercase().collect();
            let want: String =
                lower.nfkd().filter(|&c| !is_accent(c)).flat_map(char::to_lowercase).collect();
            assert_eq!(fold(&letter.to_string()), want, "{letter} U+{:04X}", u32::from(letter));
        }
    }

    #[test]
    fn splits_words() {
        let cases: [(&str, &[&str]); 4] = [
            (
                "Don't “Think Big”, e-mail 50% कौशल!",
                &["dont", "think", "big", "e", "mail", "50", "कौशल"],
            ),
            ("'Tis rock 'n' roll’’s, dogs' end'", &["tis", "rock", "n", "rolls", "dogs", "end"]),
            ("Élan’s", &["elans"]),
            (" ' – ", &[]),
        ];
        for (text, want) in cases {
            let got: Vec<String> = words(text).collect();
            assert_eq!(got, want, "{text:?}");
            assert_eq!(words(text).count(), want.len(), "{text:?}");
        }
    }
}
