//! Unpacking by the browser's own means, up to a size.

use js_sys::{Array, Function, JsString, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableStreamDefaultReader, ReadableWritablePair, Response};

use crate::browser::{BrowserError, unicode};

/// How bytes are packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompressionFormat {
    /// gzip (RFC 1952).
    Gzip,
    /// Deflate without a header (RFC 1951), as archives hold it.
    DeflateRaw,
}

/// Why bytes could not be unpacked.
#[derive(Clone, Debug, PartialEq)]
pub enum UnpackError {
    /// They are not packed so, or damaged: what the browser said.
    Damaged(BrowserError),
    /// More comes out of them than is allowed.
    TooLarge,
}

impl CompressionFormat {
    fn as_str(self) -> &'static str {
        match self {
            Self::Gzip => "gzip",
            Self::DeflateRaw => "deflate-raw",
        }
    }
}

/// The bytes that were packed, if they are no more than `most_bytes`. Unpacking ends as soon as they are:
/// a few packed bytes can become many millions.
///
/// # Errors
/// [`UnpackError`] when they are damaged or too many.
pub async fn unpack(
    packed: &Uint8Array,
    format: CompressionFormat,
    most_bytes: usize,
) -> Result<Vec<u8>, UnpackError> {
    let stream = stream(packed, format).map_err(UnpackError::Damaged)?;
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut bytes = Vec::new();
    loop {
        let chunk = next(&reader).await.map_err(UnpackError::Damaged)?;
        let Some(chunk) = chunk else { return Ok(bytes) };
        let start = bytes.len();
        let end = start + usize::try_from(chunk.length()).unwrap_or(usize::MAX - start);
        if end > most_bytes {
            // Nobody waits for the rest, so whether it can be stopped matters to nobody either.
            let _ = reader.cancel();
            return Err(UnpackError::TooLarge);
        }
        bytes.resize(end, 0);
        if let Some(place) = bytes.get_mut(start..) {
            chunk.copy_to(place);
        }
    }
}

/// The bytes that stand in the page as base64.
///
/// # Errors
/// [`BrowserError`] when it is damaged: what is wrong.
pub(in crate::browser) fn decoded(text: &JsString) -> Result<Uint8Array, BrowserError> {
    // Browsers of before 2025 know no other way than a text with a letter a byte, which takes longer.
    from_base64(text).or_else(|_| {
        let letters = unicode::string(&from_base64_as_text(text)?);
        let bytes = letters.chars().map(u8::try_from).collect::<Result<Vec<_>, _>>();
        let bytes = bytes.map_err(|_| BrowserError::Missing("bytes in base64"))?;
        Ok(Uint8Array::from(bytes.as_slice()))
    })
}

#[wasm_bindgen]
extern "C" {
    /// <https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Uint8Array/fromBase64>
    #[wasm_bindgen(catch, js_namespace = Uint8Array, js_name = fromBase64)]
    fn from_base64(text: &JsString) -> Result<Uint8Array, JsValue>;

    /// <https://developer.mozilla.org/docs/Web/API/Window/atob>, for a text that is JavaScript's
    #[wasm_bindgen(catch, js_name = atob)]
    fn from_base64_as_text(text: &JsString) -> Result<JsString, JsValue>;
}

/// The bytes that were packed by gzip.
///
/// # Errors
/// [`BrowserError`] when they are damaged: what is wrong.
pub(in crate::browser) async fn unpack_bytes(
    packed: &Uint8Array,
) -> Result<Uint8Array, BrowserError> {
    let stream = stream(packed, CompressionFormat::Gzip)?;
    let bytes = Response::new_with_opt_readable_stream(Some(&stream))?.array_buffer()?;
    Ok(Uint8Array::new(&JsFuture::from(bytes).await?))
}

/// The text that was packed by gzip.
///
/// # Errors
/// [`BrowserError`] when it is damaged: what is wrong.
pub(in crate::browser) async fn unpack_text(packed: &Uint8Array) -> Result<JsString, BrowserError> {
    let stream = stream(packed, CompressionFormat::Gzip)?;
    let text = Response::new_with_opt_readable_stream(Some(&stream))?.text()?;
    let text: JsValue = JsFuture::from(text).await?;
    text.dyn_into().map_err(|_| BrowserError::Missing("text in the page's data"))
}

/// A stream of what was packed.
pub(in crate::browser) fn stream(
    packed: &Uint8Array,
    format: CompressionFormat,
) -> Result<ReadableStream, BrowserError> {
    let packed = Blob::new_with_u8_array_sequence(&Array::of1(packed))?.stream();
    Ok(packed.pipe_through(&unpacker(format)?))
}

/// The binding to this class is not yet a stable one.
fn unpacker(format: CompressionFormat) -> Result<ReadableWritablePair, BrowserError> {
    const CLASS: &str = "DecompressionStream";
    let class = Reflect::get(&js_sys::global(), &JsValue::from_str(CLASS))?;
    let class: Function = class.dyn_into().map_err(|_| BrowserError::Missing(CLASS))?;
    let format = JsValue::from_str(format.as_str());
    Ok(Reflect::construct(&class, &Array::of1(&format))?.unchecked_into())
}

async fn next(reader: &ReadableStreamDefaultReader) -> Result<Option<Uint8Array>, BrowserError> {
    let read: JsValue = JsFuture::from(reader.read()).await?;
    if Reflect::get(&read, &JsValue::from_str("done"))?.is_truthy() {
        return Ok(None);
    }
    Ok(Some(Reflect::get(&read, &JsValue::from_str("value"))?.unchecked_into()))
}
