//! Notes kept in the browser's database.

use skillreel::browser::storage::note_store::{NoteStore, new_id, open_for};
use skillreel::vault::{Layer, Mode, NoteFile};
use wasm_bindgen_test::wasm_bindgen_test;

/// The place of a page that no other test has.
async fn place() -> NoteStore {
    open_for(new_id()).await.expect("a test page may keep notes")
}

fn layer(mode: Mode, notes: &[(&str, &str)]) -> Layer {
    let notes = notes.iter().map(|(path, text)| NoteFile::new(*path, *text)).collect();
    Layer { id: new_id(), mode, notes }
}

async fn layers(kept: &NoteStore) -> Vec<Layer> {
    kept.layers().await.expect("they can be read")
}

#[wasm_bindgen_test]
async fn notes_come_back_as_they_were() {
    let kept = place().await;
    assert_eq!(layers(&kept).await, []);
    let mut first = layer(Mode::Replace, &[("a/é.md", "# Élan\r\n\u{0}\u{fffd}"), ("b.md", "")]);
    first.notes.push(NoteFile::from_bytes("lost.md", b"x\n\xff"));
    // More than one part.
    let long = "x".repeat(700_000);
    let second = layer(Mode::Add, &[("c.md", &long), ("d.md", &long), ("e.md", &long)]);
    for layer in [&first, &second] {
        kept.write(layer).await.expect("there is room");
    }
    assert_eq!(layers(&kept).await, [], "nothing counts before it is said to");
    let names = [(first.id.as_str(), first.mode), (second.id.as_str(), second.mode)];
    kept.count(&names, &[]).await.expect("there is room");
    assert_eq!(layers(&kept).await, [first, second]);
    kept.count(&[], &[]).await.expect("there is room");
    assert_eq!(layers(&kept).await, []);
}

#[wasm_bindgen_test]
async fn what_is_spare_can_count_again_and_the_rest_is_gone() {
    let kept = place().await;
    let (added, in_place) =
        (layer(Mode::Add, &[("a.md", "1")]), layer(Mode::Replace, &[("b.md", "2")]));
    kept.write(&added).await.expect("there is room");
    kept.write(&in_place).await.expect("there is room");
    kept.count(&[(&in_place.id, in_place.mode)], &[&added.id]).await.expect("there is room");
    assert!(kept.holds(&added.id).await.expect("it can be read"));
    kept.count(&[(&added.id, added.mode)], &[]).await.expect("there is room");
    assert!(!kept.holds(&in_place.id).await.expect("it can be read"));
    assert_eq!(layers(&kept).await, [added]);
}

#[wasm_bindgen_test]
async fn pages_do_not_mix() {
    let (here, elsewhere) = (place().await, place().await);
    let notes = layer(Mode::Add, &[("a.md", "1")]);
    here.write(&notes).await.expect("there is room");
    here.count(&[(&notes.id, notes.mode)], &[]).await.expect("there is room");
    assert_eq!(layers(&elsewhere).await, []);
    elsewhere.count(&[], &[]).await.expect("there is room");
    assert_eq!(layers(&here).await, [notes]);
}
