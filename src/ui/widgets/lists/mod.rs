//! Long lists: drawn in pieces, or further each time the reader asks or comes near their end.

pub mod growth;
pub mod long_list;
pub mod more_button;
pub mod sentinel;
