//! A note's body as a tree: sections of blocks, blocks of inlines, with claims marked in place.
//!
//! The tree is all that is ever shown of a note. Nothing in it is HTML, so nothing of a note can
//! become HTML by accident.

use serde::{Deserialize, Serialize};

use crate::text::shown;
use crate::video::{TwoWays, VideoId};

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
    /// Running text between blank lines.
    Paragraph(Vec<Inline>),
    /// A heading inside a list, a quotation or the like, where it opens no section.
    Heading(u8, Vec<Inline>),
    /// A bulleted list, or a numbered one with the number of its first item.
    List(Option<u64>, Vec<Item>),
    /// A quotation.
    Quote(Vec<Block>),
    /// Code, as written.
    Code(String),
    /// A table with a head; of Markdown or of HTML.
    Table(Table),
    /// A disclosure: its summary, and what it hides.
    Details(Vec<Inline>, Vec<Block>),
    /// A footnote's text, with its label.
    Footnote(String, Vec<Block>),
    /// A line between blocks.
    Rule,
    /// What a tool keeps about the note or a block, `key:: value`: its key and its value. No claim.
    Property(String, Vec<Inline>),
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
    /// What the link is for.
    pub role: LinkRole,
}

/// What a link to another note is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LinkRole {
    /// It leads to the note.
    #[default]
    Link,
    /// It shows a part of the note in its place, `![[note#part]]`.
    Embed,
    /// It sorts what it stands at, as tools of outlines do: the note need not be there.
    Tag,
}

/// A moment of a video.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// Seconds since the video's start.
    pub seconds: u32,
    /// The time as it was written.
    pub written: String,
    /// The video: the note's own, or the one the stamp names. `None` where neither is known.
    pub video: Option<VideoId>,
    /// In which ways it can be read.
    pub scale: Scale,
    /// The second at which what it names ends, where the author says so.
    pub end_secs: Option<u32>,
    /// Whether the video is known to be too short for it.
    pub is_past_end: bool,
    /// Whether it stands above what it backs: in a heading, or on a line of its own.
    pub is_above: bool,
}

/// In which ways a written time can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scale {
    /// In one.
    Sure,
    /// As minutes, seconds and hundredths: no video has so many hours.
    Hundredths,
    /// As hours, minutes and seconds, or as minutes, seconds and hundredths.
    Open(TwoWays),
}

/// A claim's number in its note, from 0, in the order of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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

impl Section {
    /// The title as it is shown ([`shown`]).
    #[must_use]
    pub fn shown_title(&self) -> String {
        shown(&self.title).into_owned()
    }
}

impl AuthorMark {
    /// Reads a mark from a comment's content.
    pub(super) fn read(comment: &str) -> Option<Self> {
        let comment = comment.trim();
        if comment == "no skills" {
            return Some(Self::NoSkills);
        }
        let rest = comment.strip_prefix("skills")?;
        match rest.trim_start().strip_prefix(':') {
            Some(level) => Some(Self::Skills(Some(level.trim().to_owned()))),
            None if rest.trim().is_empty() => Some(Self::Skills(None)),
            None => None,
        }
    }
}

/// Inlines, and behind them what is said.
pub(in crate::note) fn with_text(mut content: Vec<Inline>, said: &str) -> Vec<Inline> {
    match (said.is_empty(), content.is_empty()) {
        (true, _) => content,
        // Most hold one text.
        (false, true) => vec![Inline::Text(said.to_owned())],
        (false, false) => {
            append(&mut content, Inline::Text(said.to_owned()));
            content
        }
    }
}

/// Puts an inline behind others; two texts are one.
pub(in crate::note) fn append(content: &mut Vec<Inline>, inline: Inline) {
    match (content.last_mut(), inline) {
        (Some(Inline::Text(last)), Inline::Text(text)) => last.push_str(&text),
        (_, inline) => content.push(inline),
    }
}

/// The content of a claim, wherever in the blocks it stands.
#[must_use]
pub fn claim_content<'a>(blocks: &'a [Block], claim: ClaimId) -> Option<&'a [Inline]> {
    let among = |inlines: &'a [Inline]| {
        inlines.iter().find_map(|inline| match inline {
            Inline::Claim(id, content) if *id == claim => Some(content.as_slice()),
            _ => None,
        })
    };
    blocks.iter().find_map(|block| match block {
        Block::Paragraph(inlines) | Block::Heading(_, inlines) => among(inlines),
        Block::List(_, items) => items.iter().find_map(|item| claim_content(&item.blocks, claim)),
        Block::Details(summary, blocks) => among(summary).or_else(|| claim_content(blocks, claim)),
        Block::Quote(blocks) => claim_content(blocks, claim),
        _ => None,
    })
}
