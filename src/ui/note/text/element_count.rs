//! About how many elements a note's parts are drawn as. What is in a block never counts for more than
//! the block itself, or its last parts would wait for a piece that does not come.

use crate::note::{Block, ClaimId, Inline};

/// A count of elements, which ends at a claim where one is looked for.
#[derive(Debug, Default)]
pub struct ElementCount {
    elements: usize,
    wanted: Option<ClaimId>,
    reached: Option<usize>,
}

/// About how many elements a block is drawn as.
pub fn of_block(block: &Block) -> usize {
    let mut count = ElementCount::default();
    count.block(block);
    count.elements
}

/// About how many elements running text is drawn as.
pub fn of_inlines(inlines: &[Inline]) -> usize {
    let mut count = ElementCount::default();
    count.inlines(inlines);
    count.elements
}

impl ElementCount {
    /// Counts what stands before a claim.
    pub fn up_to(claim: ClaimId) -> Self {
        Self { wanted: Some(claim), ..Self::default() }
    }

    /// How many elements stand before the claim, once it was met.
    pub fn reached(&self) -> Option<usize> {
        self.reached
    }

    pub fn block(&mut self, block: &Block) {
        if self.reached.is_some() {
            return;
        }
        self.elements += 1;
        match block {
            Block::Paragraph(content)
            | Block::Heading(_, content)
            | Block::Property(_, content) => self.inlines(content),
            Block::List(_, items) => {
                for item in items {
                    self.elements += 1;
                    self.blocks(&item.blocks);
                }
            }
            Block::Quote(blocks) | Block::Footnote(_, blocks) => self.blocks(blocks),
            Block::Details(summary, blocks) => {
                self.inlines(summary);
                self.blocks(blocks);
            }
            Block::Table(table) => {
                for row in std::iter::once(&table.head).chain(&table.rows) {
                    self.elements += 1;
                    for cell in row {
                        self.elements += 1;
                        self.inlines(cell);
                    }
                }
            }
            Block::Code(_) | Block::Rule | Block::Mark(..) => {}
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    pub fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            if self.reached.is_some() {
                return;
            }
            if let Inline::Claim(id, _) = inline
                && Some(*id) == self.wanted
            {
                self.reached = Some(self.elements);
                return;
            }
            self.elements += 1;
            match inline {
                Inline::Styled(_, content) | Inline::Claim(_, content) => self.inlines(content),
                Inline::Link(link) => self.inlines(&link.content),
                Inline::WikiLink(link) => self.inlines(&link.content),
                _ => {}
            }
        }
    }
}
