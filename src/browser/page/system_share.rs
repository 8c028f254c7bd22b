//! The system's own way of sharing.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Navigator;

use crate::browser::BrowserError;
use crate::browser::error::window;

/// Whether the system has a share sheet for this page. Few desktops do, and no page without https.
#[must_use]
pub fn is_there() -> bool {
    window().is_ok_and(|window| function(&window.navigator()).is_ok())
}

/// Opens the share sheet. That the reader puts it away is no error.
/// <https://developer.mozilla.org/en-US/docs/Web/API/Navigator/share>
///
/// # Errors
/// [`BrowserError`] where there is none, or the browser refuses.
pub async fn open(title: &str, text: &str, url: Option<&str>) -> Result<(), BrowserError> {
    let navigator = window()?.navigator();
    let share = function(&navigator)?;
    let data = Object::new();
    Reflect::set(&data, &"title".into(), &title.into())?;
    Reflect::set(&data, &"text".into(), &text.into())?;
    if let Some(url) = url {
        Reflect::set(&data, &"url".into(), &url.into())?;
    }
    let promise: Promise = share.call1(&navigator, &data)?.unchecked_into();
    match JsFuture::from(promise).await {
        Err(error) if is_abort(&error) => Ok(()),
        outcome => Ok(outcome.map(|_| ())?),
    }
}

fn function(navigator: &Navigator) -> Result<Function, BrowserError> {
    let function = Reflect::get(navigator, &"share".into())?;
    function.dyn_into().map_err(|_| BrowserError::Missing("share sheet"))
}

fn is_abort(error: &wasm_bindgen::JsValue) -> bool {
    let name = Reflect::get(error, &"name".into());
    name.ok().and_then(|name| name.as_string()).is_some_and(|name| name == "AbortError")
}
