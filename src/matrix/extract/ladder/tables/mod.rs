//! Tables of a ladder: their heads, their cells, and what they place.

pub(in crate::matrix) mod cells;
pub(in crate::matrix) mod table;
pub(in crate::matrix) mod table_head;
pub(in crate::matrix) mod titles_and_amounts;
