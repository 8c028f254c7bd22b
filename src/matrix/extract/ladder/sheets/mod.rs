//! Sheets, and matrices of our own that are read back.

mod head;
mod mark;
pub(in crate::matrix) mod own_csv;
pub(in crate::matrix) mod own_markdown;
pub(in crate::matrix) mod sheet;
pub(in crate::matrix) mod team;
