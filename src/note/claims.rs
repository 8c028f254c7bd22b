//! Claims: what a note says, cut so that every stamp stays with what it backs.

use std::collections::HashSet;

use crate::yielding::Pieces;

use super::plain::{is_silent, plain_text};
use super::sentences::{self, STAMP};
use super::{Block, Claim, ClaimId, Inline, Item, Section, Stamp};
use super::{edges, renumber};

/// Marks every claim of the sections in place and returns them in the order of reading.
pub(super) async fn mark(sections: &mut [Section], pieces: &mut Pieces<'_>) -> Vec<Claim> {
    let mut marker = Marker::default();
    for (index, section) in sections.iter_mut().enumerate() {
        marker.section = index;
        if has_stamp(&section.heading) {
            marker.heading(&mut section.heading, section.line);
        } else if marker.above.is_used || marker.above.is_heading {
            // A moment on a line of its own may stand above the heading of what it is about.
            marker.above = Above::default();
        }
        for block in &mut section.blocks {
            marker.blocks(std::slice::from_mut(block), section.line, Unit::Sentence);
            pieces.step().await;
        }
    }
    let Marker { mut claims, carried, .. } = marker;
    if !carried.is_empty() {
        let mut number = 0;
        let renumbered: Vec<Option<ClaimId>> = (0..claims.len())
            .map(|at| {
                let is_kept = !carried.contains(&at);
                number += u32::from(is_kept);
                is_kept.then(|| ClaimId(number - 1))
            })
            .collect();
        let mut at = 0..;
        claims.retain(|_| at.next().is_some_and(|at| !carried.contains(&at)));
        renumber::sections(sections, &renumbered);
    }
    claims
}

/// The moment that stands above what follows.
#[derive(Default)]
struct Above {
    stamps: Vec<Stamp>,
    /// The claim that it is as long as nothing else carries it.
    claim: usize,
    is_used: bool,
    is_heading: bool,
}

/// What a paragraph is cut into.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    /// Sentences; the stamps of one say nothing of another.
    Sentence,
    /// List items: a stamp backs all of the item that no earlier stamp backs.
    Item,
}

#[derive(Default)]
struct Marker {
    claims: Vec<Claim>,
    section: usize,
    above: Above,
    /// The claims that are none, because what follows carries their stamps.
    carried: HashSet<usize>,
}

impl Marker {
    fn blocks(&mut self, blocks: &mut [Block], line: u32, unit: Unit) {
        for block in blocks {
            match block {
                Block::Paragraph(inlines) => self.paragraph(inlines, line, unit),
                Block::Heading(_, inlines) if has_stamp(inlines) => self.heading(inlines, line),
                Block::Heading(_, inlines) => self.whole(inlines, line),
                Block::List(_, items) => {
                    for Item { blocks, line, .. } in items {
                        self.blocks(blocks, *line, Unit::Item);
                    }
                }
                Block::Quote(blocks) | Block::Footnote(_, blocks) => {
                    self.blocks(blocks, line, unit)
                }
                Block::Details(summary, blocks) => {
                    self.whole(summary, line);
                    self.blocks(blocks, line, unit);
                }
                Block::Table(table) => table.rows.iter_mut().for_each(|row| self.row(row, line)),
                Block::Code(_) | Block::Rule | Block::Property(..) | Block::Mark(..) => {}
            }
        }
    }

    fn paragraph(&mut self, inlines: &mut Vec<Inline>, line: u32, unit: Unit) {
        let pieces = pieces(std::mem::take(inlines), unit);
        for piece in pieces {
            let is_moment = has_stamp(&piece) && (edges::is_speaker(&piece) || is_wordless(&piece));
            let claim = self.claim(piece, line);
            inlines.push(claim);
            if is_moment && unit == Unit::Sentence {
                self.stands_above(false);
            }
        }
    }

    /// A heading with a stamp, which stands above what follows.
    fn heading(&mut self, inlines: &mut Vec<Inline>, line: u32) {
        self.whole(inlines, line);
        self.stands_above(true);
    }

