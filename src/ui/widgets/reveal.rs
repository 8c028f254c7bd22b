//! Scrolling what is open beside the matrix to what the address names.

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use crate::browser::page::focus::{self, ScrollTarget};
use crate::browser::page::scheduler;

/// Scrolls what is open to an element in it, once what has just changed is drawn.
pub fn reveal(find: impl FnOnce() -> Option<HtmlElement> + 'static, place: ScrollTarget) {
    spawn_local(async move {
        scheduler::next_task().await;
        let container = focus::all(".detail").into_iter().next();
        if let (Some(container), Some(element)) = (container, find()) {
            focus::scroll_within(&container, &element, place);
        }
    });
}
