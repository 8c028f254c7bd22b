//! The matrix and its filters.

pub(crate) mod answer;
pub(crate) mod at_a_glance;
pub(crate) mod level;
pub(crate) mod many_columns;
pub(crate) mod many_notes;
pub(crate) mod map;