    /// Says that the last claim's stamps are the moment of what follows.
    fn stands_above(&mut self, is_heading: bool) {
        let Some(claim) = self.claims.len().checked_sub(1) else { return };
        let stamps = self.claims.last().map(|claim| claim.stamps.clone()).unwrap_or_default();
        self.above = Above { stamps, claim, is_used: false, is_heading };
    }

    /// Makes one claim of all the content.
    fn whole(&mut self, inlines: &mut Vec<Inline>, line: u32) {
        if !inlines.is_empty() {
            let claim = self.claim(std::mem::take(inlines), line);
            inlines.push(claim);
        }
    }

    fn claim(&mut self, content: Vec<Inline>, line: u32) -> Inline {
        let mut stamps = Vec::new();
        collect_stamps(&content, &mut stamps);
        let id = self.add(plain_text(&content), stamps, line);
        Inline::Claim(id, content)
    }

    /// A table's row is one claim; each of its cells holds a part of it.
    fn row(&mut self, row: &mut [Vec<Inline>], line: u32) {
        let mut stamps = Vec::new();
        let texts: Vec<String> = row.iter().map(|cell| plain_text(cell)).collect();
        row.iter().for_each(|cell| collect_stamps(cell, &mut stamps));
        let filled: Vec<&str> =
            texts.iter().map(String::as_str).filter(|t| !t.is_empty()).collect();
        let id = self.add(filled.join(" · "), stamps, line);
        for cell in row {
            *cell = vec![Inline::Claim(id, std::mem::take(cell))];
        }
    }

    fn add(&mut self, text: String, stamps: Vec<Stamp>, line: u32) -> ClaimId {
        let id = ClaimId(u32::try_from(self.claims.len()).unwrap_or(u32::MAX));
        let mut stamps = stamps;
        if !stamps.is_empty() {
            self.above = Above::default();
        } else if !self.above.stamps.is_empty() && text.chars().any(char::is_alphanumeric) {
            let above = |stamp: &Stamp| Stamp { is_above: true, ..stamp.clone() };
            stamps = self.above.stamps.iter().map(above).collect();
            self.above.is_used = true;
            self.carried.insert(self.above.claim);
        }
        self.claims.push(Claim { section: self.section, text, stamps, line });
        id
    }
}

/// Cuts a paragraph into the contents of its claims.
fn pieces(inlines: Vec<Inline>, unit: Unit) -> Vec<Vec<Inline>> {
    if !has_stamp(&inlines) {
        return vec![inlines];
    }
    let mut flat = String::new();
    flatten(&inlines, &mut flat);
    let mut splitter = Splitter { cuts: sentences::cuts(&flat), next: 0, at: 0 };
    let mut pieces = vec![Vec::new()];
    splitter.split(inlines, &mut pieces);

    let mut joined: Vec<Vec<Inline>> = Vec::new();
    // Kept beside the last piece: looking through it anew for each that joins it is quadratic.
    let mut last_has_stamp = false;
    for piece in pieces {
        let is_stamped = has_stamp(&piece);
        let joins = match joined.last() {
            None => false,
            Some(_) if is_silent(&piece) => true,
            Some(_) => !last_has_stamp && (unit == Unit::Item || !is_stamped),
        };
        match joined.last_mut() {
            Some(last) if joins => {
                last.extend(piece);
                last_has_stamp |= is_stamped;
            }
            _ => {
                joined.push(piece);
                last_has_stamp = is_stamped;
            }
        }
    }
    // In an item, what follows the last stamp is still the item's.
    let ends_bare = joined.len() > 1 && !last_has_stamp;
    if unit == Unit::Item
        && ends_bare
        && let (Some(rest), Some(last)) = (joined.pop(), joined.last_mut())
    {
        last.extend(rest);
    }
    joined
}

/// Splits inlines at places of their flattened text.
struct Splitter {
    cuts: Vec<usize>,
    next: usize,
    at: usize,
}

