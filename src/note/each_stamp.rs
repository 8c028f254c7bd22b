//! A walk over the stamps of a section.

use super::{Block, Inline, Item, Stamp};

/// Shows every stamp of a heading and of blocks.
pub(super) fn each_stamp(heading: &mut [Inline], blocks: &mut [Block], see: &impl Fn(&mut Stamp)) {
    in_inlines(heading, see);
    in_blocks(blocks, see);
}

fn in_blocks(blocks: &mut [Block], see: &impl Fn(&mut Stamp)) {
    for block in blocks {
        match block {
            Block::Paragraph(content)
            | Block::Heading(_, content)
            | Block::Property(_, content) => in_inlines(content, see),
            Block::List(_, items) => {
                items.iter_mut().for_each(|Item { blocks, .. }| in_blocks(blocks, see));
            }
            Block::Quote(blocks) | Block::Footnote(_, blocks) => in_blocks(blocks, see),
            Block::Details(summary, blocks) => {
                in_inlines(summary, see);
                in_blocks(blocks, see);
            }
            Block::Table(table) => {
                let cells = table.head.iter_mut().chain(table.rows.iter_mut().flatten());
                cells.for_each(|cell| in_inlines(cell, see));
            }
            Block::Code(_) | Block::Rule | Block::Mark(..) => {}
        }
    }
}

fn in_inlines(inlines: &mut [Inline], see: &impl Fn(&mut Stamp)) {
    for inline in inlines {
        match inline {
            Inline::Stamp(stamp) => see(stamp),
            Inline::Styled(_, content) | Inline::Claim(_, content) => in_inlines(content, see),
            Inline::Link(link) => in_inlines(&mut link.content, see),
            Inline::WikiLink(link) => in_inlines(&mut link.content, see),
            Inline::Text(_) | Inline::Code(_) | Inline::Break | Inline::FootnoteRef(_) => {}
        }
    }
}
