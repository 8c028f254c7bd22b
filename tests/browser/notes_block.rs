//! The notes inside the page, whole and damaged.

use skillreel::browser::notes_block::{NotesBlockError, decode};
use wasm_bindgen_test::wasm_bindgen_test;

/// `{"v":1,"notes":[{"path":"a/é.md","text":"# Élan </script> कौशल\n"},{"path":"b.md","text":""}]}`
const TWO_NOTES: &str = "H4sIAAAAAAAC/6tWKlOyUjDUUVDKyy9JLQayo6uVChJLMoAspUT9wyv1clOUgLIlqRUl\
ICFlhcOdOYl5Cjb6xclFmQUldgoPlkx9sLTnwZJtD5ZsislTqtVRQBiQhKZbqTa2FgA0x2EmcgAAAA==";

/// `{"v":2,"notes":[]}`
const NEWER: &str = "H4sIAAAAAAAC/6tWKlOyUjDSUVDKyy9JLQayo2NrAdDDtwgVAAAA";

/// `{"notes":"x"}`
const OTHER_SHAPE: &str = "H4sIAAAAAAAC/6tWyssvSS1WslJQqlCqBQDFk9WLDgAAAA==";

#[wasm_bindgen_test]
async fn reads_what_was_packed() {
    let notes = decode(TWO_NOTES).await.expect("the block is whole");
    let notes: Vec<(&str, &str)> =
        notes.iter().map(|note| (note.path.as_str(), note.text.as_str())).collect();
    assert_eq!(notes, [("a/é.md", "# Élan </script> कौशल\n"), ("b.md", "")]);
}

#[wasm_bindgen_test]
async fn tells_a_newer_block_from_a_damaged_one() {
    assert_eq!(decode(NEWER).await, Err(NotesBlockError::Version(2)));
    let cut = &TWO_NOTES[..TWO_NOTES.len() / 2];
    for damaged in [cut, "not base64!", "AAAA", OTHER_SHAPE] {
        let read = decode(damaged).await;
        assert!(matches!(read, Err(NotesBlockError::Damaged(_))), "{damaged}: {read:?}");
    }
}