impl Splitter {
    /// Appends the inlines to the last piece, and opens a new piece at every cut.
    fn split(&mut self, inlines: Vec<Inline>, pieces: &mut Vec<Vec<Inline>>) {
        for inline in inlines {
            let end = self.at + flat_length(&inline);
            if self.take_cut(self.at) {
                pieces.push(Vec::new());
            }
            match inline {
                Inline::Text(text) => self.text(&text, pieces),
                Inline::Styled(style, content) => {
                    let mut inner = vec![Vec::new()];
                    self.split(content, &mut inner);
                    for (index, content) in inner.into_iter().enumerate() {
                        if index > 0 {
                            pieces.push(Vec::new());
                        }
                        append(pieces, Inline::Styled(style, content));
                    }
                }
                opaque => append(pieces, opaque),
            }
            self.at = end;
            // A cut inside a link or code is none.
            while self.cuts.get(self.next).is_some_and(|&cut| cut < end) {
                self.next += 1;
            }
        }
    }

    fn text(&mut self, text: &str, pieces: &mut Vec<Vec<Inline>>) {
        let mut start = 0;
        while let Some(&cut) = self.cuts.get(self.next).filter(|&&cut| cut < self.at + text.len()) {
            self.next += 1;
            let cut = cut - self.at;
            append(pieces, Inline::Text(text[start..cut].to_owned()));
            pieces.push(Vec::new());
            start = cut;
        }
        append(pieces, Inline::Text(text[start..].to_owned()));
    }

    fn take_cut(&mut self, place: usize) -> bool {
        let is_here = self.cuts.get(self.next) == Some(&place);
        self.next += usize::from(is_here);
        is_here
    }
}

fn append(pieces: &mut [Vec<Inline>], inline: Inline) {
    if let Some(piece) = pieces.last_mut() {
        piece.push(inline);
    }
}

/// The text in which sentences are looked for; a stamp is one placeholder, and nothing inside a
/// link or code ends a sentence.
fn flatten(inlines: &[Inline], flat: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => flat.push_str(text),
            Inline::Styled(_, content) => flatten(content, flat),
            Inline::Stamp(_) => flat.push(STAMP),
            Inline::Break => flat.push('\n'),
            opaque => flat.push_str(&opaque_text(opaque)),
        }
    }
}

fn flat_length(inline: &Inline) -> usize {
    match inline {
        Inline::Text(text) => text.len(),
        Inline::Styled(_, content) => content.iter().map(flat_length).sum(),
        Inline::Stamp(_) => STAMP.len_utf8(),
        Inline::Break => 1,
        opaque => opaque_text(opaque).len(),
    }
}

/// Its first letter, which tells whether a sentence may start with it.
fn opaque_text(inline: &Inline) -> String {
    let text = match inline {
        Inline::Code(text) => text.clone(),
        Inline::Link(link) => plain_text(&link.content),
        Inline::WikiLink(link) => plain_text(&link.content),
        _ => return String::new(),
    };
    text.chars().next().filter(|c| c.is_alphanumeric()).map_or("x".to_owned(), String::from)
}

fn has_stamp(inlines: &[Inline]) -> bool {
    inlines.iter().any(|inline| match inline {
        Inline::Stamp(_) => true,
        Inline::Styled(_, content) | Inline::Claim(_, content) => has_stamp(content),
        _ => false,
    })
}

/// Whether inlines say nothing but their stamps.
fn is_wordless(inlines: &[Inline]) -> bool {
    !plain_text(inlines).chars().any(char::is_alphanumeric)
}

fn collect_stamps(inlines: &[Inline], stamps: &mut Vec<Stamp>) {
    for inline in inlines {
        match inline {
            Inline::Stamp(stamp) => stamps.push(stamp.clone()),
            Inline::Styled(_, content) | Inline::Claim(_, content) => {
                collect_stamps(content, stamps);
            }
            _ => {}
        }
    }
}
