//! Other numbers for the claims of sections, after some of them turned out to be none.

use super::{Block, ClaimId, Inline, Section};

/// Gives every claim its new number; one without a number becomes plain content.
pub(super) fn sections(sections: &mut [Section], numbers: &[Option<ClaimId>]) {
    for section in sections {
        inlines(&mut section.heading, numbers);
        blocks(&mut section.blocks, numbers);
    }
}

fn blocks(of: &mut [Block], numbers: &[Option<ClaimId>]) {
    for block in of {
        match block {
            Block::Paragraph(content) | Block::Heading(_, content) => inlines(content, numbers),
            Block::List(_, items) => {
                for item in items {
                    blocks(&mut item.blocks, numbers);
                }
            }
            Block::Quote(content) | Block::Footnote(_, content) => blocks(content, numbers),
            Block::Details(summary, content) => {
                inlines(summary, numbers);
                blocks(content, numbers);
            }
            Block::Table(table) => {
                table.rows.iter_mut().flatten().for_each(|cell| inlines(cell, numbers));
            }
            Block::Code(_) | Block::Rule | Block::Property(..) | Block::Mark(..) => {}
        }
    }
}

/// Claims stand in no other inlines.
fn inlines(of: &mut Vec<Inline>, numbers: &[Option<ClaimId>]) {
    if !of.iter().any(|inline| matches!(inline, Inline::Claim(..))) {
        return;
    }
    for inline in std::mem::take(of) {
        match inline {
            Inline::Claim(id, content) => {
                let number = usize::try_from(id.0).ok().and_then(|id| numbers.get(id));
                match number {
                    Some(Some(number)) => of.push(Inline::Claim(*number, content)),
                    _ => of.extend(content),
                }
            }
            other => of.push(other),
        }
    }
}
