//! The matrix and its filters.

pub(crate) mod answer;
pub(crate) mod level;
pub(crate) mod many_notes;
