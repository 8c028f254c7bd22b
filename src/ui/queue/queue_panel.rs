//! The place of the reader's list.

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::rating::ratings::ratings;
use crate::ui::state::library::Library;
use crate::ui::state::reading_chunks::reading;
use crate::ui::widgets::late::late_view::late;

use super::queue_chunk;

/// The list, where there is one.
#[component]
pub fn QueuePanel(
    /// The notes that are shown.
    library: Arc<Library>,
) -> impl IntoView {
    let ratings = ratings();
    let is_empty = Memo::new(move |_| ratings.list().with(|list| list.items().is_empty()));
    let shown = move || match is_empty.get() {
        false => {
            let library = Arc::clone(&library);
            Some(late(move || reading(queue_chunk::queue::queue_body(Arc::clone(&library)))))
        }
        true => ratings.can_undo().then(|| late(|| Box::pin(queue_chunk::queue::cleared()))),
    };
    view! { {move || shown()} }.into_any()
}
