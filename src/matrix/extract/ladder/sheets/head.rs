//! The head of a sheet, cell by cell.

use crate::matrix::language::terms::{Term, Terms};
use crate::note::{Inline, plain_text};

/// The terms of a cell that may be a head's.
pub(in crate::matrix) fn head_words(cell: &[Inline], terms: &Terms) -> Vec<Term> {
    let text = plain_text(cell);
    if text.len() < 60 { terms.read(&text) } else { Vec::new() }
}
