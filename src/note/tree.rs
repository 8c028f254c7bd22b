//! A note's body as a tree: sections of blocks, blocks of inlines, with claims marked in place.
//!
//! The tree is all that is ever shown of a note. Nothing in it is HTML, so nothing of a note can
//! become HTML by accident.

use serde::Serialize;

use crate::video::VideoId;

use super::SafeUrl;

/// A heading and what stands under it, up to the next heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The heading's content; empty for text before the first heading.
    pub heading: Vec<Inline>,
    /// The heading as plain text, without stamps.
    pub title: String,
    /// The heading's rank, 1 to 6; 0 for text before the first heading.
    pub rank: u8,
    /// The section's name in addresses, unique in its note.
    pub slug: String,
    /// The heading's line in the file, from 1.
    pub line: u32,
    /// What stands under the heading.
    pub blocks: Vec<Block>,
}

/// A block of a note.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading inside a list, a quotation or the like, where it opens no section.
    Heading(u8, Vec<Inline>),
    /// A bulleted list, or a numbered one with the number of its first item.
    List(Option<u64>, Vec<Item>),
    /// A quotation.
    Quote(Vec<Block>),
    /// Code, as written.
    Code(String),
    /// A table.
    Table(Table),
    /// A disclosure: its summary, and what it hides.
    Details(Vec<Inline>, Vec<Block>),
    /// A footnote's text, with its label.
    Footnote(String, Vec<Block>),
    /// A line between blocks.
    Rule,
    /// What the author said about the list that follows, and the line it stands on, from 1.
    Mark(AuthorMark, u32),
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The item's content.
    pub blocks: Vec<Block>,
    /// For an item of a task list: whether it is done.
    pub done: Option<bool>,
    /// The item's line in the file, from 1.
    pub line: u32,
}

/// A table: rows of cells of inlines.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// How each column is aligned.
    pub alignments: Vec<Alignment>,
    /// The header's cells.
    pub head: Vec<Vec<Inline>>,
    /// The body's rows of cells.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// A table column's alignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// As the text runs.
    Natural,
    /// To the left.
    Left,
    /// In the middle.
    Center,
    /// To the right.
    Right,
}

/// A piece of running text.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Text, shown as it is.
    Text(String),
    /// Code, as written.
    Code(String),
    /// A line break.
    Break,
    /// Styled text.
    Styled(Style, Vec<Inline>),
    /// A link out of the vault.
    Link(Link),
    /// A link to another note.
    WikiLink(WikiLink),
    /// A moment of a video.
    Stamp(Stamp),
    /// A reference to a footnote, by its label.
    FootnoteRef(String),
    /// A claim: what is said, with its stamps in place.
    Claim(ClaimId, Vec<Inline>),
}

/// What styled text is marked as; each is one element of the allowed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `em`
    Emphasis,
    /// `strong`
    Strong,
    /// `s`
    Struck,
    /// `sup`
    Superscript,
    /// `sub`
    Subscript,
    /// `mark`
    Marked,
    /// `kbd`
    Keyboard,
}

/// A link out of the vault.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Where it leads.
    pub url: SafeUrl,
    /// What is shown.
    pub content: Vec<Inline>,
}

/// A link to another note, `[[target#heading | alias]]`.
#[derive(Clone, Debug, PartialEq)]
pub struct WikiLink {
    /// The note's name as written, without folder-independent decoration.
    pub target: String,
    /// The heading in that note, where one is named.
    pub heading: Option<String>,
    /// Whether the author gave the link a text of its own.
    pub has_alias: bool,
    /// What is shown.
    pub content: Vec<Inline>,
    /// The link's line in the file, from 1.
    pub line: u32,
}

/// A moment of a video.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Seconds since the video's start.
    pub seconds: u32,
    /// The time as it was written.
    pub written: String,
    /// The video: the note's own, or the one the stamp names. `None` where neither is known.
    pub video: Option<VideoId>,
    /// The reading, in seconds, that holds once the video turns out to be too short for `seconds`.
    pub if_past_end: Option<u32>,
}

/// A claim's number in its note, from 0, in the order of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct ClaimId(pub u32);

/// A sentence, or a list item, with the stamps that back it.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The index of its section in the note.
    pub section: usize,
    /// What is said, as plain text without stamps.
    pub text: String,
    /// The stamps that back it, in the order of writing.
    pub stamps: Vec<Stamp>,
    /// The line in the file where its block starts, from 1.
    pub line: u32,
}

/// What an author says about the list that follows, as a comment on its own line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuthorMark {
    /// `<!-- skills -->` or `<!-- skills: senior -->`: the list names skills, at the level written.
    Skills(Option<String>),
    /// `<!-- no skills -->`: the list names none.
    NoSkills,
}

/// The text of inlines as a reader sees it, without stamps and without styling.
///
/// Where stamps are taken out, what only separated or surrounded them goes too, so that the text
/// reads as if they had never been there.
#[must_use]
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut plain = Plain::default();
    plain.inlines(inlines);
    plain.text.trim().to_owned()
}

