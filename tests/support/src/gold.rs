//! The matrix against placements that two careful readers agreed on: what is right, what is
//! missing, what should not be there, and which words of the note led to it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::Value;
use skillreel::matrix::{Matrix, Placement};
use skillreel::note::Note;
use skillreel::text;
use skillreel::vault::{NoteFile, Vault};

use place::Place;
pub use sets::{Part, Set};

mod place;
mod sets;
mod shown;

/// What a share of right placements has to reach; a wrong skill is worse than a missing one.
pub const LEAST_PRECISION: f64 = 0.90;

/// What a share of found placements has to reach.
pub const LEAST_RECALL: f64 = 0.85;

/// A placement as it is compared: the skill's folded name, the level, the rank.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    skill: String,
    level: Option<String>,
    rank: Option<u64>,
}

/// What two readers say of a note.
#[derive(Debug)]
struct Labels {
    note: String,
    /// What both saw, with the name as it is written.
    must: BTreeMap<Key, String>,
    /// What only one of them saw: it counts neither for nor against.
    may: BTreeSet<Key>,
}

/// How the matrix does against the labels.
#[derive(Debug, Default)]
pub struct Report {
    /// How many notes are labelled.
    pub notes: u32,
    /// How many placements both the labels and the matrix have.
    pub right: u32,
    /// The others, note by note.
    pub errors: Vec<Mistake>,
}

/// On which side a placement stands alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The labels have it, the matrix does not.
    Missing,
    /// The matrix has it, the labels do not.
    Extra,
}

/// A placement that the labels and the matrix do not agree on.
#[derive(Debug)]
pub struct Mistake {
    /// The note's file.
    pub note: String,
    /// Who has it.
    pub kind: Kind,
    /// The skill's name as it is written.
    pub skill: String,
    /// What was compared.
    pub key: Key,
    /// The rule that made it, where the matrix has it.
    pub rule: Option<&'static str>,
    /// Where the name stands in the note.
    pub place: Option<Place>,
}

/// Compares the matrix of each labelled note with its labels, note by note; the files of one folder are
/// read together. `folder` holds `gold/placements.jsonl`, and the notes below `notes`.
///
/// # Errors
/// When the labels or one of their notes cannot be read.
pub fn report(folder: &Path, set: Set, part: Part) -> Result<Report> {
    let mut report = Report::default();
    let labels = set.labels(folder)?;
    let mut rest = labels.as_slice();
    while let Some((first, _)) = rest.first() {
        let together = rest.iter().take_while(|(other, _)| are_together(first, other)).count();
        let (files, after) = rest.split_at(together.max(1));
        // A ladder is all of its files, whichever of them count.
        if files.iter().any(|(_, own)| *own == part) {
            report.add(folder, set, files, part)?;
        }
        rest = after;
    }
    Ok(report)
}

/// Whether two notes stand in one folder of their set.
fn are_together(one: &Labels, other: &Labels) -> bool {
    let folder =
        |labels: &Labels| labels.note.rsplit_once('/').map(|(folder, _)| folder.to_owned());
    folder(one).is_some() && folder(one) == folder(other)
}

fn labels(line: &str) -> Option<Labels> {
    let labels: Value = serde_json::from_str(line).ok()?;
    let list = |list: &str| -> Option<BTreeMap<Key, String>> {
        let labels = labels[list].as_array()?.iter();
        labels
            .map(|label| {
                let name = label["skill"].as_str()?;
                let level = label["level"].as_str().map(str::to_owned);
                let key = Key { skill: text::slug(name), level, rank: label["rank"].as_u64() };
                Some((key, name.to_owned()))
            })
            .collect()
    };
    Some(Labels {
        note: labels["note"].as_str()?.to_owned(),
        must: list("must")?,
        may: list("may")?.into_keys().collect(),
    })
}

fn key(placement: &Placement) -> Key {
    Key {
        skill: text::slug(&placement.as_written),
        level: placement.level.map(|level| level.as_str().to_owned()),
        rank: placement.rank.map(u64::from),
    }
}

impl Report {
    fn add(
        &mut self,
        folder: &Path,
        set: Set,
        labels: &[(Labels, Part)],
        part: Part,
    ) -> Result<()> {
        let mut notes = Vec::with_capacity(labels.len());
        for (labels, _) in labels {
            let bytes = fs::read(set.path(folder, &labels.note)?)?;
            let file = NoteFile::from_bytes(labels.note.as_str(), &bytes);
            let text = file.text.read().into_owned();
            notes.push((Note::read(&file.path, &text), text));
        }
        let matrix = Matrix::of(&Vault::of(notes.iter().map(|(note, _)| note.clone()).collect()));
        let counted = labels.iter().zip(&notes).filter(|((_, own), _)| *own == part);
        for ((labels, _), (note, text)) in counted {
            let placements = matrix.skills.iter().flat_map(|skill| &skill.placements);
            let own = placements.filter(|placement| placement.note == note.id);
            let found: BTreeMap<Key, &Placement> = own.map(|p| (key(p), p)).collect();
            self.compare(labels, note, text, &found);
        }
        Ok(())
    }

