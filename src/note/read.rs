//! Reading one note from first to last.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use crate::pace::{self, Pieces};
use crate::text;

use super::markdown::TABLE_BAR;
use super::tree::plain_text;
use super::{
    Block, Claim, ClaimId, Code, FrontMatter, Inline, Item, Problem, Section, WikiLink, blocks,
    claims, front_matter,
};

/// After how many events of Markdown, or blocks of claims, a piece of the reading ends. A page of a
/// note has about as many.
const PIECE: usize = 256;

/// What a section is called in addresses whose heading has no letters.
const SECTION: &str = "section";

/// A note's name in addresses: its path without the ending. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoteId(pub Arc<str>);

/// One Markdown file, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The note's name in addresses.
    pub id: NoteId,
    /// The file's path, relative to the folder it was read from, with `/` between its parts.
    pub path: String,
    /// The title: the front matter's, else the first heading, else the file's name.
    pub title: String,
    /// What the note says about itself.
    pub front_matter: FrontMatter,
    /// Where the note comes from, by its line `From: [[channel]]`.
    pub source: Option<WikiLink>,
    /// The sections, in order. The first has rank 0 where text stands before any heading.
    pub sections: Vec<Section>,
    /// The claims, in the order of reading. A [`ClaimId`] is an index of this list.
    pub claims: Vec<Claim>,
    /// What a reader would trip over, in the order of lines.
    pub problems: Vec<Problem>,
}

impl Note {
    /// Reads a note from a file's path and text. It never fails: what is wrong is in `problems`.
    #[must_use]
    pub fn read(path: &str, text: &str) -> Self {
        pace::at_once(Self::read_in_pieces(path, text, async || ()))
    }

    /// As [`Note::read`], with pauses: a megabyte takes longer than a page may be held up.
    pub async fn read_in_pieces(path: &str, text: &str, pause: impl AsyncFnMut()) -> Self {
        let mut pieces = Pieces::of(PIECE, pause);
        let mut problems = Vec::new();
        let text = normalized(text, &mut problems);
        let (front_matter, body_start) = front_matter::read(&text, &mut problems);
        let (head, body) = text.split_at(body_start);
        let newlines = head.bytes().filter(|&byte| byte == b'\n').count();
        let first_line = u32::try_from(newlines).unwrap_or(u32::MAX).saturating_add(1);
        if body.trim().is_empty() {
            let message = "The note holds no text: nothing of it can be shown.";
            problems.push(Problem::new(first_line, Code::Empty, message));
        }

        let video = front_matter.video;
        let mut placed = blocks::read(body, first_line, video, &mut problems, &mut pieces).await;
        let source = take_source(&mut placed);
        let mut sections = sections(placed);
        pieces.pause().await;
        let claims = claims::mark(&mut sections, &mut pieces).await;
        let title = title(path, &front_matter, &sections, &mut problems);
        problems.sort_by_key(|problem| problem.line);
        let id = NoteId(stem(path).into());
        Self { id, path: path.to_owned(), title, front_matter, source, sections, claims, problems }
    }

    /// The claim with a number of this note.
    #[must_use]
    pub fn claim(&self, id: ClaimId) -> Option<&Claim> {
        self.claims.get(usize::try_from(id.0).ok()?)
    }

    /// The sections with a title, each with its index: what the note is about.
    pub fn topics(&self) -> impl Iterator<Item = (usize, &Section)> {
        self.sections.iter().enumerate().filter(|(_, section)| !section.title.is_empty())
    }

    /// The topic with a name in addresses, and its index.
    #[must_use]
    pub fn topic(&self, slug: &str) -> Option<(usize, &Section)> {
        self.topics().find(|(_, section)| section.slug == slug)
    }

    /// The claims of a section and of the sections below it, in the order of reading.
    pub fn claims_under(&self, section: usize) -> impl Iterator<Item = (ClaimId, &Claim)> {
        let rank = self.sections.get(section).map_or(0, |section| section.rank);
        let after = self.sections.iter().skip(section.saturating_add(1));
        let below = after.take_while(|other| other.rank > rank && rank > 0).count();
        let last = section.saturating_add(below);
        // Claims stand in the order of their sections.
        let start = self.claims.partition_point(|claim| claim.section < section);
        let end = self.claims.partition_point(|claim| claim.section <= last);
        let claims = self.claims.iter().take(end).enumerate().skip(start);
        claims.filter_map(|(id, claim)| Some((ClaimId(u32::try_from(id).ok()?), claim)))
    }

    /// Every link to another note, in the order of writing, the source's first.
    #[must_use]
    pub fn links(&self) -> Vec<&WikiLink> {
        let mut links: Vec<&WikiLink> = self.source.iter().collect();
        for section in &self.sections {
            links_of(&section.heading, &mut links);
            links_in(&section.blocks, &mut links);
        }
        links
    }
}

