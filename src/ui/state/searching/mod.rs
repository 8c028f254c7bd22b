//! How the page's notes are searched: what comes with the part of the program that searches.

pub mod answered;
pub(super) mod engine;
mod result_scope;
mod shards;
