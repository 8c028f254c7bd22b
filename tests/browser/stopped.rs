//! What the page is told before the program stops, and what is remembered after.

use skillreel::browser::page::panic;
use skillreel::browser::storage::store::{StorageScope, Store};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn fault_17_the_page_knows_which_note_is_being_read() {
    let document = web_sys::window().and_then(|window| window.document()).expect("a document");
    let page = document.document_element().expect("a root");
    let told = || page.get_attribute("data-reading");
    panic::reading(Some("folder/odd note.md"));
    assert_eq!(told().as_deref(), Some("folder/odd note.md"));
    panic::reading(None);
    assert_eq!(told(), None);
}

#[wasm_bindgen_test]
fn fault_17_a_note_that_stopped_the_program_gets_another_chance_when_it_is_given_anew() {
    assert!(panic::skipped().is_empty());
    // As src/boot.js writes it.
    let store = Store::open(StorageScope::Tab);
    store.set("skillreel.skipped", "folder/odd note.md\nother.md\n").expect("a store");
    assert!(panic::skipped().contains("folder/odd note.md"));
    panic::give_another_chance(|path| path == "other.md");
    let left: Vec<String> = panic::skipped().into_iter().collect();
    assert_eq!(left, ["folder/odd note.md"]);
    store.forget("skillreel.skipped");
}
