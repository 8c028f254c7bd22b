//! Frames of this page that show the page itself: the height that they tell.

use gloo::events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlIFrameElement, MessageEvent};

use crate::browser::error::window;
use crate::embedding::{CONTRACT_KEY, CONTRACT_VERSION};

/// Calls back with the sender and the height whenever a frame tells it. It listens until it is
/// dropped.
pub fn on_height(call: impl Fn(&JsValue, u32) + 'static) -> Option<EventListener> {
    let window = window().ok()?;
    Some(EventListener::new(&window, "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        let data = event.data();
        let get = |key: &str| Reflect::get(&data, &JsValue::from_str(key)).ok();
        let is_height = get(CONTRACT_KEY).and_then(|version| version.as_f64())
            == Some(f64::from(CONTRACT_VERSION))
            && get("type").and_then(|kind| kind.as_string()).as_deref() == Some("height");
        let height = get("height").and_then(|height| height.as_f64());
        if let (true, Some(source), Some(height)) = (is_height, event.source(), height) {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "it is between 100 and 20000"
            )]
            let height = height.clamp(100.0, 20_000.0) as u32;
            call(&source, height);
        }
    }))
}

/// Calls back when Escape is pressed in a frame that shows this page, and was of no use in there.
/// It listens until it is dropped, or the frame shows something else.
pub fn on_escape(frame: &HtmlIFrameElement, call: impl Fn() + 'static) -> Option<EventListener> {
    // Another host's page keeps its keys to itself.
    frame.content_document()?;
    let window = frame.content_window()?;
    Some(EventListener::new(&window, "keydown", move |event| {
        // It is an event of another window, whose types are others by the same names.
        let key = Reflect::get(event, &JsValue::from_str("key")).ok();
        let is_escape = key.and_then(|key| key.as_string()).as_deref() == Some("Escape");
        if is_escape && !event.default_prevented() {
            call();
        }
    }))
}

/// Whether a message came from a frame.
#[must_use]
pub fn is_of(frame: &HtmlIFrameElement, source: &JsValue) -> bool {
    frame.content_window().is_some_and(|window| source.loose_eq(&window))
}
