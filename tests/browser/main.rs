//! Tests in a browser, by wasm-bindgen-test.
#![cfg(target_arch = "wasm32")]
