//! Keeping all that lies beside the page for a time without a network.

pub mod keep_sheet;
pub mod keeping;
