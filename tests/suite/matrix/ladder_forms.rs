//! Ladders of our own in every form: levels as columns, rows, headings, items, labels and blocks that fold, with what
//! people put between and around them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use skillreel::matrix::{Matrix, Skill};
use skillreel::note::Note;
use skillreel::vault::Vault;

/// What each file of `tests/fixtures/ladders` places, as `expected.txt` says.
#[test]
fn ladders_in_every_form_are_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/ladders");
    let expected = fs::read_to_string(folder.join("expected.txt")).unwrap();
    let mut wanted: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for part in expected.split("# ").filter(|part| !part.is_empty()) {
        let (name, lines) = part.split_once('\n').unwrap();
        wanted.insert(name, lines.lines().filter(|line| *line != "nothing").collect());
    }
    assert!(wanted.len() > 40, "{}", wanted.len());
    for (name, want) in wanted {
        let text = fs::read_to_string(folder.join(name)).unwrap();
        let matrix = Matrix::of(&Vault::of(vec![Note::read(name, &text)]));
        let found: Vec<String> = matrix.skills.iter().map(line).collect();
        assert_eq!(found, want, "{name}");
    }
}

/// A skill with its group and the levels at which it stands.
fn line(skill: &Skill) -> String {
    let group = skill.group.as_ref().map(|group| format!(" ({group})")).unwrap_or_default();
    let levels: Vec<String> = skill
        .placements
        .iter()
        .map(|placement| placement.level.map_or_else(|| "-".to_owned(), |level| level.to_string()))
        .collect();
    format!("{}{group}: {}", skill.name, levels.join(" "))
}
