//! What the matrix is made of: levels, roles, skills, placements.

pub(in crate::matrix) mod explaining;
pub(in crate::matrix) mod level;
pub(in crate::matrix) mod order;
pub(in crate::matrix) mod packed_matrix;
pub(in crate::matrix) mod role;
pub(in crate::matrix) mod rule;
pub(in crate::matrix) mod summary;
pub(in crate::matrix) mod types;
mod with_length;
