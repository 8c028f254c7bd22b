//! The cells of a ladder's tables: which say nothing, which name a skill.

use crate::matrix::extract::labels;
use crate::matrix::language::bare_name::unmarked;
use crate::matrix::language::senses::Kinds;
use crate::matrix::language::terms::Terms;
use crate::note::{Inline, plain_text};
use crate::text;

/// The most words of a cell that names a skill.
const LONGEST_NAME: usize = 12;

/// A table's row: its cells.
pub(in crate::matrix) type TableRow<'a> = &'a [Vec<Inline>];

/// Whether a cell under a level says nothing.
pub(in crate::matrix) fn is_empty(cell: &[Inline], terms: &Terms) -> bool {
    let text = plain_text(cell);
    let text = text.trim();
    if matches!(
        text,
        "" | "0" | "[ ]" | "[]" | "( )" | "☐" | "❌" | "✗" | "✘" | "✖" | "❎" | "⬜" | "○"
    ) {
        return true;
    }
    if text.chars().all(|c| {
        !text::is_word_char(c)
            && (c.is_ascii_punctuation() || matches!(c, '–' | '—' | '−' | '·' | '…' | ' '))
    }) {
        return text != "+" && text != "*";
    }
    text.len() <= 24 && {
        let read = terms.read(text);
        !read.is_empty()
            && read.iter().all(|term| term.is(Kinds::EMPTY) && !term.is(Kinds::MASTERY))
    }
}

/// The skill that a cell names: the label before a colon, or all of it.
pub(in crate::matrix) fn row_name(cell: &[Inline]) -> Option<String> {
    let text = lines(cell);
    // What stands below the name in its cell is said of it.
    let first = text.lines().map(str::trim).find(|line| !line.is_empty())?;
    let name = match first.split_once(": ") {
        Some((label, _)) if text::words(label).count() <= LONGEST_NAME => label,
        _ => first,
    };
    let (_, name) = labels::numbered(unmarked(name));
    let words = text::words(&name).count();
    ((1..=LONGEST_NAME).contains(&words) && !name.ends_with('.')).then_some(name)
}

/// A cell's text, line by line as it is broken.
pub(in crate::matrix) fn lines(cell: &[Inline]) -> String {
    let mut text = String::new();
    let parts: Vec<&Inline> = labels::in_claims(cell).collect();
    for part in parts.split(|inline| matches!(inline, Inline::Break)) {
        let part: Vec<Inline> = part.iter().map(|&inline| inline.clone()).collect();
        let line = plain_text(&part);
        if !line.trim().is_empty() {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(line.trim());
        }
    }
    text
}
