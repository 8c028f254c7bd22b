//! What the reader rated and keeps: dots, the list, the way to a comparison.

pub mod add_to_list;
pub mod compare_button;
pub mod keeping;
pub mod list;
pub mod rate_skill;
pub mod ratings;
pub mod record_chunk;
pub mod showing;
pub mod shown_ratings;
pub mod step_dots;
