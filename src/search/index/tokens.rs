//! The words of a text, where they stand and as the search compares them.

use std::ops::Range;

use crate::text::{fold, is_apostrophe, is_mark, is_word_char};

/// The longest word, in bytes, that is told apart from others: only addresses and data are longer,
/// and distances between words grow with the square of their length.
pub(in crate::search) const LONGEST_WORD: usize = 48;

/// Calls `each` with the place in bytes and the folded form of every word of a text, in order. In scripts that
/// put no spaces between words each letter is a word: what is looked for there is a row of them.
pub(in crate::search) fn each_word(text: &str, mut each: impl FnMut(Range<usize>, &str)) {
    // Most words are plain ASCII: they are folded on the way, and nothing is allocated for them.
    let mut word = String::with_capacity(LONGEST_WORD);
    let mut place = 0..0;
    let mut is_plain = true;
    // Whether the word is a letter of a script without spaces.
    let mut is_letter = false;
    // How long the word was at its last apostrophe.
    let mut before_apostrophe = None;
    for (at, c) in text.char_indices() {
        if c.is_ascii_alphanumeric() || (!c.is_ascii() && is_word_char(c)) {
            let stands_alone = !c.is_ascii() && is_unspaced(c);
            // Its marks belong to it, such as the vowels above a letter of Thai.
            let parts = (stands_alone || is_letter) && !(is_letter && is_mark(c));
            if parts && !word.is_empty() {
                emit(&mut word, is_plain, place.clone(), &mut each);
                is_plain = true;
            }
            if word.is_empty() {
                place.start = at;
                is_letter = stands_alone;
            }
            place.end = at + c.len_utf8();
            is_plain &= c.is_ascii();
            word.push(c.to_ascii_lowercase());
        } else if is_joiner(c) {
            before_apostrophe = is_apostrophe(c).then_some(word.len()).or(before_apostrophe);
        } else if !word.is_empty() {
            without_possessive(&mut word, before_apostrophe.take());
            emit(&mut word, is_plain, place.clone(), &mut each);
            is_plain = true;
        }
    }
    if !word.is_empty() {
        without_possessive(&mut word, before_apostrophe);
        emit(&mut word, is_plain, place, &mut each);
    }
}

/// "Anna's" is Anna, as everyone types it.
fn without_possessive(word: &mut String, before_apostrophe: Option<usize>) {
    if let Some(length) = before_apostrophe.filter(|&length| length > 0)
        && word.get(length..) == Some("s")
    {
        word.truncate(length);
    }
}

fn emit(
    word: &mut String,
    is_plain: bool,
    place: Range<usize>,
    each: &mut impl FnMut(Range<usize>, &str),
) {
    if !is_plain {
        *word = folded(word);
    }
    if word.len() > LONGEST_WORD {
        let end = (0..=LONGEST_WORD).rev().find(|&end| word.is_char_boundary(end));
        word.truncate(end.unwrap_or(0));
    }
    if !word.is_empty() {
        each(place, word);
    }
    word.clear();
}

/// A word without case, accents and the letters that few keyboards have.
fn folded(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in fold(word).chars().filter(|&c| is_word_char(c)) {
        match c {
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' | 'ð' => out.push('d'),
            c => out.push(c),
        }
    }
    out
}

/// Whether a character is of a script that puts no spaces between words: Chinese, Japanese, Thai, Lao, Khmer,
/// Burmese. Source: the line breaking classes ID, CJ and SA (<https://www.unicode.org/reports/tr14/>).
pub(in crate::search) fn is_unspaced(c: char) -> bool {
    matches!(
        c,
        '\u{0e00}'..='\u{0eff}'
            | '\u{1000}'..='\u{109f}'
            | '\u{1780}'..='\u{17ff}'
            | '\u{3005}'..='\u{3007}'
            | '\u{3040}'..='\u{30ff}'
            | '\u{31f0}'..='\u{31ff}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3ffff}'
    )
}

/// What may stand inside a word without being one of its letters: apostrophes, and the marks that
/// only say how to break or join it.
fn is_joiner(c: char) -> bool {
    is_apostrophe(c) || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let mut words = Vec::new();
        each_word(text, |_, word| words.push(word.to_owned()));
        words
    }

    #[test]
    fn folds_words() {
        let cases: [(&str, &[&str]); 14] = [
            (
                "Don't “Think Big”, e-mail 50% off!",
                &["dont", "think", "big", "e", "mail", "50", "off"],
            ),
            ("Élan vital; ÑANDÚ", &["elan", "vital", "nandu"]),
            ("İstanbul ılık IRMAK", &["istanbul", "ilik", "irmak"]),
            ("Größe Malmø Łódź", &["grosse", "malmo", "lodz"]),
            ("ação, decisões", &["acao", "decisoes"]),
            ("कौशल है", &["कौशल", "है"]),
            ("com\u{ad}munity e\u{301}lan", &["community", "elan"]),
            ("' ’quoted’ '", &["quoted"]),
            ("Anna's Élan’s; s 's the 90's", &["anna", "elan", "s", "s", "the", "90"]),
            ("Kubernetes™ x²", &["kubernetes", "x2"]),
            ("用AI写。知识", &["用", "ai", "写", "知", "识"]),
            ("จัด ab", &["จั", "ด", "ab"]),
            ("우선순위", &["우선순위"]),
            ("  …  ", &[]),
        ];
        for (text, want) in cases {
            assert_eq!(words(text), want, "{text:?}");
        }
    }

    #[test]
    fn knows_where_words_stand() {
        let text = "“Don’t” say ’élan’.";
        let mut places = Vec::new();
        each_word(text, |place, _| places.push(&text[place]));
        assert_eq!(places, ["Don’t", "say", "élan"]);
    }

    #[test]
    fn a_word_longer_than_any_is_cut_at_a_letter() {
        let word = "ж".repeat(LONGEST_WORD);
        assert_eq!(words(&word), ["ж".repeat(LONGEST_WORD / 2)]);
    }
}
