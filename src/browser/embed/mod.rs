//! The page inside other pages, and other pages inside it.

pub mod frames;
pub mod parent;
