//! Handing a file to the reader.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::browser::BrowserError;
use crate::browser::error::document;

/// How long a file stays at hand for the browser to write it, in milliseconds.
const KEPT_MS: u32 = 60_000;

/// Hands a file to the reader, who keeps it where the browser puts downloads. What becomes of it
/// there, on a full disk say, the browser tells by itself.
/// <https://developer.mozilla.org/en-US/docs/Web/API/HTMLAnchorElement/download>
///
/// # Errors
/// [`BrowserError`] where the browser refuses.
pub fn save(name: &str, mime: &str, bytes: &[u8]) -> Result<(), BrowserError> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(bytes));
    save_blob(name, &Blob::new_with_u8_array_sequence_and_options(&parts, &options)?)
}

pub(in crate::browser) fn save_blob(name: &str, blob: &Blob) -> Result<(), BrowserError> {
    let url = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement =
        document()?.create_element("a")?.dyn_into().map_err(|_| BrowserError::Missing("link"))?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The address must outlive the download, whose end nobody tells.
    Timeout::new(KEPT_MS, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}
