//! What comes late: with a chunk of the program, or when it is first shown.

pub mod at_rest;
pub mod in_chunk;
pub mod in_turn;
pub mod late_dialog;
pub mod late_view;
