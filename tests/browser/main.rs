//! Tests in a browser, by wasm-bindgen-test.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails; clippy knows no #[wasm_bindgen_test]"
)]

mod deep;
mod late;
mod note_store;
mod notes_block;
mod page;
mod pick;
mod player_messages;
mod settings;
mod stopped;
mod storage;
mod turns;
mod unpack;
mod visibility;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
