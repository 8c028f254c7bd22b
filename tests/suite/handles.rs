//! What tests and keys find elements by is there, and is nothing that a style sheet needs: whoever renames an anchor
//! hears of it here, in a second, and not from a browser, and whoever restyles the page breaks no test.
//!
//! Anchors (`data-anchor`), roles and names are for keys and tests, classes for styles.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use skillreel::anchor::Anchor;
use syn::LitStr;
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

/// The texts in a file's quotes: of Rust each literal, whole and by the quotes inside it, of a script what is quoted.
fn quoted(file: &str, text: &str) -> Vec<String> {
    let of_script = |text: &str| text.split(['"', '\'', '`']).map(str::to_owned).collect();
    if !file.ends_with(".rs") {
        return of_script(text);
    }
    // What is said of the code may say what it likes.
    let is_remark = |line: &&str| line.trim_start().starts_with("//");
    let code: Vec<&str> = text.lines().filter(|line| !is_remark(line)).collect();
    let tokens: TokenStream = code.join("\n").parse().unwrap();
    let mut literals = Vec::new();
    literals_of(tokens, &mut literals);
    literals.iter().flat_map(|literal| of_script(literal)).collect()
}

fn literals_of(tokens: TokenStream, found: &mut Vec<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => literals_of(group.stream(), found),
            TokenTree::Literal(literal) => {
                let text = syn::parse_str::<LitStr>(&literal.to_string()).map(|text| text.value());
                found.extend(text.ok());
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) => {}
        }
    }
}

/// Whether a name stands in a selector as a class: at its beginning, after a space, or at an element.
fn is_class_there(selector: &str, at: usize) -> bool {
    const ELEMENTS: [&str; 22] = [
        "a", "article", "button", "code", "details", "dialog", "div", "footer", "h2", "header",
        "input", "label", "li", "main", "nav", "ol", "p", "section", "span", "td", "tr", "ul",
    ];
    let before = &selector[..at];
    let word = before.rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let lead = before[..before.len() - word.len()].chars().next_back();
    let is_apart = |c: char| c.is_whitespace() || "]*>+~,(".contains(c);
    lead.is_none_or(is_apart) && (word.is_empty() || ELEMENTS.contains(&word))
}

/// The classes that a text names as selectors do.
fn classes_in<'a>(text: &'a str, known: &BTreeSet<&str>) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    for (at, _) in text.match_indices('.') {
        let name = names_after(&text[at..], ".").next().unwrap_or_default();
        if known.contains(name) && is_class_there(text, at) {
            found.insert(name);
        }
    }
    found
}

/// Classes by which something may be found: each is of a contract with other programs, or what a test is about.
const CLASSES: [(&str, &str); 3] = [
    ("stamp", "the design's contract: every time that can be played is an `a.stamp`"),
    ("detail", "tests/e2e/share/sharing.rs reads which rule of the print style hides what"),
    ("board", "the same rule"),
];

#[test]
fn what_tests_look_for_is_set_in_the_sources() {
    let sources: String = ["src", "xtask", "index.html"]
        .iter()
        .flat_map(|folder| texts(folder, &["rs", "html", "js"]))
        .map(|(_, text)| text)
        .collect();
    let mut anchors: BTreeSet<&str> = names_after(&sources, "data-anchor=").collect();
    anchors.extend(Anchor::ALL.iter().map(|anchor| anchor.name()));
    let tests = [texts("tests/e2e", &["rs", "js"]), texts("tests/browser", &["rs"])].concat();
    let mut wrong = Vec::new();
    for (file, text) in &tests {
        for anchor in names_after(text, "data-anchor=").filter(|name| !name.is_empty()) {
            if !anchors.contains(anchor) {
                wrong.push(format!("{file}: no element has data-anchor=\"{anchor}\""));
            }
        }
    }
    assert!(tests.len() > 40, "{} files of tests", tests.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The classes that style sheets have rules for, or that elements are given.
fn known_classes(sheets: &str, sources: &str) -> BTreeSet<String> {
    let in_sheets = names_after(sheets, ".").map(str::to_owned);
    let given = ["class=\"", "className = '"].into_iter().flat_map(|mark| {
        sources.split(mark).skip(1).map(|rest| rest.split(['"', '\'']).next().unwrap_or_default())
    });
    let given = given.flat_map(str::split_whitespace).map(str::to_owned);
    in_sheets.chain(given).filter(|name| name.len() > 1).collect()
}

#[test]
fn nothing_is_found_by_how_it_looks() {
    let all = |texts: Vec<(String, String)>| -> String {
        texts.into_iter().map(|(_, text)| text).collect()
    };
    let known = known_classes(&all(texts("style", &["css"])), &all(texts("src", &["rs", "js"])));
    let known: BTreeSet<&str> = known.iter().map(String::as_str).collect();
    assert!(known.len() > 300, "{} classes are not all", known.len());
    let searched = [
        texts("tests/e2e", &["rs", "js"]),
        texts("tests/browser", &["rs"]),
        texts("src/browser", &["rs"]),
        texts("src/ui", &["rs"]),
        texts("src/installed", &["js"]),
    ];
    let (mut wrong, mut met) = (BTreeSet::new(), BTreeSet::new());
    for (file, text) in searched.iter().flatten() {
        for quoted in quoted(file, text) {
            for class in classes_in(&quoted, &known) {
                match CLASSES.iter().find(|(name, _)| *name == class) {
                    Some((name, _)) => drop(met.insert(*name)),
                    None => drop(wrong.insert(format!("{file}: .{class} in {quoted:?}"))),
                }
            }
        }
    }
    let wrong: Vec<String> = wrong.into_iter().collect();
    let advice = "find these by data-anchor, role or name";
    assert!(wrong.is_empty(), "{advice}:\n{}", wrong.join("\n"));
    assert_eq!(met.len(), CLASSES.len(), "of the classes that may be used, only {met:?} are");
}

#[test]
fn classes_are_seen_wherever_a_selector_has_them() {
    let known = BTreeSet::from(["hit", "team", "rank"]);
    let cases: [(&str, &[&str]); 5] = [
        (r#"visit.click("[data-anchor=x] .team b")"#, &["team"]),
        (r#"let f = "return [...document.querySelectorAll('td a.hit')]";"#, &["hit"]),
        (r#"format!("{row} .rank:first-child")"#, &["rank"]),
        (r#"f("return cell.dataset.rank, found.hit(), www.hit.example")"#, &[]),
        ("// `.team` is said of it\nfound.rank", &[]),
    ];
    for (text, wanted) in cases {
        let quoted = quoted("a.rs", text);
        let found: Vec<&str> = quoted.iter().flat_map(|text| classes_in(text, &known)).collect();
        assert_eq!(found, wanted, "{text}");
    }
}
