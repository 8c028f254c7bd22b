//! One walk over blocks, however deep they nest: each block, and each run of inlines in it.

use super::{Block, Inline};

/// What a walk meets.
#[derive(Clone, Copy, Debug)]
pub enum NotePart<'a> {
    /// A block, before what it holds.
    Block(&'a Block),
    /// Running text: of a paragraph, a heading, a property, a summary or a cell. Claims are not taken apart.
    Run(&'a [Inline]),
}

/// Shows every part of blocks, in the order of reading.
pub fn walk<'a>(blocks: &'a [Block], see: &mut impl FnMut(NotePart<'a>)) {
    for block in blocks {
        see(NotePart::Block(block));
        match block {
            Block::Paragraph(run) | Block::Heading(_, run) | Block::Property(_, run) => {
                see(NotePart::Run(run));
            }
            Block::List(_, items) => items.iter().for_each(|item| walk(&item.blocks, see)),
            Block::Quote(blocks) | Block::Footnote(_, blocks) => walk(blocks, see),
            Block::Details(summary, blocks) => {
                see(NotePart::Run(summary));
                walk(blocks, see);
            }
            Block::Table(table) => {
                let cells = table.head.iter().chain(table.rows.iter().flatten());
                cells.for_each(|cell| see(NotePart::Run(cell)));
            }
            Block::Code(_) | Block::Rule | Block::Mark(..) => {}
        }
    }
}

/// Shows every run of inlines of blocks, in the order of reading.
pub fn each_run<'a>(blocks: &'a [Block], see: &mut impl FnMut(&'a [Inline])) {
    walk(blocks, &mut |part| {
        if let NotePart::Run(run) = part {
            see(run);
        }
    });
}

/// As [`each_run`], of runs that are changed.
pub(super) fn each_run_mut(blocks: &mut [Block], see: &mut impl FnMut(&mut Vec<Inline>)) {
    for block in blocks {
        match block {
            Block::Paragraph(run) | Block::Heading(_, run) | Block::Property(_, run) => see(run),
            Block::List(_, items) => {
                items.iter_mut().for_each(|item| each_run_mut(&mut item.blocks, see));
            }
            Block::Quote(blocks) | Block::Footnote(_, blocks) => each_run_mut(blocks, see),
            Block::Details(summary, blocks) => {
                see(summary);
                each_run_mut(blocks, see);
            }
            Block::Table(table) => {
                let cells = table.head.iter_mut().chain(table.rows.iter_mut().flatten());
                cells.for_each(&mut *see);
            }
            Block::Code(_) | Block::Rule | Block::Mark(..) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::note::{Note, plain_text};

    #[test]
    fn every_run_is_met_once_and_in_the_order_of_reading() {
        let text = "# a\n\nb\n\n- c\n  - d\n\n> e\n\n| f | g |\n|---|---|\n| h | i |\n\n\
            <details><summary>j</summary>\n\nk\n\n</details>\n\nl[^1]\n\n[^1]: m\n";
        let note = Note::read("a.md", text);
        let mut met = String::new();
        for section in note.sections() {
            each_run(&section.blocks, &mut |run| met.push_str(&plain_text(run)));
        }
        assert_eq!(met, "bcdefghijklm");
        let mut changed = String::new();
        for mut section in note.sections().to_vec() {
            each_run_mut(&mut section.blocks, &mut |run| changed.push_str(&plain_text(run)));
        }
        assert_eq!(changed, met);
    }
}
