//! Notes with all that is derived from them: what the page and the command line work on.

mod joined;
mod lean;
mod report;

use std::sync::Arc;

use crate::matrix::{Matrix, ProofFinder, Skill, SkillId, unused_marks};
use crate::note::{Note, Problem};
use crate::search::{Index, SkillEntry, Target};
use crate::sorting;
use crate::vault::{NoteFile, Vault};

pub use joined::Joined;
pub use report::Report;

/// Notes, their matrix, and the search over both.
#[derive(Debug, Default)]
pub struct Corpus {
    /// The notes.
    pub vault: Vault,
    /// Which skills matter at which level.
    pub matrix: Matrix,
    /// What can be found.
    pub index: Index,
}

impl Corpus {
    /// Reads note files and derives the rest. It never fails: what is wrong in the notes is told
    /// by [`problems`].
    #[must_use]
    pub fn read(files: &[NoteFile]) -> Self {
        let vault = Vault::read(files);
        let matrix = Matrix::of(&vault);
        let index = Index::of(vault.all(), entries(&matrix));
        Self { vault, matrix, index }
    }
}

/// The problems of a note, of its links and of what its author says of skills, in the order of lines.
#[must_use]
pub fn problems(vault: &Vault, matrix: &Matrix, note: &Note) -> Vec<Problem> {
    let mut problems: Vec<Problem> = vault.problems_of(note).collect();
    problems.extend(unused_marks(note));
    if note.is_proof {
        problems.extend(ProofFinder::of(vault, matrix).proofs(note).1);
    }
    sorting::sort_by_key(&mut problems, |problem| problem.line);
    problems
}

/// The skills of a matrix as the search takes them. Matrix and search know nothing of each other.
#[must_use]
pub fn entries(matrix: &Matrix) -> Vec<SkillEntry> {
    matrix.skills.iter().map(entry).collect()
}

fn entry(skill: &Skill) -> SkillEntry {
    let mut spellings: Vec<String> =
        skill.placements.iter().map(|placement| placement.as_written.clone()).collect();
    spellings.sort_unstable();
    spellings.dedup();
    spellings.retain(|spelling| *spelling != skill.name);
    SkillEntry { id: Arc::clone(&skill.id.0), name: skill.name.clone(), spellings }
}

/// What a result of the search is called, and the text that was found: a skill's name is both.
#[must_use]
pub fn title_and_text<'a>(
    vault: &'a Vault,
    matrix: &'a Matrix,
    target: &Target,
) -> (&'a str, &'a str) {
    let note = |id| vault.note(id);
    match target {
        Target::Skill(id) => {
            let name = matrix.skill(&SkillId(Arc::clone(id))).map_or("", |skill| &skill.name);
            (name, name)
        }
        Target::Claim { note: id, claim, .. } | Target::Line { note: id, claim, .. } => note(id)
            .map_or(("", ""), |note| {
                (&note.title, note.claim(*claim).map_or("", |claim| &claim.text))
            }),
        Target::Topic { note: id, section } => note(id).map_or(("", ""), |note| {
            (&note.title, note.headings().get(*section).map_or("", |section| &section.title))
        }),
        Target::Note(id) => note(id).map_or(("", ""), |note| (&note.title, &note.title)),
    }
}
