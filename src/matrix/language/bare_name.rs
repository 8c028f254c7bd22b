//! A name without what only sets it off: signs, numbers, letters of an outline, attributes, remarks.

use std::borrow::Cow;

use crate::text;

use super::senses::Kinds;
use super::terms::Terms;

/// A name without the signs around it: "🟢 Junior:" is "Junior".
pub(in crate::matrix) fn bare(text: &str) -> &str {
    let is_sign = |c: char| {
        is_joined_to_signs(c)
            || !(text::is_word_char(c)
                || c.is_ascii_punctuation()
                || matches!(c, '“' | '”' | '«' | '»' | '（' | '）' | '…'))
    };
    without_attributes(text)
        .trim_matches(|c: char| is_sign(c) || matches!(c, '*' | '_' | '|' | '~' | '#' | '`'))
        .trim_end_matches([':', '–', '—', '：'])
        .trim()
}

/// A name without the signs around it and without what counts it: "2. Engineer", "B) Reading", "IV. Writing".
pub(in crate::matrix) fn unmarked(text: &str) -> &str {
    let text = bare(text);
    let name = [without_keycap, without_number, without_letter]
        .into_iter()
        .find_map(|without| without(text).filter(|name| name.contains(text::is_word_char)));
    name.map_or(text, bare)
}

/// Whether a character only says how the sign before it looks, or joins two signs.
fn is_joined_to_signs(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{200d}' | '\u{20e3}')
}

/// A heading without the attributes behind it: "Craft {#craft}".
fn without_attributes(text: &str) -> &str {
    let found = text.trim_end().strip_suffix('}').and_then(|text| text.rsplit_once('{'));
    match found {
        Some((name, inner)) if inner.starts_with(['#', '.', ':']) => name,
        _ => text,
    }
}

/// "1️⃣ Engineer".
fn without_keycap(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(|c: char| c.is_ascii_digit())?;
    let name = rest.trim_start_matches(is_joined_to_signs);
    (name.len() < rest.len()).then_some(name)
}

/// "2. Engineer".
fn without_number(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let name = rest.strip_prefix(['.', ')']).filter(|name| name.starts_with(' '));
    name.filter(|_| (1..=2).contains(&(text.len() - rest.len())))
}

/// "B. Reading", "IV. Writing", "c) Listening".
fn without_letter(text: &str) -> Option<&str> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (mark, rest) = text.split_at(letters);
    let is_roman =
        |mark: &str| mark.len() <= 4 && mark.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    let is_small = mark.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_mark = mark.len() == 1 || (!mark.is_empty() && is_roman(mark));
    let ends: &[char] = if is_small { &[')'] } else { &['.', ')'] };
    rest.strip_prefix(ends).filter(|name| is_mark && name.starts_with(' '))
}

/// A name with the signs spelled out that part it from another: "C", "C++" and "C#" are three languages.
pub(in crate::matrix) fn with_signs_spelled(name: &str) -> Cow<'_, str> {
    if !name.contains(['+', '#']) {
        return Cow::Borrowed(name);
    }
    let mut spelled = String::with_capacity(name.len() + 8);
    let mut before = [' ', ' '];
    for c in name.chars() {
        let is_alone = before[1].is_ascii_alphabetic() && !text::is_word_char(before[0]);
        match c {
            '#' if is_alone => spelled.push_str(" sharp "),
            '+' if is_alone || before[1] == '+' => spelled.push_str(" plus "),
            c => spelled.push(c),
        }
        before = [before[1], c];
    }
    Cow::Owned(spelled)
}

/// A name without the years in brackets behind it, or its own first letters: "Junior (0–2 years)", "Senior Software
/// Engineer (SSE)".
pub(in crate::matrix) fn without_remark<'a>(text: &'a str, terms: &Terms) -> &'a str {
    let Some((name, remark)) = text.split_once('(') else { return text };
    let has_years = || terms.read(remark).iter().any(|term| term.is(Kinds::YEARS));
    let is_remark = !name.trim().is_empty() && (abbreviates(remark, name) || has_years());
    if is_remark { name } else { text }
}

/// Whether what follows a bracket is the first letters of a name, in capitals, and nothing else.
fn abbreviates(remark: &str, name: &str) -> bool {
    let Some(letters) = remark.trim_end().strip_suffix(')') else { return false };
    let firsts = text::words(name).filter_map(|word| word.chars().next());
    let firsts: String = firsts.flat_map(char::to_uppercase).collect();
    letters.chars().nth(1).is_some() && letters == firsts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_off_years_and_first_letters() {
        let cases = [
            ("Junior (0–2 years)", "Junior "),
            ("Senior Software Engineer (SSE)", "Senior Software Engineer "),
            ("Senior Engineer (SSE)", "Senior Engineer (SSE)"),
            ("Senior (S)", "Senior (S)"),
            ("Senior Engineer (se)", "Senior Engineer (se)"),
            ("(SSE)", "(SSE)"),
        ];
        for (text, want) in cases {
            assert_eq!(without_remark(text, &Terms::new()), want, "{text:?}");
        }
    }

    #[test]
    fn takes_off_what_only_sets_a_name_off() {
        let cases = [
            ("🟢 Junior:", "Junior"),
            ("⚙️ Delivery", "Delivery"),
            ("Craft {#craft}", "Craft"),
            ("Use of {braces}", "Use of {braces}"),
            ("1️⃣ Engineer", "Engineer"),
            ("2. Engineer", "Engineer"),
            ("2) 🛠️ Engineer", "Engineer"),
            ("B. Reading", "Reading"),
            ("IV. Writing", "Writing"),
            ("c) Listening", "Listening"),
            ("c. elegans", "c. elegans"),
            ("MIX. Audio", "MIX. Audio"),
            ("C.", "C."),
            ("3", "3"),
            ("3 loaves", "3 loaves"),
        ];
        for (text, want) in cases {
            assert_eq!(unmarked(text), want, "{text:?}");
        }
    }
}
