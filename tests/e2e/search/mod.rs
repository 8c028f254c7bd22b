//! Searching.

pub(crate) mod finding;
pub(crate) mod level_search;
pub(crate) mod searching;
