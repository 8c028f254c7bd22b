//! The question what is to become of the notes that were chosen.

pub mod ask_dialog;
pub mod asked;
