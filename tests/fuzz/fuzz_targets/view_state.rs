//! The address bar: what is read of it is written so that it is read again as the same.

#![no_main]

use libfuzzer_sys::fuzz_target;
use skillreel::view_state::{PageOptions, ViewState};

fuzz_target!(|address: &str| {
    let state = ViewState::from_fragment(address);
    let fragment = state.to_fragment();
    assert_eq!(ViewState::from_fragment(&fragment), state, "{address:?}");
    let is_plain = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b'"' | b'\'');
    assert!(fragment.bytes().all(is_plain), "{address:?} is written as {fragment:?}");
    let _ = PageOptions::from_query(address);
});
