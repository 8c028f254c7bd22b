//! A mark at the end of what is drawn, which says when the reader comes near it.

use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::page::visibility;

/// How far below the window the mark may stand, in pixels: rows are then there before they are
/// scrolled to.
const AHEAD_PX: u32 = 800;

/// A mark at the end of what is drawn.
#[component]
pub fn Sentinel(
    /// Called when the reader comes near.
    on_sight: Callback<()>,
) -> impl IntoView {
    let mark = NodeRef::<Div>::new();
    // The watch ends with the component, which drops the stored value.
    let watch = StoredValue::new_local(None);
    Effect::new(move || {
        if let Some(mark) = mark.get() {
            // Where a browser cannot watch, the button below draws the rest.
            watch.set_value(visibility::on_sight(&mark, AHEAD_PX, move || on_sight.run(())).ok());
        }
    });
    view! { <div class="sentinel" node_ref=mark></div> }.into_any()
}
