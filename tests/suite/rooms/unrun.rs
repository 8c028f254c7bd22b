//! What is compiled for a browser alone is tested in one: a test beside it would be compiled by nobody, and never run.

use std::fs;

use walkdir::WalkDir;

use super::root;

/// The folders of `src/` that are compiled for wasm32 only (`src/lib.rs`).
const FOR_BROWSERS: [&str; 2] = ["src/ui", "src/browser"];

#[test]
fn no_test_stands_where_none_is_run() {
    let mut unrun = Vec::new();
    let mut looked_at = 0;
    for folder in FOR_BROWSERS {
        for entry in WalkDir::new(root().join(folder)) {
            let entry = entry.unwrap();
            if entry.path().extension().is_some_and(|extension| extension == "rs") {
                looked_at += 1;
                let text = fs::read_to_string(entry.path()).unwrap();
                if text.contains("#[test]") || text.contains("#[cfg(test)]") {
                    unrun.push(entry.path().display().to_string());
                }
            }
        }
    }
    assert!(looked_at > 100, "{looked_at} files are looked at");
    assert!(unrun.is_empty(), "move these tests to tests/browser: {unrun:#?}");
}
