//! Texts that begin with a capital.

/// How far before a small letter its capital stands at most, in the alphabets that have any: Greek is the widest.
const FARTHEST: u32 = 80;

/// The same text with a capital as its first letter, where that has one.
///
/// The table of all capitals weighs 3 kB in the page, packed. That of small letters is there anyway, and the letter
/// whose small one this is stands before it, and not far.
#[must_use]
pub fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    let is_capital = |capital: &char| {
        let mut small = capital.to_lowercase();
        small.next() == Some(first) && small.next().is_none()
    };
    let before = (1..=FARTHEST).filter_map(|by| char::from_u32(u32::from(first).checked_sub(by)?));
    let capital = before.into_iter().find(is_capital).unwrap_or(first);
    [capital].into_iter().chain(letters).collect()
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
}
