//! What remains when the program stops.

use skillreel::browser::panic;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn fault_17_the_note_that_stopped_the_program_is_named_and_left_out_next_time() {
    let path = "folder/odd note.md";
    assert!(!panic::skipped().contains(path));
    panic::skip(path);
    panic::skip("other.md");
    assert!(panic::skipped().contains(path));

    panic::show_bar(Some(path)).expect("the document takes a bar");
    panic::show_bar(None).expect("a second panic changes nothing");
    let document = web_sys::window().and_then(|window| window.document()).expect("a document");
    let bars = document.query_selector_all(".stopped").expect("the selector is right");
    assert_eq!(bars.length(), 1);
    let bar = document.query_selector(".stopped").expect("the selector is right").expect("one");
    assert_eq!(bar.get_attribute("role").as_deref(), Some("alert"));
    let text = bar.text_content().unwrap_or_default();
    assert!(text.contains(path) && text.contains("Reload"), "{text}");
    bar.remove();
}
