//! The page as a folder for any static host: index.html, its program beside it, and the worker that keeps both at
//! hand. Native only: the build and `skillreel site` make such folders.

pub mod digest;
pub mod template;
pub mod vault_pieces;
