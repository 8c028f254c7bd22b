//! What is found in files that a reader hands to the page.

use std::cell::Cell;

use js_sys::{Array, Uint8Array};
use skillreel::browser::files::pick::{PickedItem, Selection};
use skillreel::vault::files::skipped::SkipReason;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::File;

fn file(path: &str, bytes: &[u8]) -> PickedItem {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let name = path.rsplit('/').next().unwrap_or(path);
    let file = File::new_with_u8_array_sequence(&parts, name).expect("a file can be made");
    PickedItem::File(path.to_owned(), file)
}

async fn gather(items: Vec<PickedItem>) -> Selection {
    Selection::gather(items, &|_| true).await.expect("nobody cancelled")
}

fn paths(selection: &Selection) -> Vec<&str> {
    selection.notes.iter().map(|note| note.path.as_str()).collect()
}

#[wasm_bindgen_test]
async fn a_folder_gives_its_notes_in_order() {
    let selection = gather(vec![
        file("vault/b.md", b"b"),
        file("vault/a/z.markdown", b"z"),
        file("vault/a/B.MD", b"b"),
        file("vault/.git/c.md", b"c"),
        file("vault/d.txt", b"d"),
        file("vault/notes.zip", b"an attachment"),
    ])
    .await;
    assert_eq!(paths(&selection), ["a/B.MD", "a/z.markdown", "b.md"]);
    let skipped: Vec<(&str, &SkipReason)> =
        selection.skipped.iter().map(|file| (file.path.as_str(), &file.reason)).collect();
    let wanted =
        [("vault/d.txt", &SkipReason::NoTranscript), ("vault/notes.zip", &SkipReason::NotMarkdown)];
    assert_eq!(skipped, wanted);
    let note = selection.notes[1].read().await.expect("it is there");
    assert_eq!((note.path.as_str(), &*note.text.read()), ("a/z.markdown", "z"));
}

#[wasm_bindgen_test]
async fn of_files_with_one_path_the_last_stays() {
    let selection = gather(vec![file("a.md", b"1"), file("b.md", b"2"), file("a.md", b"3")]).await;
    assert_eq!(paths(&selection), ["a.md", "b.md"]);
    assert_eq!(selection.notes[0].read().await.expect("it is there").text, "3".into());
    assert_eq!(selection.skipped[0].reason, SkipReason::SamePath);
}

#[wasm_bindgen_test]
async fn fault_21_what_is_no_archive_is_told() {
    let selection = gather(vec![file("notes.zip", b"PK no"), file("a.md", b"1")]).await;
    assert_eq!(paths(&selection), ["a.md"]);
    assert!(matches!(selection.skipped[0].reason, SkipReason::Damaged(_)));
}

#[wasm_bindgen_test]
async fn fault_27_folders_without_end_have_one() {
    let deep = ["x/".repeat(100).as_str(), "a.md"].concat();
    let selection = gather(vec![file(&deep, b"1"), file("a.md", b"1")]).await;
    assert_eq!(paths(&selection), ["a.md"]);
    assert_eq!(selection.skipped[0].reason, SkipReason::TooDeep);
}

#[wasm_bindgen_test]
async fn fault_22_large_files_can_be_left_out() {
    let large = vec![b' '; 20_000_001];
    let mut selection = gather(vec![file("large.md", &large), file("a.md", b"1")]).await;
    assert_eq!(selection.large().count(), 1);
    selection.leave_out_large();
    assert_eq!(paths(&selection), ["a.md"]);
    assert_eq!(selection.skipped[0].reason, SkipReason::TooLarge);
}

#[wasm_bindgen_test]
async fn fault_23_looking_through_files_can_be_cancelled() {
    let asked = Cell::new(0);
    let go_on = |_| {
        asked.set(asked.get() + 1);
        false
    };
    let selection = Selection::gather(vec![file("notes.zip", b"")], &go_on).await;
    assert!(selection.is_none());
    assert_eq!(asked.get(), 1);
}
