//! Other numbers for the claims of sections, after some of them turned out to be none.

use crate::note::walk::each_run_mut;
use crate::note::{ClaimId, Inline, Section};

/// Gives every claim its new number; one without a number becomes plain content.
pub(in crate::note) fn sections(sections: &mut [Section], numbers: &[Option<ClaimId>]) {
    for section in sections {
        inlines(&mut section.heading, numbers);
        each_run_mut(&mut section.blocks, &mut |run| inlines(run, numbers));
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
