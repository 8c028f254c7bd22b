//! A walk over what a note holds.

use skillreel::note::{Block, Inline, Note};

/// Shows every inline of a note, those inside others too.
pub(crate) fn each_inline(note: &Note, see: &mut impl FnMut(&Inline)) {
    for section in note.sections() {
        in_inlines(&section.heading, see);
        in_blocks(&section.blocks, see);
    }
}

fn in_blocks(blocks: &[Block], see: &mut impl FnMut(&Inline)) {
    for block in blocks {
        match block {
            Block::Paragraph(content)
            | Block::Heading(_, content)
            | Block::Property(_, content) => in_inlines(content, see),
            Block::List(_, items) => items.iter().for_each(|item| in_blocks(&item.blocks, see)),
            Block::Quote(blocks) | Block::Footnote(_, blocks) => in_blocks(blocks, see),
            Block::Details(summary, blocks) => {
                in_inlines(summary, see);
                in_blocks(blocks, see);
            }
            Block::Table(table) => {
                let cells = table.head.iter().chain(table.rows.iter().flatten());
                cells.for_each(|cell| in_inlines(cell, see));
            }
            Block::Code(_) | Block::Rule | Block::Mark(..) => {}
        }
    }
}

fn in_inlines(inlines: &[Inline], see: &mut impl FnMut(&Inline)) {
    for inline in inlines {
        see(inline);
        match inline {
            Inline::Styled(_, content) | Inline::Claim(_, content) => in_inlines(content, see),
            Inline::Link(link) => in_inlines(&link.content, see),
            Inline::WikiLink(link) => in_inlines(&link.content, see),
            _ => {}
        }
    }
}
