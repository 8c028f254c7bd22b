//! What goes on paper.

pub mod printed;
pub mod printed_list;
pub mod printed_note;
