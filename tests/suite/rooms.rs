//! Where things stand, held by a test: which rooms may know of which, no import circles, and folders and files that
//! one can look over.
//!
//! What is looked at is the source: `use` and written-out paths, each followed through `pub use` to the file that
//! defines what is named.

mod circles;
mod imports;
mod unrun;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use walkdir::WalkDir;

use circles::circles;
use imports::Imports;

/// What the files of the program name, read once for all tests.
static OWN: LazyLock<Imports> = LazyLock::new(|| Imports::of(&root().join("src")).unwrap());

/// The crates whose files are looked at, by the folders of their sources.
const CRATES: [&str; 6] = [
    "src",
    "xtask/src",
    "xtask/assemble/src",
    "xtask/bench/src",
    "xtask/measure/src",
    "xtask/release/src",
];

/// Which folders of `src/` may import from which others. What is not listed may import nothing.
const ROOMS: [(&str, &[&str]); 16] = [
    ("anchor", &[]),
    ("video", &[]),
    ("sorting", &[]),
    ("text", &[]),
    ("threads", &[]),
    ("yielding", &[]),
    ("note", &["sorting", "text", "video", "yielding"]),
    ("vault", &["note", "sorting", "text", "threads", "video", "yielding"]),
    ("matrix", &["note", "sorting", "text", "vault", "video", "yielding"]),
    ("search", &["note", "text", "vault", "yielding"]),
    ("progress", &["matrix", "note", "sorting", "text", "vault", "video"]),
    ("corpus", &["matrix", "note", "search", "sorting", "threads", "vault", "yielding"]),
    ("view_state", &["matrix", "note", "progress", "vault", "video"]),
    ("embedding", &["matrix", "view_state"]),
    (
        "export",
        &[
            "corpus",
            "matrix",
            "note",
            "progress",
            "search",
            "text",
            "threads",
            "vault",
            "video",
            "view_state",
            "yielding",
        ],
    ),
    (
        "browser",
        &[
            "anchor",
            "embedding",
            "export",
            "matrix",
            "note",
            "progress",
            "vault",
            "video",
            "view_state",
        ],
    ),
];

/// Which folders of `src/ui/` may import from which others, the lowest first.
const UI_ROOMS: [(&str, &[&str]); 19] = [
    ("context", &[]),
    ("widgets", &[]),
    ("state", &["context", "widgets"]),
    ("links", &["state", "widgets"]),
    ("player", &["context", "links", "state", "widgets"]),
    ("preview", &["context", "links", "state", "widgets"]),
    ("import", &["context", "links", "state", "widgets"]),
    ("rating", &["context", "state", "widgets"]),
    ("queue", &["context", "links", "player", "rating", "state", "widgets"]),
    ("share", &["context", "import", "links", "player", "rating", "state", "widgets"]),
    ("search", &["context", "links", "player", "queue", "rating", "state", "widgets"]),
    ("problems", &["import", "links", "state", "widgets"]),
    ("proof", &["import", "links", "player", "search", "state", "widgets"]),
    ("matrix", &["links", "player", "queue", "rating", "search", "state", "widgets"]),
    ("compare", &["matrix", "player", "queue", "rating", "state", "widgets"]),
    (
        "note",
        &[
            "import", "links", "player", "preview", "problems", "rating", "search", "share",
            "state", "widgets",
        ],
    ),
    (
        "skill",
        &[
            "links", "matrix", "note", "player", "proof", "queue", "rating", "share", "state",
            "widgets",
        ],
    ),
    ("print", &["import", "matrix", "note", "rating", "search", "state", "widgets"]),
    (
        "app",
        &[
            "compare", "import", "links", "matrix", "note", "player", "preview", "print",
            "problems", "proof", "queue", "rating", "search", "share", "skill", "state", "widgets",
        ],
    ),
];

/// Circles that are still to be opened. The list may only get shorter.
const OPEN_CIRCLES: [&str; 0] = [];

/// Files and folders that are still to be taken apart. The list may only get shorter.
const TOO_LARGE: [&str; 0] = [];

/// The most files of the top of `src/ui/`.
const MOST_AT_THE_TOP: usize = 5;

/// The most files of a folder.
const MOST_OF_A_FOLDER: usize = 14;

/// The most lines of a file.
const MOST_LINES: usize = 300;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Holds what was found against what is known: nothing new, and nothing that is listed in vain.
fn compare(found: &[String], known: &[&str]) {
    let new: Vec<&String> = found.iter().filter(|fault| !known.contains(&fault.as_str())).collect();
    assert!(new.is_empty(), "new: {new:#?}");
    let gone: Vec<&&str> =
        known.iter().filter(|fault| !found.iter().any(|is| is == *fault)).collect();
    assert!(gone.is_empty(), "no longer so, and to be struck from the list: {gone:#?}");
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let mut found = Vec::new();
    for source in CRATES {
        let other = (source != "src").then(|| Imports::of(&root().join(source)).unwrap());
        let imports = other.as_ref().unwrap_or(&OWN);
        assert!(imports.files().count() > 3, "that is not all of {source}");
        found.extend(circles(&imports.between_files()).into_iter().map(|circle| {
            let names: Vec<String> =
                circle.iter().map(|file| format!("{source}/{}", file.display())).collect();
            names.join(" ↔ ")
        }));
    }
    compare(&found, &OPEN_CIRCLES);
}

