//! The block at a note's top: any bytes between its fences leave the body as it is.

#![no_main]

use libfuzzer_sys::fuzz_target;
use skillreel::note::{Note, decode};
use yardstick::shown;

/// What stands below the block.
const BODY: &str = "bread and butter";

fuzz_target!(|block: &[u8]| {
    let (block, _) = decode(block);
    let text = ["---\n", &block, "\n---\n", BODY, "\n"].concat();
    let note = Note::read("a.md", &text);
    assert_eq!(shown::lost(&text, &note), [], "{text:?}");
    assert!(note.claims.last().is_some_and(|claim| claim.text.ends_with(BODY)), "{text:?}");
    assert!(!note.title.is_empty(), "{text:?}");
    assert!(note.problems.is_sorted_by_key(|problem| problem.line), "{text:?}");
});
