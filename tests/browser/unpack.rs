//! Unpacking, up to a size.

use js_sys::Uint8Array;
use skillreel::browser::files::unpack::{CompressionFormat, UnpackError, unpack};
use wasm_bindgen_test::wasm_bindgen_test;

/// "# Text" by deflate, without a header.
const PACKED: [u8; 8] = [0x53, 0x56, 0x08, 0x49, 0xad, 0x28, 0x01, 0x00];

async fn unpacked(packed: &[u8], most: usize) -> Result<Vec<u8>, UnpackError> {
    unpack(&Uint8Array::from(packed), CompressionFormat::DeflateRaw, most).await
}

#[wasm_bindgen_test]
async fn gives_what_was_packed_up_to_the_allowed_size() {
    assert_eq!(unpacked(&PACKED, 6).await, Ok(b"# Text".to_vec()));
    assert_eq!(unpacked(&PACKED, 5).await, Err(UnpackError::TooLarge));
}

#[wasm_bindgen_test]
async fn damaged_bytes_are_told() {
    for damaged in [&PACKED[..4], &[0xff, 0xff, 0xff][..], &[][..]] {
        let read = unpacked(damaged, 100).await;
        assert!(matches!(read, Err(UnpackError::Damaged(_))), "{damaged:?}: {read:?}");
    }
}
