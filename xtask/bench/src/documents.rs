//! The documents that other engines index: the same that Skillreel makes of notes.

use serde::Serialize;
use skillreel::matrix::Matrix;
use skillreel::search::Target;
use skillreel::vault::Vault;

/// A document of one text. What it leads to is kept apart: engines need a number only.
#[derive(Debug, Serialize)]
pub struct Doc {
    /// Its number, from 0.
    pub id: usize,
    /// A skill's names, a note's title, a topic's heading, or a claim's text.
    pub text: String,
    /// What it leads to, as text.
    #[serde(skip)]
    pub key: String,
    /// Whether it is a claim.
    #[serde(skip)]
    pub is_claim: bool,
}

/// The documents of notes and their matrix.
///
/// Each has its own text only. Skillreel also counts a claim's heading and title; to put these into
/// every claim would make the others slower and larger.
#[must_use]
pub fn documents(vault: &Vault, matrix: &Matrix) -> Vec<Doc> {
    let mut docs: Vec<Doc> = Vec::new();
    let mut add = |text: String, target: &Target| {
        if !text.is_empty() {
            let is_claim = matches!(target, Target::Claim { .. });
            docs.push(Doc { id: docs.len(), text, key: key(target), is_claim });
        }
    };
    for skill in skillreel::corpus::entries(matrix) {
        let names =
            [std::slice::from_ref(&skill.name), skill.spellings.as_slice()].concat().join(" ");
        add(names, &Target::Skill(skill.id));
    }
    for note in vault.notes() {
        add(note.title.clone(), &Target::Note(note.id.clone()));
        for (section, heading) in note.sections().iter().enumerate() {
            add(heading.title.clone(), &Target::Topic { note: note.id.clone(), section });
        }
        for (claim, id) in note.claims().iter().zip(0..) {
            let claim_id = skillreel::note::ClaimId(id);
            let target = Target::Claim { note: note.id.clone(), claim: claim_id, seconds: None };
            add(claim.text.clone(), &target);
        }
    }
    docs
}

/// What a result leads to, as text.
pub(crate) fn key(target: &Target) -> String {
    match target {
        Target::Skill(id) => format!("skill {id}"),
        Target::Claim { note, claim, .. } => format!("claim {note} {}", claim.0),
        Target::Line { note, claim, .. } => format!("line {note} {}", claim.0),
        Target::Topic { note, section } => format!("topic {note} {section}"),
        Target::Note(note) => format!("note {note}"),
    }
}
