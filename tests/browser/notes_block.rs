//! The notes inside the page, whole and damaged.

use skillreel::browser::notes_block::{NotesBlockError, decode};
use skillreel::export::look::Look;
use skillreel::export::pack::Packer;
use skillreel::vault::NoteFile;
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
    let read = decode(TWO_NOTES.as_bytes()).await.expect("the block is whole");
    let notes: Vec<(&str, &str)> =
        read.notes.iter().map(|note| (note.path.as_str(), note.text.as_str())).collect();
    assert_eq!(notes, [("a/é.md", "# Élan </script> कौशल\n"), ("b.md", "")]);
    assert_eq!(read.look, Look::default());
}

#[wasm_bindgen_test]
async fn tells_a_newer_block_from_a_damaged_one() {
    assert_eq!(decode(NEWER.as_bytes()).await, Err(NotesBlockError::Version(2)));
    let cut = &TWO_NOTES[..TWO_NOTES.len() / 2];
    for damaged in [cut, "not base64!", "AAAA", OTHER_SHAPE] {
        let read = decode(damaged.as_bytes()).await;
        assert!(matches!(read, Err(NotesBlockError::Damaged(_))), "{damaged}: {read:?}");
    }
}

#[wasm_bindgen_test]
async fn reads_what_this_program_packs() {
    let look = Look {
        title: Some("Mine & yours".into()),
        accent: "#0a8".parse().ok(),
        view: "level=senior".into(),
    };
    let notes = vec![
        NoteFile::new("a/é.md", "# Élan </script> कौशल\n"),
        NoteFile::new("b", ""),
        NoteFile::from_bytes("lost.md", b"x\n\xff"),
    ];
    let mut packer = Packer::new(&look).expect("a block begins");
    notes.iter().for_each(|note| packer.push(note).expect("a note is packed"));
    let read = decode(packer.finish().expect("the block ends").as_bytes())
        .await
        .expect("the block is whole");
    assert_eq!((read.notes, read.look), (notes, look));
}
