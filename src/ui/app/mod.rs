//! The page as a whole: how it is laid out, its top, its keys, and what it says of itself.

pub mod board;
pub mod detail;
pub mod header;
pub mod help_dialog;
pub mod no_notes;
pub mod notices;
pub mod page;
pub mod page_keys;
pub mod root;
pub mod theme_switch;
mod writing_guide;
