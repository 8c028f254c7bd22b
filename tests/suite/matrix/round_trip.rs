//! What the exports write is read back to the same matrix.

use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;
use skillreel::export::formats::{csv, markdown};
use skillreel::matrix::Matrix;
use skillreel::note::Note;
use skillreel::vault::{NoteFile, Vault};

const NAMES: [&str; 8] = [
    "Kneading",
    "Waiting long",
    "Say “no”",
    "Trade-offs & care",
    "=1+1",
    "C*s | pipes",
    "Ünï, code",
    "Taste [it]",
];

const LEVELS: [&str; 7] =
    ["Trainee", "Baker II", "Baker III", "Senior Baker (L3)", "Staff", "Lead", "Head of Ovens"];

const TEXTS: [&str; 8] =
    ["by hand", "says \"no\", twice", "-x", "one<br>two", "2", "a \\| b", "*twice* a day", "✓"];

/// A ladder: groups with their skills, each with what is expected at some of the levels.
fn ladder() -> impl Strategy<Value = String> {
    let levels = btree_set(0..LEVELS.len(), 2..5);
    let cell = prop_oneof![Just(String::new()), select(&TEXTS[..]).prop_map(str::to_owned)];
    let row = (select(&NAMES[..]), vec(cell, LEVELS.len()));
    let group =
        (prop_oneof![Just(None), select(&["Craft", "People"][..]).prop_map(Some)], vec(row, 1..4));
    (levels, vec(group, 1..3)).prop_map(|(levels, groups)| {
        let mut text = String::from("| Skill |");
        levels.iter().for_each(|&level| text.push_str(&format!(" {} |", LEVELS[level])));
        text.push_str("\n|-|");
        levels.iter().for_each(|_| text.push_str("-|"));
        for (group, rows) in groups {
            if let Some(group) = group {
                text.push_str(&format!("\n| **{group}** |{}", " |".repeat(levels.len())));
            }
            for (name, cells) in rows {
                let name = name.replace('|', "\\|").replace('*', "\\*").replace('[', "\\[");
                text.push_str(&format!("\n| {name} |"));
                cells
                    .iter()
                    .take(levels.len())
                    .for_each(|cell| text.push_str(&format!(" {cell} |")));
            }
        }
        text + "\n"
    })
}

/// A talk that ranks skills for two levels, and names some for none.
fn talk() -> impl Strategy<Value = String> {
    let names = || btree_set(0..NAMES.len(), 0..4);
    (names(), names(), names()).prop_map(|(new, senior, none)| {
        let mut text = String::from("---\nvideoId: abcdEFGH123\n---\n");
        for (heading, names, mark) in [
            ("Skills of new bakers and managers", new, "1."),
            ("Skills of senior engineers", senior, "1."),
            ("Skills of bakers", none, "-"),
        ] {
            text.push_str(&format!("\n## {heading}\n\n"));
            for name in names {
                let label = NAMES[name].replace('*', "\\*").replace('[', "\\[");
                text.push_str(&format!("{mark} **{label}** [00:0{name}:10]: said.\n"));
            }
        }
        text
    })
}

/// What a matrix says, cell by cell, without whose notes say it; and its levels.
fn said(matrix: &Matrix) -> (BTreeMap<String, Vec<BTreeSet<String>>>, Vec<String>) {
    let mut cells: BTreeMap<String, Vec<BTreeSet<String>>> = BTreeMap::new();
    for skill in &matrix.skills {
        for placement in &skill.placements {
            let level = placement.level.map(|level| level.to_string());
            let key = format!("{} {:?} {level:?}", skill.name, skill.group);
            let cell = cells.entry(key).or_insert_with(|| vec![BTreeSet::new(); 3]);
            cell[0].extend(placement.rank.map(|rank| rank.to_string()));
            let text = placement.text.as_deref().unwrap_or_default();
            cell[1].extend(text.lines().map(str::to_owned));
            cell[2].extend(placement.stamps.first().map(|stamp| stamp.seconds.to_string()));
        }
    }
    let levels = matrix.levels.iter().map(|level| format!("{} {}", level.id, level.label));
    (cells, levels.collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back(ladder in ladder(), talk in talk(), with_talk: bool, with_ladder: bool) {
        let mut notes = Vec::new();
        if with_ladder || !with_talk {
            notes.push(Note::read("ladder.md", &ladder));
        }
        if with_talk {
            notes.push(Note::read("talk.md", &talk));
        }
        let vault = Vault::of(notes);
        let matrix = Matrix::of(&vault);
        let back = |path: &str, text: &str| {
            Matrix::of(&Vault::of(vec![NoteFile::new(path, text).read()]))
        };
        let written = csv::matrix(&vault, &matrix);
        prop_assert_eq!(said(&back("m.csv", &written)), said(&matrix), "{}", written);
        let written = markdown::matrix(&vault, &matrix);
        let back = back("m.md", &written);
        prop_assert_eq!(said(&back), said(&matrix), "{}\n{}", ladder, written);
    }
}
