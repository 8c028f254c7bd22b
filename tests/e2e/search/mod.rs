//! Searching.

pub(crate) mod finding;
pub(crate) mod searching;
mod typing;
