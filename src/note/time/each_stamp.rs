//! A walk over the stamps of a section.

use crate::note::walk::each_run_mut;
use crate::note::{Block, Inline, Stamp};

/// Shows every stamp of a heading and of blocks.
pub(in crate::note) fn each_stamp(
    heading: &mut [Inline],
    blocks: &mut [Block],
    see: &impl Fn(&mut Stamp),
) {
    in_inlines(heading, see);
    each_run_mut(blocks, &mut |run| in_inlines(run, see));
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
