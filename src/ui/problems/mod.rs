//! What is wrong in the notes, for their author.

pub mod original_file;
pub mod problem_file;
pub mod problem_list;
pub mod problems_panel;
