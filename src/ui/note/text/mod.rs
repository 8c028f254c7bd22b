//! A note's Markdown as elements of the page.

pub mod element_count;
pub mod marked;
pub mod pieces;
pub mod render;
