//! A note in pieces that are drawn one after the other: of a book one reads the first page at once.

use std::ops::Range;

use crate::note::{Block, ClaimId, Inline, Note, claim_content};

/// How many elements a piece has, about: drawing so many takes a few milliseconds.
const PIECE: usize = 300;

/// The heading element of a note's top sections: the page has the two above it.
const TOP_HEADING: u8 = 3;

/// Something of a note that is drawn as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// A section's heading, and the rank of the element it is drawn as.
    Heading(usize, u8),
    /// A block of a section.
    Block(usize, usize),
}

/// A note in pieces.
#[derive(Clone, Debug, Default)]
pub(super) struct Pieces {
    units: Vec<Unit>,
    pieces: Vec<Range<usize>>,
}

impl Pieces {
    /// Takes a note apart.
    pub(super) fn of(note: &Note) -> Self {
        // Headings may skip ranks; those of the page do not.
        let mut open: Vec<u8> = Vec::new();
        let mut pieces = Self::default();
        let mut weight = 0;
        let mut start = 0;
        for (number, section) in note.sections().iter().enumerate() {
            if section.rank > 0 {
                open.retain(|&rank| rank < section.rank);
                let depth = u8::try_from(open.len()).unwrap_or(u8::MAX);
                open.push(section.rank);
                pieces.units.push(Unit::Heading(number, TOP_HEADING.saturating_add(depth)));
                weight += 1;
            }
            for (at, block) in section.blocks.iter().enumerate() {
                pieces.units.push(Unit::Block(number, at));
                weight += elements(std::slice::from_ref(block));
                if weight >= PIECE {
                    pieces.pieces.push(start..pieces.units.len());
                    (start, weight) = (pieces.units.len(), 0);
                }
            }
        }
        if start < pieces.units.len() {
            pieces.pieces.push(start..pieces.units.len());
        }
        pieces
    }

    /// How many pieces there are.
    pub(super) fn count(&self) -> usize {
        self.pieces.len()
    }

    /// What is in a piece.
    pub(super) fn units(&self, piece: usize) -> &[Unit] {
        let range = self.pieces.get(piece).cloned().unwrap_or_default();
        self.units.get(range).unwrap_or_default()
    }

    /// The piece with a claim.
    pub(super) fn of_claim(&self, note: &Note, claim: ClaimId) -> Option<usize> {
        let holds = |unit: &Unit| match *unit {
            Unit::Heading(section, _) => {
                let section = note.sections().get(section);
                section.is_some_and(|section| is_among(&section.heading, claim))
            }
            Unit::Block(section, block) => {
                let section = note.sections().get(section);
                let block = section.and_then(|section| section.blocks.get(block));
                block.is_some_and(|block| {
                    claim_content(std::slice::from_ref(block), claim).is_some()
                })
            }
        };
        self.piece_at(self.units.iter().position(holds)?)
    }

    /// The piece with a section's heading, by its name in addresses.
    pub(super) fn of_section(&self, note: &Note, slug: &str) -> Option<usize> {
        let wanted = note.sections().iter().position(|section| section.slug == slug)?;
        let is_wanted =
            |unit: &Unit| matches!(*unit, Unit::Heading(section, _) if section == wanted);
        self.piece_at(self.units.iter().position(is_wanted)?)
    }

    fn piece_at(&self, unit: usize) -> Option<usize> {
        self.pieces.iter().position(|piece| piece.contains(&unit))
    }
}

fn is_among(inlines: &[Inline], claim: ClaimId) -> bool {
    inlines.iter().any(|inline| matches!(inline, Inline::Claim(id, _) if *id == claim))
}

/// About how many elements blocks are drawn as.
fn elements(blocks: &[Block]) -> usize {
    let each = |block: &Block| match block {
        Block::Paragraph(content) | Block::Heading(_, content) => 1 + parts(content),
        Block::List(_, items) => items.iter().map(|item| 1 + elements(&item.blocks)).sum(),
        Block::Quote(blocks) | Block::Footnote(_, blocks) => 1 + elements(blocks),
        Block::Details(summary, blocks) => 2 + parts(summary) + elements(blocks),
        Block::Table(table) => {
            let cells = table.head.iter().chain(table.rows.iter().flatten());
            cells.map(|cell| 1 + parts(cell)).sum()
        }
        Block::Code(_) | Block::Rule | Block::Mark(..) => 1,
    };
    blocks.iter().map(each).sum()
}

fn parts(inlines: &[Inline]) -> usize {
    let each = |inline: &Inline| match inline {
        Inline::Styled(_, content) | Inline::Claim(_, content) => 1 + parts(content),
        Inline::Link(link) => 1 + parts(&link.content),
        Inline::WikiLink(link) => 1 + parts(&link.content),
        _ => 1,
    };
    inlines.iter().map(each).sum()
}
