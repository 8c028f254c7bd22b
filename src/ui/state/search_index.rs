//! The search's index, as it grows.

use leptos::prelude::*;

use crate::search::Index;

/// The index, as far as it has grown. Another set of notes begins it anew.
#[derive(Clone, Default)]
pub struct SearchIndex(pub ArcRwSignal<Gathered>);

/// What the search knows so far.
#[derive(Default)]
pub struct Gathered {
    /// Every skill, and the words of the first [`Gathered::notes`] notes.
    pub index: Index,
    /// How many notes are in the index.
    pub notes: usize,
    /// Whether nothing is missing.
    pub is_whole: bool,
}

/// The index of the page's search.
pub fn search_index() -> SearchIndex {
    expect_context()
}
