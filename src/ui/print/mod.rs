//! What goes on paper.

pub mod print_chunk;
pub mod print_on_demand;
pub mod printed;
pub mod printed_list;
pub mod printed_matrix;
pub mod printed_note;
