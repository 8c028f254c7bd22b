//! The words that change between two texts of a ladder.

use std::ops::Range;

use crate::text;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// From so many words on a text is shown as new in whole: to compare every word with every other would hold
/// up the page.
const MOST_WORDS: usize = 1000;

/// Two texts, piece by piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The first text; put together, its pieces are that text.
    pub before: Vec<WordingPiece>,
    /// The second text.
    pub after: Vec<WordingPiece>,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordingPiece {
    /// The words, with the spaces and signs between them.
    pub text: String,
    /// Whether the other text does not have them there.
    pub is_changed: bool,
}

impl Wording {
    /// Holds two texts against each other, word by word.
    #[must_use]
    pub fn of(before: &str, after: &str) -> Self {
        let (old, new) = (words(before), words(after));
        if old.len().max(new.len()) > MOST_WORDS {
            let is_changed = before != after;
            let whole = |text: &str| vec![WordingPiece { text: text.to_owned(), is_changed }];
            return Self { before: whole(before), after: whole(after) };
        }
        let keys = |words: &[&str]| words.iter().map(|word| key(word)).collect::<Vec<_>>();
        let operations = capture_diff_slices(Algorithm::Myers, &keys(&old), &keys(&new));
        let mut wording = Self { before: Vec::new(), after: Vec::new() };
        for operation in &operations {
            let is_changed = !matches!(operation, DiffOp::Equal { .. });
            let of = |words: &[&str], range: Range<usize>| -> String {
                words.get(range).unwrap_or_default().concat()
            };
            push(&mut wording.before, of(&old, operation.old_range()), is_changed);
            push(&mut wording.after, of(&new, operation.new_range()), is_changed);
        }
        wording
    }

    /// Whether both say the same, whatever their spaces and signs.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.before.iter().chain(&self.after).all(|piece| !piece.is_changed)
    }
}

fn push(pieces: &mut Vec<WordingPiece>, text: String, is_changed: bool) {
    match pieces.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.is_changed == is_changed => last.text.push_str(&text),
        _ => pieces.push(WordingPiece { text, is_changed }),
    }
}

/// A text cut before each word; put together the pieces are the text. What has no spaces between its words is
/// cut at each sign of it.
fn words(text: &str) -> Vec<&str> {
    let mut cuts = vec![0];
    let mut before = None;
    for (at, c) in text.char_indices() {
        let begins = !c.is_whitespace() && before.is_none_or(char::is_whitespace);
        if at > 0 && (begins || is_written_without_spaces(c)) {
            cuts.push(at);
        }
        before = Some(c);
    }
    let ends = cuts.iter().skip(1).copied().chain([text.len()]);
    let words = cuts.iter().zip(ends).map(|(&start, end)| &text[start..end]);
    words.filter(|word| !word.is_empty()).collect()
}

/// Whether a sign is of Chinese or Japanese.
fn is_written_without_spaces(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// What two words have in common that are the same for a reader: a comma behind one is no other word.
fn key(word: &str) -> String {
    let bare: String = word.chars().filter(|c| !is_sign(*c)).collect();
    let bare = text::lowered(&bare);
    if bare.is_empty() { word.trim().to_owned() } else { bare }
}

fn is_sign(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | '“' | '”' | '"' | '(' | ')')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text with what is changed in brackets.
    fn told(pieces: &[WordingPiece]) -> String {
        let told = |piece: &WordingPiece| match piece.is_changed {
            true => format!("[{}]", piece.text),
            false => piece.text.clone(),
        };
        pieces.iter().map(told).collect()
    }

    #[test]
    fn the_words_that_change_are_marked() {
        let cases = [
            ("Draws plans", "Draws plans", "Draws plans", "Draws plans"),
            (
                "Draws plans for a team",
                "Draws plans for a whole company",
                "Draws plans for a [team]",
                "Draws plans for a [whole company]",
            ),
            ("", "Draws", "", "[Draws]"),
            ("Draws", "", "[Draws]", ""),
            // Signs and case make no other word.
            ("Draws plans.", "draws plans, alone", "Draws plans.", "draws plans, [alone]"),
            ("Plans\nBuilds", "Plans\nLeads", "Plans\n[Builds]", "Plans\n[Leads]"),
            ("画图计划", "画图领导", "画图[计划]", "画图[领导]"),
            ("– –", "– x", "– [–]", "– [x]"),
        ];
        for (before, after, want_before, want_after) in cases {
            let wording = Wording::of(before, after);
            assert_eq!(told(&wording.before), want_before, "{before:?} {after:?}");
            assert_eq!(told(&wording.after), want_after, "{before:?} {after:?}");
        }
        assert!(Wording::of("Draws, plans", "draws plans").is_same());
        let long = "word ".repeat(MOST_WORDS + 1);
        let wording = Wording::of(&long, "short");
        assert_eq!((wording.before.len(), wording.is_same()), (1, false));
        assert!(Wording::of(&long, &long).is_same());
    }
}
