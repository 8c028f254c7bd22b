//! Folding: the same word in another case or with other accents becomes the same text.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds case, accents and compatibility forms away, so that `Élan`, `elan` and `ＥＬＡＮ` are equal.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfkd()
        .filter(|&c| !is_accent(c))
        .flat_map(char::to_lowercase)
        // Turkish dotless i would otherwise part "ılık" from "ilik" as people type it.
        .map(|c| if c == 'ı' { 'i' } else { c })
        .filter(|&c| !is_accent(c))
        .collect()
}

/// The folded words of a text, in order. An apostrophe inside a word is dropped (`don't`, `dont`).
pub fn words(text: &str) -> impl Iterator<Item = String> {
    let folded = fold(text);
    let mut words = Vec::new();
    let mut word = String::new();
    for c in folded.chars() {
        if is_apostrophe(c) {
            continue;
        }
        if is_word_char(c) {
            word.push(c);
        } else if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words.into_iter()
}

/// Whether a character is part of a word.
#[must_use]
pub fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
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
    fn splits_words() {
        let got: Vec<String> = words("Don't “Think Big”, e-mail 50% कौशल!").collect();
        assert_eq!(got, ["dont", "think", "big", "e", "mail", "50", "कौशल"]);
    }
}