    fn compare(
        &mut self,
        labels: &Labels,
        note: &Note,
        text: &str,
        found: &BTreeMap<Key, &Placement>,
    ) {
        let mistake = |kind, skill: &str, key: &Key, place, rule| Mistake {
            note: labels.note.clone(),
            kind,
            skill: skill.to_owned(),
            key: key.clone(),
            rule,
            place,
        };
        for (key, placement) in found {
            if labels.must.contains_key(key) {
                self.right += 1;
            } else if !labels.may.contains(key) {
                let place = Place::of_placement(text, note, placement);
                let name = &placement.as_written;
                self.errors.push(mistake(Kind::Extra, name, key, place, Some(placement.rule.id())));
            }
        }
        for (key, name) in labels.must.iter().filter(|(key, _)| !found.contains_key(key)) {
            self.errors.push(mistake(Kind::Missing, name, key, Place::of_name(text, name), None));
        }
        self.notes += 1;
    }

    /// How many placements of a kind stand alone.
    #[must_use]
    pub fn count(&self, kind: Kind) -> usize {
        self.errors.iter().filter(|error| error.kind == kind).count()
    }

    /// The share of the matrix's placements that is right; 1 where it has none.
    #[must_use]
    pub fn precision(&self) -> f64 {
        share(self.right, self.count(Kind::Extra))
    }

    /// The share of the labels' placements that is found; 1 where there are none.
    #[must_use]
    pub fn recall(&self) -> f64 {
        share(self.right, self.count(Kind::Missing))
    }

    /// The micro F1 score, over all placements of all notes.
    #[must_use]
    pub fn f1(&self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall == 0.0 {
            0.0
        } else {
            2.0 * precision * recall / (precision + recall)
        }
    }

    /// Whether precision and recall reach what they have to.
    #[must_use]
    pub fn suffices(&self) -> bool {
        self.precision() >= LEAST_PRECISION && self.recall() >= LEAST_RECALL
    }
}

fn share(right: u32, wrong: usize) -> f64 {
    let wrong = f64::from(u32::try_from(wrong).unwrap_or(u32::MAX));
    let right = f64::from(right);
    if right + wrong == 0.0 { 1.0 } else { right / (right + wrong) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(files: &[(&str, &str)], labels: &str) -> Report {
        let folder = std::env::temp_dir().join(format!(
            "test_support-{}-{:?}",
            std::process::id(),
            std::thread::current().id()
        ));
        fs::create_dir_all(folder.join("gold")).unwrap();
        fs::create_dir_all(folder.join("notes/vault")).unwrap();
        fs::write(folder.join("gold/placements.jsonl"), labels).unwrap();
        for (name, text) in files {
            fs::write(folder.join("notes/vault").join(name), text).unwrap();
        }
        let report = super::report(&folder, Set::Placements, Part::Developed);
        fs::remove_dir_all(folder).unwrap();
        report.unwrap()
    }

    #[test]
    fn counts_what_is_right_missing_and_extra_and_says_why() {
        let note = "# Bread\n\n## Skills for bakers\n\nThese are asked for:\n\n- **Knead**\n- **Wait**\n\n\
            ## Oven\n\n- **Fold** the dough\n";
        let labels = r#"{"note": "a.md", "must": [{"skill": "Knead", "level": null, "rank": null},
            {"skill": "Fold", "level": "senior", "rank": 1}], "may": []}"#
            .replace('\n', " ");
        let found = report(&[("a.md", note)], &labels);
        assert_eq!((found.notes, found.right), (1, 1));
        assert_eq!((found.count(Kind::Extra), found.count(Kind::Missing)), (1, 1));
        assert!((found.f1() - 0.5).abs() < 1e-9, "{}", found.f1());
        assert!(!found.suffices());
        let told = found.errors.iter().map(ToString::to_string).collect::<String>();
        for part in [
            "extra in a.md: “Wait”, no level, no rank",
            "heading  Skills for bakers",
            "lead-in  These are asked for:",
            "line 8   - **Wait**",
            "missing in a.md: “Fold”, senior, rank 1",
            "line 12  - **Fold** the dough",
        ] {
            assert!(told.contains(part), "{part:?} in {told}");
        }
    }

    #[test]
    fn what_one_reader_saw_counts_neither_way() {
        let note = "## Skills for bakers\n\n- **Knead**\n";
        let labels = r#"{"note": "a.md", "must": [], "may": [{"skill": "Knead", "level": null, "rank": null}]}"#;
        let found = report(&[("a.md", note)], labels);
        assert!(found.errors.is_empty(), "{:?}", found.errors);
        assert!((found.precision() - 1.0).abs() < f64::EPSILON);
    }
}
