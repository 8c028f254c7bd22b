//! What a browser can refuse.

use std::fmt;

use wasm_bindgen::JsValue;
use web_sys::{Document, Window};

/// Something that the browser does not have, or does not let this page do.
#[derive(Clone, Debug, PartialEq)]
pub enum BrowserError {
    /// It is not there.
    Missing(&'static str),
    /// It was refused: what the browser said.
    Refused(String),
}

/// The window of this page.
///
/// # Errors
/// [`BrowserError::Missing`] in a worker, which has none.
pub(super) fn window() -> Result<Window, BrowserError> {
    web_sys::window().ok_or(BrowserError::Missing("window"))
}

/// The document of this page.
///
/// # Errors
/// [`BrowserError::Missing`] in a worker, which has none.
pub(super) fn document() -> Result<Document, BrowserError> {
    window()?.document().ok_or(BrowserError::Missing("document"))
}

impl From<JsValue> for BrowserError {
    fn from(value: JsValue) -> Self {
        let message = js_sys::Reflect::get(&value, &JsValue::from_str("message"));
        let text = message.ok().and_then(|message| message.as_string()).or(value.as_string());
        Self::Refused(text.unwrap_or_default())
    }
}

impl From<serde_wasm_bindgen::Error> for BrowserError {
    fn from(error: serde_wasm_bindgen::Error) -> Self {
        JsValue::from(error).into()
    }
}

impl fmt::Display for BrowserError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(what) => write!(f, "this browser has no {what}"),
            Self::Refused(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for BrowserError {}
