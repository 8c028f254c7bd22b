//! Tests in a browser, by wasm-bindgen-test.
#![cfg(target_arch = "wasm32")]

mod notes_block;
mod player_messages;
mod settings;
mod stopped;
mod storage;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
