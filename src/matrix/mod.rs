//! The matrix: which skills matter at which level of seniority, in what order, said where.

mod extract;
mod level;
mod rows;
mod types;

pub use level::Level;
pub use rows::{Rows, levels_with_counts};
pub use types::{Matrix, Placement, Skill, SkillId};
