//! Search over skills, claims and notes: every word must be found, the best match stands first.

mod hit;
mod index;
mod marks;
mod score;

pub use hit::{Hit, Target};
pub use index::{Index, SkillEntry};
pub use marks::marks;
