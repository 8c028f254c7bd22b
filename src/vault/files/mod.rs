//! The vault's files: which are notes, what is in an archive, layers of them.

pub mod archive;
pub(super) mod collection;
pub(super) mod file;
pub(super) mod naming;
pub mod pasted;
pub mod skipped;
mod workbook;
