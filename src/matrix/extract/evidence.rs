//! What backs a placement: the claims in blocks of a note, and the stamps of those claims.

use super::labels;
use crate::note::{Block, ClaimId, Inline, Note, Stamp, each_run};

/// So many rows or paragraphs name skills together; one alone may be anything.
pub(in crate::matrix) const FEWEST: usize = 2;

/// What names a skill, with what backs it.
pub(in crate::matrix) type NameWithEvidence = (String, Evidence);

/// The claims of a placement, in the order of reading.
#[derive(Debug, Default)]
pub(in crate::matrix) struct Evidence {
    claims: Vec<ClaimId>,
    /// The stamps of a table's cells: the claim of a row has those of all its cells.
    of_cells: Option<Vec<Stamp>>,
}

impl Evidence {
    /// The claims of blocks, nested blocks too.
    pub(in crate::matrix) fn of_blocks(blocks: &[Block]) -> Self {
        let mut evidence = Self::default();
        evidence.blocks(blocks);
        evidence
    }

    /// What stands in a row's cells.
    pub(in crate::matrix) fn of_cells(row: &[Vec<Inline>]) -> Self {
        let mut evidence = Self::default();
        row.iter().for_each(|cell| evidence.cell(cell));
        evidence
    }

    /// Adds the claims of blocks.
    pub(in crate::matrix) fn blocks(&mut self, blocks: &[Block]) {
        each_run(blocks, &mut |run| self.inlines(run));
    }

    /// Adds a table's cell: its row's claim where the cell itself has a stamp, and that stamp alone.
    pub(in crate::matrix) fn cell(&mut self, cell: &[Inline]) {
        let stamps = self.of_cells.get_or_insert_default();
        let before = stamps.len();
        collect(cell, stamps);
        if stamps.len() > before {
            self.inlines(cell);
        }
    }

    /// Adds what backs the same placement.
    pub(in crate::matrix) fn join(&mut self, other: Self) {
        self.claims.extend(other.claims);
        if let Some(stamps) = other.of_cells {
            self.of_cells.get_or_insert_default().extend(stamps);
        }
    }

    /// Adds the claims of running text.
    pub(in crate::matrix) fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                // The cells of a table's row are parts of one claim.
                Inline::Claim(id, _) if self.claims.last() != Some(id) => self.claims.push(*id),
                Inline::Styled(_, content) => self.inlines(content),
                _ => {}
            }
        }
    }

    /// The claims, and their stamps in the order of writing, none twice.
    pub(in crate::matrix) fn in_note(&self, note: &Note) -> (Vec<ClaimId>, Vec<Stamp>) {
        let mut stamps: Vec<Stamp> = Vec::new();
        let mut add = |stamp: &Stamp| {
            let is_known = stamps
                .iter()
                .any(|known| (known.seconds, known.video) == (stamp.seconds, stamp.video));
            if !is_known {
                stamps.push(stamp.clone());
            }
        };
        match &self.of_cells {
            Some(of_cells) => of_cells.iter().for_each(&mut add),
            None => {
                let claims = self.claims.iter().filter_map(|&id| note.claim(id));
                claims.flat_map(|claim| &claim.stamps).for_each(&mut add);
            }
        }
        (self.claims.clone(), stamps)
    }
}

fn collect(inlines: &[Inline], stamps: &mut Vec<Stamp>) {
    for inline in inlines {
        match inline {
            Inline::Stamp(stamp) => stamps.push(stamp.clone()),
            Inline::Styled(_, content) | Inline::Claim(_, content) => collect(content, stamps),
            _ => {}
        }
    }
}

/// The skill that a row of a table names by its first cell.
pub(in crate::matrix) fn of_row(row: &[Vec<Inline>]) -> Option<NameWithEvidence> {
    let name = labels::of_cell(row.first()?)?;
    Some((name, Evidence::of_cells(row)))
}

/// The skills that a paragraph and those right after it name, each by a bold label and a colon.
pub(in crate::matrix) fn of_paragraphs(first: &Block, after: &[Block]) -> Vec<NameWithEvidence> {
    let blocks = std::iter::once(first).chain(after);
    let labelled = blocks.map_while(|block| match block {
        Block::Paragraph(inlines) => {
            let name = labels::bold_label(inlines)?;
            Some((name, Evidence::of_blocks(std::slice::from_ref(block))))
        }
        _ => None,
    });
    labelled.collect()
}

/// How many paragraphs in a row begin with a bold label and a colon, this one included.
pub(in crate::matrix) fn labels_in_a_row(first: &Block, after: &[Block]) -> usize {
    let is_labelled = |block: &&Block| match block {
        Block::Paragraph(inlines) => labels::bold_label(inlines).is_some(),
        _ => false,
    };
    std::iter::once(first).chain(after).take_while(is_labelled).count()
}

/// Whether what begins with these blocks names skills where its author says so.
pub(in crate::matrix) fn begins_with_names(blocks: &[Block]) -> bool {
    match blocks {
        [Block::Table(table), ..] => table.rows.iter().any(|row| of_row(row).is_some()),
        [first @ Block::Paragraph(_), after @ ..] => labels_in_a_row(first, after) >= FEWEST,
        _ => false,
    }
}
