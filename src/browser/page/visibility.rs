//! Noticing when an element comes into sight
//! (<https://developer.mozilla.org/docs/Web/API/Intersection_Observer_API>).

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use crate::browser::BrowserError;

/// Watches an element until it is dropped.
#[derive(Debug)]
pub struct Watch {
    observer: IntersectionObserver,
    _call: Closure<dyn Fn(Array)>,
}

/// Calls back whenever an element comes into sight, or nearer to it than `ahead_px` above or below
/// the window; at once where it is there already.
///
/// # Errors
/// [`BrowserError::Refused`] where the browser has no such observer.
pub fn on_sight(
    element: &Element,
    ahead_px: u32,
    call: impl Fn() + 'static,
) -> Result<Watch, BrowserError> {
    let call = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
        let is_in_sight = |entry: wasm_bindgen::JsValue| {
            let entry = entry.dyn_ref::<IntersectionObserverEntry>();
            entry.is_some_and(IntersectionObserverEntry::is_intersecting)
        };
        // Of several changes since the last call, the last one tells how it is now.
        if is_in_sight(entries.at(-1)) {
            call();
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(&[&ahead_px.to_string(), "px 0px"].concat());
    let observer = IntersectionObserver::new_with_options(call.as_ref().unchecked_ref(), &options)?;
    observer.observe(element);
    Ok(Watch { observer, _call: call })
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
        // What it has noted down already it would still tell, of a call that is gone by then
        // (<https://w3c.github.io/IntersectionObserver/#notify-intersection-observers-algo>).
        self.observer.take_records();
    }
}