impl fmt::Display for NoteId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text with line feeds only, without byte order marks and NUL, and without the character that
/// is to stand for a bar.
fn normalized<'t>(text: &'t str, problems: &mut Vec<Problem>) -> Cow<'t, str> {
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    if bare.starts_with('\u{feff}') {
        let message = "The file starts with a second byte order mark, which is read as text. \
                       Save it as UTF-8 with one mark or none.";
        problems.push(Problem::new(1, Code::Encoding, message));
    }
    if let Some(at) = bare.find('\0') {
        let newlines = bare[..at].bytes().filter(|&byte| byte == b'\n').count();
        let line = u32::try_from(newlines).unwrap_or(u32::MAX).saturating_add(1);
        let message = "The file holds NUL characters; they show as \u{fffd}.";
        problems.push(Problem::new(line, Code::Encoding, message));
    }
    let mut text = Cow::Borrowed(bare);
    if text.contains('\r') {
        text = text.replace("\r\n", "\n").replace('\r', "\n").into();
    }
    // Both are one byte, which is found many times as fast as one of several characters.
    if text.bytes().any(|byte| byte == b'\0' || char::from(byte) == TABLE_BAR) {
        text = text.replace(['\0', TABLE_BAR], "\u{fffd}").into();
    }
    text
}

/// Takes the line `From: [[channel]] <br/>` from the top of a body.
fn take_source(placed: &mut Vec<blocks::Placed>) -> Option<WikiLink> {
    let Block::Paragraph(inlines) = &placed.first()?.block else { return None };
    let mut parts = inlines.iter().filter(|inline| match inline {
        Inline::Text(text) => !text.trim().is_empty(),
        Inline::Break => false,
        _ => true,
    });
    let (Some(Inline::Text(label)), Some(Inline::WikiLink(link)), None) =
        (parts.next(), parts.next(), parts.next())
    else {
        return None;
    };
    let is_source = label.trim().trim_end_matches(':').trim_end().eq_ignore_ascii_case("from");
    let link = is_source.then(|| link.clone())?;
    placed.remove(0);
    Some(link)
}

fn sections(placed: Vec<blocks::Placed>) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut slugs = text::Slugs::default();
    for blocks::Placed { block, line } in placed {
        match block {
            Block::Heading(rank, heading) => {
                let title = plain_text(&heading);
                let slug = slugs.unique(&title, SECTION);
                sections.push(Section { heading, title, rank, slug, line, blocks: Vec::new() });
            }
            block => match sections.last_mut() {
                Some(section) => section.blocks.push(block),
                None => {
                    let slug = slugs.unique("", SECTION);
                    let (heading, title) = (Vec::new(), String::new());
                    sections.push(Section {
                        heading,
                        title,
                        rank: 0,
                        slug,
                        line,
                        blocks: vec![block],
                    });
                }
            },
        }
    }
    sections
}

fn title(
    path: &str,
    front_matter: &FrontMatter,
    sections: &[Section],
    problems: &mut Vec<Problem>,
) -> String {
    if let Some(title) = &front_matter.title {
        return title.clone();
    }
    let heading = sections.iter().find(|section| !section.title.is_empty());
    let (title, from) = match heading {
        Some(section) => (section.title.clone(), "its first heading"),
        None => (file_name(stem(path)).replace(['_', '-'], " "), "its file's name"),
    };
    let message = format!("The note names no title; {from} is used. Add “title:” at its top.");
    problems.push(Problem::new(1, Code::TitleMissing, message).suggest(format!("title: {title}")));
    title
}

/// A path without its ending `.md`.
fn stem(path: &str) -> &str {
    let name_start = path.len() - file_name(path).len();
    match path[name_start..].rfind('.') {
        Some(dot) if dot > 0 => &path[..name_start + dot],
        _ => path,
    }
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn links_in<'a>(blocks: &'a [Block], links: &mut Vec<&'a WikiLink>) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Heading(_, inlines) => links_of(inlines, links),
            Block::List(_, items) => {
                items.iter().for_each(|Item { blocks, .. }| links_in(blocks, links));
            }
            Block::Quote(blocks) | Block::Footnote(_, blocks) => links_in(blocks, links),
            Block::Details(summary, blocks) => {
                links_of(summary, links);
                links_in(blocks, links);
            }
            Block::Table(table) => {
                table.head.iter().for_each(|cell| links_of(cell, links));
                table.rows.iter().flatten().for_each(|cell| links_of(cell, links));
            }
            Block::Code(_) | Block::Rule | Block::Mark(..) => {}
        }
    }
}

fn links_of<'a>(inlines: &'a [Inline], links: &mut Vec<&'a WikiLink>) {
    for inline in inlines {
        match inline {
            Inline::WikiLink(link) => links.push(link),
            Inline::Styled(_, content) | Inline::Claim(_, content) => links_of(content, links),
            Inline::Link(link) => links_of(&link.content, links),
            _ => {}
        }
    }
}
