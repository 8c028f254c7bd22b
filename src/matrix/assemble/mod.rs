//! From the placements of all notes to the matrix: names that are one skill share a row.

pub(in crate::matrix) mod build;
pub(in crate::matrix) mod joined;
pub(in crate::matrix) mod ladders;
pub(in crate::matrix) mod merge;
pub(in crate::matrix) mod name_key;
