//! Callbacks as promises, to be awaited.

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::BrowserError;

/// The promise of what `start` hands to the first of its two functions; it fails with what goes to
/// the second. `start` runs at once.
pub(super) fn of(start: impl FnOnce(Function, Function)) -> Promise {
    let mut start = Some(start);
    Promise::new(&mut |resolve, reject| {
        if let Some(start) = start.take() {
            start(resolve, reject);
        }
    })
}

/// What `start` hands to the first of its two functions.
///
/// # Errors
/// [`BrowserError::Refused`] with what it hands to the second.
pub(super) async fn settled(
    start: impl FnOnce(Function, Function),
) -> Result<JsValue, BrowserError> {
    Ok(JsFuture::from(of(start)).await?)
}
