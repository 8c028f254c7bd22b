//! A note in pieces that are drawn one after the other: of a book one reads the first page at once.

use crate::note::{Block, ClaimId, Inline, Item, Note};

use super::element_count::{ElementCount, of_block, of_inlines};

/// How many elements a piece has, about: drawing so many takes a few milliseconds.
pub const PIECE_ELEMENTS: usize = 200;

/// The heading element of a note's top sections: the page has the two above it.
const TOP_HEADING: u8 = 3;

/// A part of a note, a heading or a block of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextUnit {
    /// A section's heading, and the rank of the element it is drawn as.
    Heading(usize, u8),
    /// A block of a section. One that is larger than a piece is drawn in pieces itself.
    Block(usize, usize),
}

/// A note that is drawn a screenful at a time, so that a long one opens at once.
#[derive(Clone, Debug, Default)]
pub struct NotePieces {
    /// Each with its place: about how many elements come before it.
    units: Vec<(usize, TextUnit)>,
    elements: usize,
}

impl NotePieces {
    /// Takes a note apart.
    pub fn of(note: &Note) -> Self {
        // Headings may skip ranks; those of the page do not.
        let mut open: Vec<u8> = Vec::new();
        let mut pieces = Self::default();
        for (number, section) in note.sections().iter().enumerate() {
            if section.rank > 0 {
                open.retain(|&rank| rank < section.rank);
                let depth = u8::try_from(open.len()).unwrap_or(u8::MAX);
                open.push(section.rank);
                let unit = TextUnit::Heading(number, TOP_HEADING.saturating_add(depth));
                pieces.add(unit, 1 + of_inlines(&section.heading));
            }
            for (at, block) in section.blocks.iter().enumerate() {
                pieces.add(TextUnit::Block(number, at), of_block(block));
            }
        }
        pieces
    }

    fn add(&mut self, unit: TextUnit, elements: usize) {
        self.units.push((self.elements, unit));
        self.elements += elements;
    }

    /// How many pieces there are.
    pub fn count(&self) -> usize {
        if self.units.is_empty() { 0 } else { self.elements / PIECE_ELEMENTS + 1 }
    }

    /// What begins in a piece, each with its place.
    pub fn units(&self, piece: usize) -> &[(usize, TextUnit)] {
        let start =
            |piece: usize| self.units.partition_point(|(at, _)| at / PIECE_ELEMENTS < piece);
        self.units.get(start(piece)..start(piece + 1)).unwrap_or_default()
    }

    /// All that there is, each with its place.
    pub fn all(&self) -> &[(usize, TextUnit)] {
        &self.units
    }

    /// The piece with a claim.
    pub fn of_claim(&self, note: &Note, claim: ClaimId) -> Option<usize> {
        self.units.iter().find_map(|&(place, unit)| {
            let mut elements = ElementCount::up_to(claim);
            match unit {
                TextUnit::Heading(section, _) => {
                    elements.inlines(&note.sections().get(section)?.heading)
                }
                TextUnit::Block(section, block) => {
                    elements.block(note.sections().get(section)?.blocks.get(block)?);
                }
            }
            Some((place + elements.reached()?) / PIECE_ELEMENTS)
        })
    }

    /// The piece with a section's heading, by its name in addresses.
    pub fn of_section(&self, note: &Note, slug: &str) -> Option<usize> {
        let wanted = note.sections().iter().position(|section| section.slug == slug)?;
        self.units.iter().find_map(|&(place, unit)| {
            matches!(unit, TextUnit::Heading(section, _) if section == wanted)
                .then_some(place / PIECE_ELEMENTS)
        })
    }
}

/// Something of a block that is drawn in pieces.
pub trait DrawnInPieces: Clone + Send + Sync + 'static {
    /// About how many elements it is drawn as.
    fn elements(&self) -> usize;
}

impl DrawnInPieces for Block {
    fn elements(&self) -> usize {
        of_block(self)
    }
}

impl DrawnInPieces for Inline {
    fn elements(&self) -> usize {
        of_inlines(std::slice::from_ref(self))
    }
}

impl DrawnInPieces for Item {
    fn elements(&self) -> usize {
        1 + self.blocks.iter().map(of_block).sum::<usize>()
    }
}

/// Parts by the piece in which they are drawn: its number, the place of the first, and the parts.
pub fn by_piece<T: DrawnInPieces>(place: usize, parts: &[T]) -> Vec<(usize, usize, Vec<T>)> {
    let mut groups: Vec<(usize, usize, Vec<T>)> = Vec::new();
    let mut at = place;
    for part in parts {
        let piece = at / PIECE_ELEMENTS;
        match groups.last_mut() {
            Some((last, _, group)) if *last == piece => group.push(part.clone()),
            _ => groups.push((piece, at, vec![part.clone()])),
        }
        at += part.elements();
    }
    groups
}
