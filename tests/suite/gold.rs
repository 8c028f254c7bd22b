//! Holds the matrix to placements that two readers agreed on, where those are at hand.
//! `cargo xtask gold` prints the same figures.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;
use skillreel::matrix::{Matrix, team, unused_marks};
use skillreel::text;
use skillreel::vault::{NoteFile, Vault};
use test_support::folder;
use test_support::gold::{self, Part, Set};

use crate::shared::shared;

#[test]
fn the_matrix_is_as_two_readers_see_it() {
    let Some(folder) = shared("") else { return };
    let report = gold::report(&folder, Set::Placements, Part::Developed).unwrap();
    eprintln!("{report}");
    assert!(report.notes > 0, "no note is labelled");
    let in_seed: Vec<_> = report.errors.iter().filter(|error| error.note == "seed.md").collect();
    assert!(in_seed.is_empty(), "seed.md is to be read without a fault: {in_seed:?}");
    assert!(report.suffices(), "{report}");
}

/// Notes of our own with what a careful reader says of them: for everyone, also where no other notes are at hand.
#[test]
fn the_matrix_of_our_own_labelled_notes_is_as_labelled() {
    let folder = folder::repository().join("tests/fixtures");
    let mut notes = 0;
    for set in Set::ALL {
        for part in Part::ALL {
            let report = gold::report(&folder, set, part).unwrap();
            assert!(report.errors.is_empty(), "{}, {}:\n{report}", set.name(), part.name());
            notes += report.notes;
        }
    }
    assert!(notes > 7, "{notes} notes are labelled");
}

/// Skill, level, the level as it is written, group.
type Placed = (String, Option<String>, Option<String>, Option<String>);

/// What comes out of each sheet.
#[test]
fn sheets_come_out_as_they_are_labelled() {
    let Some(folder) = shared("gold") else { return };
    let labels = fs::read_to_string(folder.join("sheets.jsonl")).unwrap();
    let mut read = 0;
    for line in labels.lines() {
        let label: Value = serde_json::from_str(line).unwrap();
        let name = label["note"].as_str().unwrap();
        read += 1;
        let bytes = fs::read(folder.join("sheets").join(name)).unwrap();
        let note = NoteFile::from_bytes(name, &bytes).read();
        let has_problem = !note.problems().is_empty() || !unused_marks(&note).is_empty();
        assert!(label["problem"].is_null() || has_problem, "{name}");
        let ratings: BTreeSet<(String, String, Option<u64>)> = team(&note)
            .into_iter()
            .map(|rating| (rating.person, rating.skill, rating.step.map(u64::from)))
            .collect();
        let text = |label: &Value| label.as_str().unwrap().to_owned();
        let team = label["team"].as_array().into_iter().flatten();
        let team =
            team.map(|label| (text(&label[0]), text(&label[1]), label[2].as_u64())).collect();
        assert_eq!(ratings, team, "{name}");
        let matrix = Matrix::of(&Vault::of(vec![note]));
        let placements = || matrix.skills.iter().flat_map(|skill| &skill.placements);
        let found: BTreeSet<Placed> = placements()
            .map(|placement| {
                let level = placement.level.map(|level| level.to_string());
                let written = placement.level_as_written.clone();
                (text::slug(&placement.as_written), level, written, placement.group.clone())
            })
            .collect();
        let of = |label: &Value, key: &str| label[key].as_str().map(str::to_owned);
        let must = label["must"].as_array().unwrap().iter();
        let want: BTreeSet<Placed> = must
            .map(|label| {
                (
                    text::slug(label["skill"].as_str().unwrap()),
                    of(label, "level"),
                    of(label, "level_as_written"),
                    of(label, "group"),
                )
            })
            .collect();
        assert_eq!(found, want, "{name}");
        for (key, seconds) in label["seconds"].as_object().into_iter().flatten() {
            let (skill, level) = key.split_once('|').unwrap();
            let found = placements().find(|placement| {
                placement.as_written == skill
                    && placement.level.is_some_and(|own| own.as_str() == level)
            });
            let own: Vec<u32> = found.unwrap().stamps.iter().map(|stamp| stamp.seconds).collect();
            assert_eq!(&serde_json::json!(own), seconds, "{name}: {key}");
        }
    }
    assert!(read > 10, "only {read} sheets were read");
}
