//! What backs a placement: the claims in blocks of a note, and the stamps of those claims.

use crate::note::{Block, ClaimId, Inline, Note, Stamp};

/// The claims of a placement, in the order of reading.
#[derive(Debug, Default)]
pub(in crate::matrix) struct Backing(Vec<ClaimId>);

impl Backing {
    /// The claims of blocks, nested blocks too.
    pub(in crate::matrix) fn of_blocks(blocks: &[Block]) -> Self {
        let mut backing = Self::default();
        backing.blocks(blocks);
        backing
    }

    /// Adds the claims of blocks.
    pub(in crate::matrix) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(inlines) | Block::Heading(_, inlines) => self.inlines(inlines),
                Block::List(_, items) => items.iter().for_each(|item| self.blocks(&item.blocks)),
                Block::Quote(blocks) | Block::Footnote(_, blocks) => self.blocks(blocks),
                Block::Details(summary, blocks) => {
                    self.inlines(summary);
                    self.blocks(blocks);
                }
                Block::Table(table) => {
                    table.head.iter().for_each(|cell| self.inlines(cell));
                    table.rows.iter().flatten().for_each(|cell| self.inlines(cell));
                }
                Block::Code(_) | Block::Rule | Block::Mark(..) => {}
            }
        }
    }

    /// Adds the claims of running text.
    pub(in crate::matrix) fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                // The cells of a table's row are parts of one claim.
                Inline::Claim(id, _) if self.0.last() != Some(id) => self.0.push(*id),
                Inline::Styled(_, content) => self.inlines(content),
                _ => {}
            }
        }
    }

    /// The claims, and their stamps in the order of writing, none twice.
    pub(in crate::matrix) fn in_note(&self, note: &Note) -> (Vec<ClaimId>, Vec<Stamp>) {
        let mut stamps: Vec<Stamp> = Vec::new();
        for claim in self.0.iter().filter_map(|&id| note.claim(id)) {
            for stamp in &claim.stamps {
                let is_known = stamps
                    .iter()
                    .any(|known| (known.seconds, known.video) == (stamp.seconds, stamp.video));
                if !is_known {
                    stamps.push(stamp.clone());
                }
            }
        }
        (self.0.clone(), stamps)
    }
}
