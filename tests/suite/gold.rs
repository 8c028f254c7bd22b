//! Holds the matrix to placements that two readers agreed on, where those are at hand.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;
use skillreel::matrix::{Matrix, Placement};
use skillreel::note::Note;
use skillreel::text;
use skillreel::vault::Vault;

use crate::shared::shared;

/// A placement as it is compared: the skill's folded name, the level, the rank.
type Key = (String, Option<String>, Option<u64>);

/// A note's labels: what both readers saw, and what only one of them saw.
struct Labels {
    note: String,
    must: BTreeSet<Key>,
    may: BTreeSet<Key>,
}

fn labels(line: &str) -> Labels {
    let labels: Value = serde_json::from_str(line).expect(line);
    let keys = |list: &str| -> BTreeSet<Key> {
        let labels = labels[list].as_array().expect(line).iter();
        labels
            .map(|label| {
                let skill = text::slug(label["skill"].as_str().expect(line));
                let level = label["level"].as_str().map(str::to_owned);
                (skill, level, label["rank"].as_u64())
            })
            .collect()
    };
    Labels {
        note: labels["note"].as_str().expect(line).to_owned(),
        must: keys("must"),
        may: keys("may"),
    }
}

fn key(placement: &Placement) -> Key {
    let level = placement.level.map(|level| level.as_str().to_owned());
    (text::slug(&placement.as_written), level, placement.rank.map(u64::from))
}

/// What the matrix of one note holds.
fn found(note: &str) -> Option<BTreeSet<Key>> {
    let folder = if note == "seed.md" { "notes" } else { "notes/vault" };
    let file = fs::read_to_string(shared(folder)?.join(note)).expect(note);
    let matrix = Matrix::of(&Vault::of(vec![Note::read(note, &file)]));
    Some(matrix.skills.iter().flat_map(|skill| &skill.placements).map(key).collect())
}

#[test]
fn the_matrix_is_as_two_readers_see_it() {
    let Some(path) = shared("gold/placements.jsonl") else {
        return;
    };
    let file = fs::read_to_string(path).expect("placements.jsonl");
    let (mut right, mut extra, mut missing) = (0_u32, 0_u32, 0_u32);
    for labels in file.lines().map(labels) {
        let Some(found) = found(&labels.note) else {
            return;
        };
        for key in found.difference(&labels.must).filter(|key| !labels.may.contains(*key)) {
            extra += 1;
            eprintln!("extra in {}: {key:?}", labels.note);
        }
        for key in labels.must.difference(&found) {
            missing += 1;
            eprintln!("missing in {}: {key:?}", labels.note);
        }
        right += u32::try_from(labels.must.intersection(&found).count()).expect("few");
        if labels.note == "seed.md" {
            assert_eq!(found, labels.must, "seed.md is to be read without a fault");
        }
    }
    let right = f64::from(right);
    let precision = right / (right + f64::from(extra));
    let recall = right / (right + f64::from(missing));
    let f1 = 2.0 * precision * recall / (precision + recall);
    eprintln!("precision {precision:.3}, recall {recall:.3}, F1 {f1:.3}");
    assert!(precision >= 0.90, "precision {precision:.3}");
    assert!(recall >= 0.85, "recall {recall:.3}");
}
