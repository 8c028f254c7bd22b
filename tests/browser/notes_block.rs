//! The notes inside the page, whole and damaged.

use js_sys::{Reflect, Uint8Array};
use skillreel::browser::files::notes_block::{NotesBlockError, decode};
use skillreel::corpus::Corpus;
use skillreel::export::page::look::PageLook;
use skillreel::export::page::notes_block::Packer;
use skillreel::export::page::pack::{Blocks, snapshot_block};
use skillreel::export::page::snapshot::{IndexPlace, Prepared};
use skillreel::search::Query;
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
    let read = decode(&TWO_NOTES.into(), &"".into()).await.expect("the block is whole");
    let want = [("a/é.md", "# Élan </script> कौशल\n"), ("b.md", "")];
    assert_eq!(read.notes, want.map(|(path, text)| NoteFile::new(path, text)));
    assert_eq!(read.look, PageLook::default());
}

/// Browsers of before 2025 have no `Uint8Array.fromBase64`.
#[wasm_bindgen_test]
async fn reads_what_was_packed_where_the_browser_is_older() {
    let (arrays, name) = (Uint8Array::new_with_length(0).constructor(), "fromBase64".into());
    let newer = Reflect::get(&arrays, &name).expect("an object");
    assert!(Reflect::delete_property(&arrays, &name).expect("an object"));
    let whole = decode(&TWO_NOTES.into(), &"".into()).await;
    let damaged = decode(&"not base64!".into(), &"".into()).await;
    Reflect::set(&arrays, &name, &newer).expect("an object");
    assert_eq!(whole.expect("the block is whole").notes.len(), 2);
    assert!(matches!(damaged, Err(NotesBlockError::Damaged(_))), "{damaged:?}");
}

#[wasm_bindgen_test]
async fn tells_a_newer_block_from_a_damaged_one() {
    let newer = decode(&NEWER.into(), &"".into()).await;
    assert_eq!(newer.err(), Some(NotesBlockError::Version(2)));
    let cut = &TWO_NOTES[..TWO_NOTES.len() / 2];
    for damaged in [cut, "not base64!", "AAAA", OTHER_SHAPE] {
        let read = decode(&damaged.into(), &"".into()).await;
        assert!(matches!(read, Err(NotesBlockError::Damaged(_))), "{damaged}: {read:?}");
    }
}

#[wasm_bindgen_test]
async fn reads_what_this_program_packs() {
    let look = PageLook {
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
    let read = decode(&packer.finish().expect("the block ends").text.into(), &"".into())
        .await
        .expect("the block is whole");
    assert_eq!((read.notes, read.look), (notes, look));
}

/// So many notes that their page holds a snapshot, and the blocks of it.
fn many() -> (Vec<NoteFile>, Blocks) {
    let sentence = "Whoever bakes well listens to the dough [1:02]. ";
    let text =
        |number: usize| ["# Note ", &number.to_string(), "\n\n", &sentence.repeat(200)].concat();
    let notes: Vec<NoteFile> =
        (0..40).map(|number| NoteFile::new(format!("n/{number}.md"), text(number))).collect();
    let corpus = Corpus::read(&notes);
    let mut packer = Packer::new(&PageLook::default()).expect("a block begins");
    notes.iter().for_each(|note| packer.push(note).expect("a note is packed"));
    let block = packer.finish().expect("the block ends");
    let snapshot_block = snapshot_block(&corpus.vault, &corpus.matrix, &corpus.index, &block);
    let snapshot_block = snapshot_block.expect("a catalog is packed");
    (notes, Blocks { notes_block: block.text, snapshot_block })
}

#[wasm_bindgen_test]
async fn takes_what_was_found_out_from_a_catalog() {
    let (notes, blocks) = many();
    let read = decode(&blocks.notes_block.into(), &blocks.snapshot_block.into()).await;
    let read = read.expect("the block is whole");
    assert_eq!(read.notes, notes);
    let Prepared { vault, matrix, index } = read.prepared.expect("the catalog counts");
    assert!(vault.notes().iter().all(|note| !note.is_read()));
    let Some(IndexPlace::Here(index)) = index else { panic!("an index in the page") };
    let unpacked = index.unpack(&vault, &matrix, async || ()).await;
    let index = unpacked.expect("the index is whole").index;
    assert_eq!(index.search(&Query::read("dough"), 1).count(), 40 * 200);
    assert_eq!(vault.notes()[3], notes[3].read());
}

#[wasm_bindgen_test]
async fn reads_the_notes_where_a_catalog_is_of_others() {
    let (notes, blocks) = many();
    let (block, snapshot) = (blocks.notes_block.into(), blocks.snapshot_block);
    let of_others = decode(&TWO_NOTES.into(), &snapshot.as_str().into()).await;
    assert!(of_others.expect("the block is whole").prepared.is_none());
    for damaged in [&snapshot[..snapshot.len() / 2], "AAAA", "not base64!"] {
        let read = decode(&block, &damaged.into()).await.expect("the block is whole");
        assert!(read.prepared.is_none(), "{damaged:.9}");
        assert_eq!(read.notes, notes);
    }
}
