//! The block at a note's top: any bytes between its fences leave the body as it is.

#![no_main]

use libfuzzer_sys::fuzz_target;
use skillreel::note::{Note, decode};
use test_support::shown;

/// What stands below the block.
const BODY: &str = "bread and butter";

fuzz_target!(|block: &[u8]| {
    let (block, _) = decode(block);
    let text = ["---\n", &block, "\n---\n", BODY, "\n"].concat();
    let note = Note::read("a.md", &text);
    assert_eq!(shown::lost(&text, &note), [], "{text:?}");
    // What follows a line that closes the block early is Markdown, code for one.
    let closes = |line: &str| matches!(line.trim_end(), "---" | "...");
    if !block.split(['\n', '\r']).any(closes) {
        let said: Vec<&str> = note.claims().iter().map(|claim| claim.text.as_str()).collect();
        assert_eq!(said, [BODY], "{text:?}");
    }
    assert!(!note.title.is_empty(), "{text:?}");
    assert!(note.problems().is_sorted_by_key(|problem| problem.line), "{text:?}");
});
