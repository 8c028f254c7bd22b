//! Parts of the page that are drawn anew when the notes change.

use std::sync::Arc;

use leptos::prelude::*;

use super::library::shelves;

/// What `draw` draws, anew for every shelf: the former one's elements, listeners and signals are
/// gone by then, so that none of them meets notes it was not drawn for.
pub fn per_shelf(draw: impl Fn() -> AnyView + Clone + Send + Sync + 'static) -> AnyView {
    let shelves = shelves();
    // The former shelf still lives when the next one is made, so their addresses differ.
    let current = move || [Arc::as_ptr(&shelves.read()).addr()];
    view! { <For each=current key=|shelf| *shelf children=move |_| draw()/> }.into_any()
}
