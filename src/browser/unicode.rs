//! Long texts of JavaScript in WebAssembly. wasm-bindgen's own conversion looks at each character of
//! a text before it asks the browser, which for the notes of a page takes a tenth of a second.

use js_sys::{JsString, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// <https://developer.mozilla.org/docs/Web/API/TextEncoder>, for a text that is JavaScript's.
    type TextEncoder;

    #[wasm_bindgen(constructor)]
    fn new() -> TextEncoder;

    #[wasm_bindgen(method)]
    fn encode(this: &TextEncoder, text: &JsString) -> Uint8Array;
}

/// A text as UTF-8, with U+FFFD in place of half a character.
pub(super) fn utf8(text: &JsString) -> Vec<u8> {
    thread_local!(static ENCODER: TextEncoder = TextEncoder::new());
    ENCODER.with(|encoder| encoder.encode(text)).to_vec()
}

/// A text as one of Rust.
pub(super) fn string(text: &JsString) -> String {
    // An encoder gives out nothing else than UTF-8.
    String::from_utf8(utf8(text)).unwrap_or_default()
}
