//! The clipboard, to write to.

use wasm_bindgen_futures::JsFuture;

use crate::browser::BrowserError;
use crate::browser::error::window;

/// Puts a text into the clipboard.
/// <https://developer.mozilla.org/en-US/docs/Web/API/Clipboard/writeText>
///
/// # Errors
/// [`BrowserError`] where the browser refuses: without a click, in some frames, without https.
pub async fn copy(text: &str) -> Result<(), BrowserError> {
    let navigator = window()?.navigator();
    // Pages without https have none, whatever the binding's type says.
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into())?;
    if clipboard.is_undefined() {
        return Err(BrowserError::Missing("clipboard"));
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await?;
    Ok(())
}
