//! The page as a whole: how it is laid out, its top, its keys, and what it says of itself.

pub mod board;
pub mod detail;
pub mod fetching;
pub mod header;
pub mod help;
pub mod map_section;
mod no_notes;
pub mod notices;
mod opened_chunks;
pub mod page;
pub mod page_keys;
pub mod root;
pub mod theme_switch;
