//! What tests find elements by is there: whoever renames a class or an anchor hears of it here, in a second, and
//! not from a browser.
//!
//! Anchors (`data-anchor`) are for keys and tests, classes for styles. Where a test still goes by a class, the class
//! is one that the sources set.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use skillreel::anchor::Anchor;
use walkdir::WalkDir;

/// The texts of the files below a folder whose names end so.
fn texts(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = WalkDir::new(root).into_iter().filter_map(Result::ok);
    let is_wanted = |path: &Path| {
        path.extension().is_some_and(|found| endings.iter().any(|ending| found == *ending))
    };
    files
        .filter(|file| is_wanted(file.path()))
        .map(|file| (file.path().display().to_string(), fs::read_to_string(file.path()).unwrap()))
        .collect()
}

/// The names that stand right after a mark, as long as they are of letters, digits and hyphens.
fn names_after<'a>(text: &'a str, mark: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(mark).skip(1).map(|rest| {
        let rest = rest.trim_start_matches(['"', '\'', '\\']);
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'));
        &rest[..end.unwrap_or(rest.len())]
    })
}

/// The classes that a selector names.
fn classes(selector: &str) -> impl Iterator<Item = &str> {
    // What stands in brackets is of attributes.
    selector.split('[').enumerate().flat_map(|(at, part)| {
        let part = if at == 0 { part } else { part.split_once(']').map_or("", |(_, rest)| rest) };
        names_after(part, ".").filter(|name| !name.is_empty())
    })
}

/// What of a test's text are selectors: what is given to the document's search, and literals that begin with a class.
fn selectors(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for call in ["querySelector(", "querySelectorAll(", "closest(", "matches("] {
        for rest in text.split(call).skip(1) {
            let Some(quote) = rest.chars().next().filter(|c| "'\"`".contains(*c)) else { continue };
            found.extend(rest[1..].split(quote).next());
        }
    }
    for (at, _) in text.match_indices("\".") {
        let selector = text[at + 1..].split('"').next().unwrap_or_default();
        // The end of a name, or a piece of a script.
        let is_selector = selector.len() > 3 && !selector.contains(['(', ';', '{', '/']);
        found.extend(is_selector.then_some(selector));
    }
    found
}

#[test]
fn what_tests_look_for_is_set_in_the_sources() {
    let sources: String = ["src", "xtask", "index.html"]
        .iter()
        .flat_map(|folder| texts(folder, &["rs", "html", "js"]))
        .map(|(_, text)| text)
        .collect();
    let mut anchors: BTreeSet<&str> = names_after(&sources, "data-anchor=").collect();
    anchors.extend(Anchor::ALL.iter().map(|anchor| anchor.name()));
    let known: BTreeSet<&str> =
        sources.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).collect();
    let tests = [texts("tests/e2e", &["rs", "js"]), texts("tests/browser", &["rs"])].concat();
    let mut wrong = Vec::new();
    for (file, text) in &tests {
        for anchor in names_after(text, "data-anchor=").filter(|name| !name.is_empty()) {
            if !anchors.contains(anchor) {
                wrong.push(format!("{file}: no element has data-anchor=\"{anchor}\""));
            }
        }
        for class in selectors(text).into_iter().flat_map(classes) {
            if !known.contains(class) {
                wrong.push(format!("{file}: nothing is of class {class:?}"));
            }
        }
    }
    assert!(tests.len() > 40, "{} files of tests", tests.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn selectors_are_taken_apart() {
    let text =
        r#"visit.click(".team .check input"); "document.querySelector('a.hit[href$=.md] b')";"#;
    let found: Vec<&str> = selectors(text).into_iter().flat_map(classes).collect();
    assert_eq!(found, ["hit", "team", "check"]);
}
