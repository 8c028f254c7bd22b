//! What readers ask of the matrix: filters, facets, rows, agreement.

pub(in crate::matrix) mod agreement;
pub(in crate::matrix) mod clip_cells;
pub(in crate::matrix) mod cue;
pub(in crate::matrix) mod facets;
pub(in crate::matrix) mod families;
pub(in crate::matrix) mod filter;
pub(in crate::matrix) mod groups;
pub(in crate::matrix) mod heading;
pub(in crate::matrix) mod overview;
pub(in crate::matrix) mod ranked_lists;
pub(in crate::matrix) mod rows;
