//! Files dragged over the page, and dropped on it.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DragEvent;

use crate::browser::error::document;

use super::pick::{self, PickedItem};

/// What drags do over the page.
#[derive(Clone, Debug)]
pub enum Drag {
    /// Files are above it.
    Over,
    /// They have left it.
    Left,
    /// They were dropped.
    Dropped(Vec<PickedItem>),
}

/// Calls back for files that are dragged over the page, as long as the listeners live. Texts and
/// links that are dragged are the browser's to handle, as everything is while `takes` says no.
pub fn on_files(
    takes: impl Fn() -> bool + 'static,
    call: impl Fn(Drag) + 'static,
) -> Vec<EventListener> {
    let Ok(document) = document() else { return Vec::new() };
    let (takes, call) = (Rc::new(takes), Rc::new(call));
    let listen = |name: &'static str, handle: fn(&DragEvent) -> Option<Drag>| {
        let (takes, call) = (Rc::clone(&takes), Rc::clone(&call));
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&document, name, options, move |event| {
            let Some(drag) = event.dyn_ref::<DragEvent>().filter(|drag| holds_files(drag)) else {
                return;
            };
            // Else the browser opens the file in place of the page.
            drag.prevent_default();
            if takes()
                && let Some(drag) = handle(drag)
            {
                call(drag);
            }
        })
    };
    vec![
        listen("dragenter", |_| Some(Drag::Over)),
        listen("dragover", over),
        // Between elements of the page the pointer leaves one for the other.
        listen("dragleave", |drag| drag.related_target().is_none().then_some(Drag::Left)),
        listen("drop", |drag| {
            Some(Drag::Dropped(drag.data_transfer().map(|transfer| pick::dropped(&transfer))?))
        }),
    ]
}

/// The pointer says that files are taken.
fn over(drag: &DragEvent) -> Option<Drag> {
    drag.data_transfer()?.set_drop_effect("copy");
    Some(Drag::Over)
}

/// Begins to drag an element of the page. Firefox drags nothing that carries nothing.
pub fn begin(drag: &DragEvent) {
    let _ = drag.data_transfer().map(|transfer| {
        transfer.set_effect_allowed("move");
        transfer.set_data("text/plain", "")
    });
}

fn holds_files(drag: &DragEvent) -> bool {
    let types = drag.data_transfer().map(|transfer| transfer.types());
    types.is_some_and(|types| types.includes(&JsValue::from_str("Files"), 0))
}
