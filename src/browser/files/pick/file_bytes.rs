//! The size and the bytes of a file that was handed to the page.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::browser::BrowserError;
use crate::vault::files::skipped::SkipReason;

/// All of it at once, on the browser's side; fails where the file was changed or removed since it was chosen.
pub(super) async fn bytes(file: &File) -> Result<Uint8Array, BrowserError> {
    let buffer: JsValue = JsFuture::from(file.array_buffer()).await?;
    Ok(Uint8Array::new(buffer.unchecked_ref()))
}

/// Why a file is not read whose bytes the browser does not give.
pub(super) fn unreadable(error: BrowserError) -> SkipReason {
    SkipReason::Unreadable(error.to_string())
}

/// A file's size. Browsers count it in floating point, exactly up to 2^53.
pub(super) fn size_bytes(file: &File) -> u64 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it saturates")]
    let size = file.size() as u64;
    size
}
