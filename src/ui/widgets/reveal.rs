//! Scrolling to an element that may be about to be drawn.

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use crate::anchor::Anchor;
use crate::browser::page::focus::{self, ScrollTarget};
use crate::browser::page::scheduler;
use crate::ui::widgets::late::in_turn;

/// Scrolls a container to an element in it, once what has just changed is drawn.
pub fn reveal(
    container: Anchor,
    find: impl FnOnce() -> Option<HtmlElement> + 'static,
    place: ScrollTarget,
) {
    spawn_local(async move {
        scheduler::next_task().await;
        in_turn::all_drawn().await;
        let container = focus::first(container);
        if let (Some(container), Some(element)) = (container, find()) {
            focus::scroll_within(&container, &element, place);
        }
    });
}
