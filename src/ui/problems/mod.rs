//! What is wrong in the notes, for their author.

mod nearly_counted;
pub mod original_file;
pub mod problem_item;
pub mod problem_kind;
pub mod problem_list;
pub mod problems_panel;
