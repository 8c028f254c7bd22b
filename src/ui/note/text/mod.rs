//! A note's Markdown as elements of the page.

pub mod drawn_pieces;
pub mod element_count;
pub mod marked;
pub mod render;