/// Plain text in the making.
#[derive(Default)]
struct Plain {
    text: String,
    after_stamp: bool,
}

impl Plain {
    fn inlines(&mut self, inlines: &[Inline]) {
        for (index, inline) in inlines.iter().enumerate() {
            match inline {
                Inline::Text(text) => {
                    let stamp_follows = matches!(inlines.get(index + 1), Some(Inline::Stamp(_)));
                    if !(self.after_stamp && stamp_follows && is_separator(text)) {
                        self.push(text);
                    }
                }
                Inline::Code(text) => self.push(text),
                Inline::Break => self.push(" "),
                Inline::Styled(_, content) | Inline::Claim(_, content) => self.inlines(content),
                Inline::Link(link) => self.inlines(&link.content),
                Inline::WikiLink(link) => self.inlines(&link.content),
                Inline::Stamp(_) => {
                    self.text.truncate(self.text.trim_end().len());
                    self.after_stamp = true;
                }
                Inline::FootnoteRef(_) => {}
            }
        }
    }

    fn push(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if !self.after_stamp && is_tidy(text) {
            self.text.push_str(text);
            return;
        }
        if self.after_stamp && text.starts_with(char::is_alphanumeric) {
            self.text.push(' ');
        }
        self.after_stamp = false;
        let first = text.trim_start().chars().next();
        let closes = first.filter(|c| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')'));
        let mut rest = text;
        while !rest.is_empty() {
            let word_on = rest.trim_start();
            // A stamp may have stood in brackets or between spaces: one space is enough.
            let has_gap = word_on.len() < rest.len();
            if has_gap && !self.text.is_empty() && !self.text.ends_with(' ') {
                self.text.push(' ');
            }
            let (word, after) = match word_on.find(char::is_whitespace) {
                Some(end) => word_on.split_at(end),
                None => (word_on, ""),
            };
            if closes.is_some_and(|c| word.starts_with(c)) && self.text.ends_with(' ') {
                self.text.pop();
            }
            self.text.push_str(word);
            rest = after;
        }
    }
}

/// Whether text starts with a word and has no gap that is more than one space: most text does, and
/// is taken whole.
fn is_tidy(text: &str) -> bool {
    let mut after_space = true;
    for (at, byte) in text.bytes().enumerate() {
        let is_space = byte == b' ';
        let is_odd = match byte {
            b' ' => after_space,
            0..b' ' => true,
            // Other spaces start with one of these bytes (https://www.unicode.org/Public/UCD/latest/ucd/PropList.txt).
            0xc2 | 0xe1 | 0xe2 | 0xe3 => text[at..].starts_with(char::is_whitespace),
            _ => false,
        };
        if is_odd {
            return false;
        }
        after_space = is_space;
    }
    !text.starts_with(['.', ',', ';', ':', '!', '?', ')'])
}

/// Whether inlines have no plain text ([`plain_text`]).
pub(super) fn is_silent(inlines: &[Inline]) -> bool {
    let speaks_at_once = match inlines.first() {
        Some(Inline::Text(text)) => !text.trim_start().is_empty(),
        _ => false,
    };
    !speaks_at_once && plain_text(inlines).is_empty()
}

/// Whether text between two stamps only separates them.
fn is_separator(text: &str) -> bool {
    let text = text.trim();
    text.chars().all(|c| c.is_ascii_punctuation() || c.is_whitespace() || matches!(c, '–' | '—'))
        || matches!(text, "and" | ", and")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp() -> Inline {
        Inline::Stamp(Stamp { seconds: 1, written: "0:01".into(), video: None, if_past_end: None })
    }

    #[test]
    fn takes_stamps_out_without_a_trace() {
        let text = |t: &str| Inline::Text(t.to_owned());
        let cases = [
            (vec![text("It grows "), stamp(), text(".")], "It grows."),
            (vec![text("Honest "), stamp(), text(", "), stamp(), text(". More")], "Honest. More"),
            (vec![text("a "), stamp(), text(" and b")], "a and b"),
            (vec![text("a"), stamp(), text("b")], "a b"),
            (vec![stamp(), text(" He  says\nso")], "He says so"),
            (vec![text("Is "), Inline::Code("x .y".into()), text(" so")], "Is x .y so"),
            (vec![text("a\u{a0}b\u{2009}\u{3000}c\u{1680}d\u{85}e")], "a b c d e"),
            (vec![text("one  two"), text(" three "), text(" four")], "one two three four"),
            (vec![text("a \t")], "a"),
            (vec![text("“So” – è")], "“So” – è"),
        ];
        for (inlines, want) in cases {
            assert_eq!(plain_text(&inlines), want);
            assert!(!is_silent(&inlines), "{want}");
        }
        for silent in [vec![], vec![stamp()], vec![text(" \u{a0}"), stamp(), text(" ")]] {
            assert!(is_silent(&silent));
        }
    }
}
