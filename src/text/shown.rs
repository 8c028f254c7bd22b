//! Text as it is shown: no letter carries so many marks that a browser cannot lay it out.

use std::borrow::Cow;

use super::combining::is_mark;

/// How many marks a letter may carry. No script needs more
/// (<https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format>).
pub const MOST_MARKS: usize = 30;

/// A text without the marks that are too many on their letter. Text that is kept, searched or exported
/// stays whole.
#[must_use]
pub fn shown(text: &str) -> Cow<'_, str> {
    let first = too_many_marks(text);
    let Some((before, rest)) = first.and_then(|first| text.split_at_checked(first)) else {
        return Cow::Borrowed(text);
    };
    let mut out = String::with_capacity(text.len());
    out.push_str(before);
    let mut marks = MOST_MARKS;
    for c in rest.chars() {
        marks = if is_mark(c) { marks + 1 } else { 0 };
        if marks <= MOST_MARKS {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// The place, in bytes, of the first mark that is too many on its letter.
#[must_use]
pub fn too_many_marks(text: &str) -> Option<usize> {
    // As marks have two bytes and more, so many of them hold one byte of each of these places, and no ASCII.
    const STEP: usize = 2 * MOST_MARKS + 1;
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at + STEP - 1) {
        if byte.is_ascii() {
            at += STEP;
            continue;
        }
        let before = bytes.get(at..at + STEP - 1)?;
        let start = before.iter().rposition(u8::is_ascii).map_or(at, |ascii| at + ascii + 1);
        let mut marks = 0;
        at = bytes.len();
        for (place, c) in text.get(start..)?.char_indices() {
            marks = if is_mark(c) { marks + 1 } else { 0 };
            if marks > MOST_MARKS {
                return Some(start + place);
            }
            if c.is_ascii() {
                at = start + place;
                break;
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_keeps_as_many_marks_as_any_script_needs() {
        let marks = |count: usize| "\u{301}".repeat(count);
        let cases = [
            (String::new(), String::new()),
            ("plain".into(), "plain".into()),
            (format!("e{}", marks(30)), format!("e{}", marks(30))),
            (format!("xe{}y", marks(31)), format!("xe{}y", marks(30))),
            (format!("e{}e{}", marks(200_000), marks(40)), format!("e{}e{}", marks(30), marks(30))),
            (marks(40), marks(30)),
            ("कौशल है".into(), "कौशल है".into()),
            ("कौशल".repeat(40), "कौशल".repeat(40)),
            (format!("क{}", "\u{947}".repeat(31)), format!("क{}", "\u{947}".repeat(30))),
        ];
        for (text, want) in cases {
            assert_eq!(shown(&text), want);
            assert_eq!(too_many_marks(&text).is_some(), text != want);
        }
    }
}
