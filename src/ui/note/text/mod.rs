//! A note's Markdown as elements of the page.

pub mod marked;
pub mod pieces;
pub mod render;
pub mod weight;
