//! The question what is to become of the notes that were chosen.

pub mod ask_dialog;
pub mod asked;
mod ladders_asked;
mod pasted;
pub mod possible_ladders;
mod skills_table;
