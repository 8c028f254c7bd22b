//! The list of what was found: a chunk that comes with the first search.

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::state::library::Library;
use crate::ui::widgets::late::in_chunk::in_chunk;

use super::results_list;

in_chunk! {
    /// What was found.
    results {
        /// What the search has found.
        fn results(library: Arc<Library>) -> AnyView {
            results_list::drawn(library)
        }
    }
}
