//! What is pasted on the page, outside of its fields.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, Event};

use crate::browser::error::document;

/// What the clipboard holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClipboardContent {
    /// As HTML; empty where it holds none.
    pub html: String,
    /// As plain text.
    pub plain: String,
}

/// What an event pastes. `None` for another event.
#[must_use]
pub fn clip(event: &Event) -> Option<ClipboardContent> {
    let transfer = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    let of = |kind: &str| transfer.get_data(kind).unwrap_or_default();
    Some(ClipboardContent { html: of("text/html"), plain: of("text/plain") })
}

/// Calls back for what is pasted anywhere on the page but into a field. `takes` says whether it was taken: else
/// the browser does with it what it does.
pub fn on_paste(takes: impl Fn(ClipboardContent) -> bool + 'static) -> Option<EventListener> {
    let document = document().ok()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&document, "paste", options, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let in_field = target.is_some_and(|element| {
            element.closest("input, textarea, select, [contenteditable]").ok().flatten().is_some()
        });
        if let Some(clip) = clip(event).filter(|_| !in_field)
            && takes(clip)
        {
            event.prevent_default();
        }
    }))
}
