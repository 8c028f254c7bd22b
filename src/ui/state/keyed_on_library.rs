//! Parts of the page that are drawn anew when the notes change.

use std::sync::Arc;

use leptos::prelude::*;

use super::library::current_library;

/// What `draw` draws, anew for every library: the former one's elements, listeners and signals are
/// gone by then, so that none of them meets notes it was not drawn for.
pub fn keyed_on_library(draw: impl Fn() -> AnyView + Clone + Send + Sync + 'static) -> AnyView {
    let current_library = current_library();
    // The former library still lives when the next one is made, so their addresses differ.
    let current = move || [Arc::as_ptr(&current_library.read()).addr()];
    view! { <For each=current key=|library| *library children=move |_| draw()/> }.into_any()
}
