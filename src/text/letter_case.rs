//! Capitals and small letters, with no more of Unicode's tables than the one of letters.

use super::small_letters::small;

/// How far before a small letter its capital stands at most, in the alphabets that have any: Greek is the widest.
const FARTHEST: u32 = 80;

/// The same text with a capital as its first letter, where that has one.
///
/// The table of all capitals weighs 3 kB in the page, packed. The letter whose small one this is stands before it, and
/// not far.
#[must_use]
pub fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    let is_capital = |capital: &char| *capital != 'İ' && small(*capital) == first;
    let before = (1..=FARTHEST).filter_map(|by| char::from_u32(u32::from(first).checked_sub(by)?));
    let capital = before.into_iter().find(is_capital).unwrap_or(first);
    [capital].into_iter().chain(letters).collect()
}

/// The same text in small letters.
///
/// The standard library's own looks up what is around a Greek Σ in two more tables. Here it is the small letter of a
/// word's end where a letter is before it and none behind.
#[must_use]
pub fn lowered(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut lowered = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut is_in_word = false;
    while let Some(letter) = letters.next() {
        let ends = is_in_word && !letters.peek().is_some_and(|next| next.is_alphabetic());
        match letter {
            'Σ' if ends => lowered.push('ς'),
            'İ' => lowered.push_str("i\u{307}"),
            _ => lowered.push(small(letter)),
        }
        is_in_word = letter.is_alphabetic();
    }
    lowered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_begins_with_a_capital() {
        let cases = [
            ("bread", "Bread"),
            ("Bread", "Bread"),
            ("élan", "Élan"),
            ("ōsaka", "Ōsaka"),
            ("ώρα", "Ώρα"),
            ("ябл", "Ябл"),
            ("2nd", "2nd"),
            ("面包", "面包"),
            ("", ""),
        ];
        for (text, want) in cases {
            assert_eq!(capitalized(text), want, "{text:?}");
        }
    }

    #[test]
    fn a_capital_is_the_one_that_unicode_names_or_none() {
        let mut lacking = String::new();
        for letter in
            ('\u{21}'..='\u{17f}').chain('\u{386}'..='\u{3ce}').chain('\u{410}'..='\u{587}')
        {
            let (own, text) = (letter.to_uppercase().to_string(), letter.to_string());
            match capitalized(&text) {
                found if found == own => {}
                found => {
                    assert_eq!(found, text, "its own or none");
                    lacking.push(letter);
                }
            }
        }
        assert_eq!(lacking, "µßÿıŉſΐΰςև", "hardly a word begins with one of these");
    }

    #[test]
    fn small_letters_are_those_of_the_standard_library() {
        for text in ["Senior", "ΒΟΗΘΟΣ ΣΕΦ", "Σ", "ΑΣ.", "ΑΣΒ", "İ", "ÉCOLE 2", ""]
        {
            assert_eq!(lowered(text), text.to_lowercase(), "{text:?}");
        }
    }
}