#[test]
fn rooms_know_only_of_those_below_them() {
    let mut found = BTreeSet::new();
    let allowed: BTreeMap<&str, &[&str]> = ROOMS.into_iter().collect();
    let in_ui: BTreeMap<&str, &[&str]> = UI_ROOMS.into_iter().collect();
    for (from, to) in OWN.between_files() {
        let (from_room, to_room) = (room(&from, 0), room(&to, 0));
        // The page and the command line may use any of the others.
        let is_free =
            matches!(from_room.as_str(), "ui" | "cli" | "lib" | "main") && to_room != "lib";
        let may = |rooms: &BTreeMap<&str, &[&str]>, from_room: &str, to_room: &str| {
            rooms.get(from_room).is_some_and(|to| to.contains(&to_room))
        };
        let goes_up = matches!(to_room.as_str(), "ui" | "cli") && from_room != "main";
        if from_room != to_room && (goes_up || !is_free && !may(&allowed, &from_room, &to_room)) {
            found.insert(format!(
                "src/{from_room} → src/{to_room}: {} → {}",
                from.display(),
                to.display()
            ));
        }
        if from_room == "ui" && to_room == "ui" && from.components().count() > 2 {
            let (from_room, to_room) = (room(&from, 1), room(&to, 1));
            if from_room != to_room && !may(&in_ui, &from_room, &to_room) {
                found.insert(format!("{} → {}", from.display(), to.display()));
            }
        }
    }
    let found: Vec<String> = found.into_iter().collect();
    assert!(found.is_empty(), "{} arrows that are not allowed:\n{}", found.len(), found.join("\n"));
}

/// A folder of a path, or its file's name there.
fn room(path: &Path, depth: usize) -> String {
    let part = path.components().nth(depth).map(|part| part.as_os_str().to_string_lossy());
    part.unwrap_or_default().trim_end_matches(".rs").to_owned()
}

#[test]
fn folders_and_files_are_looked_over_at_a_glance() {
    let mut faults = Vec::new();
    let mut in_folder: BTreeMap<PathBuf, usize> = BTreeMap::new();
    for top in ["src", "style", "tests", "xtask"] {
        let entries = WalkDir::new(root().join(top)).into_iter().filter_entry(|entry| {
            !matches!(
                entry.file_name().to_string_lossy().as_ref(),
                "target" | "corpus" | "artifacts"
            )
        });
        for entry in entries.map(Result::unwrap).filter(|entry| entry.file_type().is_file()) {
            let path = entry.path().strip_prefix(root()).unwrap().to_owned();
            let is_source =
                path.extension().is_some_and(|ending| ending == "rs" || ending == "css");
            if !is_source {
                continue;
            }
            *in_folder.entry(path.parent().unwrap().to_owned()).or_default() += 1;
            let lines = fs::read_to_string(entry.path()).unwrap().lines().count();
            if lines > MOST_LINES && path.extension().is_some_and(|ending| ending == "rs") {
                faults.push(path.display().to_string());
            }
        }
    }
    for (folder, files) in in_folder {
        let most_files = match folder.to_string_lossy().as_ref() {
            "src/ui" => MOST_AT_THE_TOP,
            _ => MOST_OF_A_FOLDER,
        };
        if files > most_files {
            faults.push(folder.display().to_string());
        }
    }
    compare(&faults, &TOO_LARGE);
}

#[test]
fn a_missing_part_of_the_page_is_never_made_anew() {
    let mut found = Vec::new();
    for entry in WalkDir::new(root().join("src/ui")).sort_by_file_name() {
        let entry = entry.unwrap();
        if entry.file_type().is_file() && !entry.path().ends_with("ui/context.rs") {
            let text = fs::read_to_string(entry.path()).unwrap();
            let asks = |line: &str| line.contains("use_context") || line.contains("expect_context");
            let lines = text.lines().enumerate().filter(|(_, line)| asks(line));
            let path = entry.path().strip_prefix(root()).unwrap();
            found.extend(lines.map(|(number, _)| format!("{}:{}", path.display(), number + 1)));
        }
    }
    assert!(
        found.is_empty(),
        "`provided` of `src/ui/context.rs` says what is missing:\n{}",
        found.join("\n")
    );
}

#[test]
fn the_documents_name_what_is_there_and_all_of_it() {
    let mut faults = Vec::new();
    for document in ["README.md", "CONTRIBUTING.md", "SECURITY.md", "docs/ARCHITECTURE.md"] {
        let text = fs::read_to_string(root().join(document)).unwrap();
        for path in text.split('`').skip(1).step_by(2).filter(|path| is_path(path)) {
            if !root().join(path).exists() {
                faults.push(format!("{document} names {path}, which is not there"));
            }
        }
    }
    let map = fs::read_to_string(root().join("docs/ARCHITECTURE.md")).unwrap();
    for folder in ["src", "src/ui", "src/browser", "src/export", "tests", "xtask"] {
        for entry in fs::read_dir(root().join(folder)).unwrap().map(Result::unwrap) {
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{folder}/{name}/");
            // `xtask/trunk` holds one page for Trunk.
            let is_known = matches!(name.as_str(), "trunk" | "target") || map.contains(&path);
            // Git knows no empty folders; a working copy may have them.
            let has_files = WalkDir::new(entry.path())
                .into_iter()
                .filter_map(Result::ok)
                .any(|below| below.file_type().is_file());
            if has_files && entry.path().is_dir() && !is_known {
                faults.push(format!("docs/ARCHITECTURE.md lacks {path}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Whether a piece of code in a document is a path below the repository's folder.
fn is_path(text: &str) -> bool {
    let tops = ["src/", "style/", "tests/", "xtask/", "docs/", ".ci/"];
    tops.iter().any(|top| text.starts_with(top)) && !text.contains([' ', '*', '<', '…'])
}
