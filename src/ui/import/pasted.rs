//! Tables that are pasted: shown as what they would be, then added like a file. And an example to try.

use leptos::prelude::*;

use crate::browser::page::paste::ClipboardContent;
use crate::matrix::{Matrix, Skill, team};
use crate::ui::widgets::counting::count;
use crate::vault::files::pasted::{as_ladder, pasted};
use crate::vault::{Mode, NoteFile, Vault};

use super::note_import::{ImportPhase, ImportQuestion, NoteImport, PastedTable, PendingImport};

/// The most skills of a pasted table that are shown before it is added.
const MOST_SHOWN: usize = 8;

/// The example that one can try.
const EXAMPLE_LADDER: &str = include_str!("example-ladder.md");

/// What the example is called among the notes.
const EXAMPLE_PATH: &str = "Example ladder.md";

impl NoteImport {
    /// Takes a table that was pasted, and asks about it. `false` where it is none, or something is going on.
    pub fn paste(self, clip: &ClipboardContent) -> bool {
        if self.is_busy() {
            return false;
        }
        let is_taken = |path: &str| {
            self.state
                .with_value(|state| state.collection.files().iter().any(|file| file.path == path))
        };
        let Some(file) = pasted(&clip.html, &clip.plain, is_taken) else { return false };
        let run = self.begin();
        let marked = as_ladder(&file).filter(|_| skills_of(&file).skills.is_empty());
        let as_ladder = marked.as_ref().map(skills_of).filter(|matrix| !matrix.skills.is_empty());
        let question = ImportQuestion {
            notes: 1,
            here: self.current_library.with_untracked(|library| library.vault.notes().len()),
            large: Vec::new(),
            pasted: Some(PastedTable {
                text: in_words(&file),
                skills: skills_of(&file).skills.iter().take(MOST_SHOWN).map(line).collect(),
                as_ladder: as_ladder.map(|matrix| said(&matrix)),
            }),
        };
        if self.tell(run, ImportPhase::Asking(question)) {
            self.state
                .update_value(|state| state.pending = Some(PendingImport::Pasted(file, marked)));
        }
        true
    }

    /// Adds the example, which is undone like any other note.
    pub fn add_example(self) {
        self.add_one(NoteFile::new(EXAMPLE_PATH, EXAMPLE_LADDER), Mode::Add);
    }
}

fn skills_of(file: &NoteFile) -> Matrix {
    Matrix::of(&Vault::of(vec![file.read()]))
}

/// What a table would be.
fn in_words(file: &NoteFile) -> String {
    let matrix = skills_of(file);
    if !matrix.skills.is_empty() {
        return said(&matrix);
    }
    match team(&file.read()).len() {
        0 => "It names no skills: no two columns or rows are levels, such as Junior and Senior."
            .to_owned(),
        ratings => [
            "It says what people of a team can do (",
            &count(ratings, "rating", "ratings"),
            "). That puts nothing into the matrix, and is never handed out.",
        ]
        .concat(),
    }
}

/// How many skills, and at which levels.
fn said(matrix: &Matrix) -> String {
    let levels: Vec<&str> = matrix.levels.iter().map(|level| level.label.as_str()).collect();
    let skills = count(matrix.skills.len(), "skill", "skills");
    if levels.is_empty() {
        return [&skills, ", without levels."].concat();
    }
    [&skills, " at ", &levels.join(", "), "."].concat()
}

/// A skill with its group, and the levels at which it stands.
fn line(skill: &Skill) -> (String, String) {
    let group =
        skill.group.as_ref().map(|group| [group.as_str(), " · "].concat()).unwrap_or_default();
    let mut levels: Vec<&str> = skill
        .placements
        .iter()
        .filter_map(|placement| placement.level_as_written.as_deref())
        .collect();
    levels.dedup();
    ([group.as_str(), &skill.name].concat(), levels.join(", "))
}
