//! Parts of the page that are drawn anew when the notes change.

use std::sync::Arc;

use leptos::prelude::*;

use super::library::{Library, current_library};

/// What `draw` draws of the current library, anew for every other one: the former one's elements,
/// listeners and signals are gone by then, so that none of them meets notes it was not drawn for.
pub fn keyed_on_library(
    draw: impl Fn(Arc<Library>) -> AnyView + Clone + Send + Sync + 'static,
) -> AnyView {
    let current_library = current_library();
    let each = move || [current_library.get()];
    // The former library still lives when the next one is made, so their addresses differ.
    view! { <For each=each key=|library| Arc::as_ptr(library).addr() children=draw/> }.into_any()
}
