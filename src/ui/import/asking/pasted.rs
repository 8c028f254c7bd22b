//! Tables that are pasted: shown as what they would be, then added like a file. And an example to try.

use leptos::prelude::*;

use crate::browser::page::paste::ClipboardContent;
use crate::matrix::{Matrix, team};
use crate::ui::widgets::counting::count;
use crate::vault::files::pasted::pasted;
use crate::vault::{Mode, NoteFile};

use super::possible_ladders::{as_ladder, first_skills, said, skills_of};
use crate::ui::import::note_import::{
    ImportPhase, ImportQuestion, NoteImport, PastedTable, PendingImport,
};

/// The example that one can try.
const EXAMPLE_LADDER: &str = include_str!("../example-ladder.md");

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
        let matrix = skills_of(&file);
        let marked = as_ladder(&file, &file.read()).filter(|_| matrix.skills.is_empty());
        let question = ImportQuestion {
            notes: 1,
            here: self.current_library.with_untracked(|library| library.vault.notes().len()),
            large: Vec::new(),
            pasted: Some(PastedTable {
                text: in_words(&file, &matrix),
                skills: first_skills(&matrix),
                as_ladder: marked.as_ref().map(|marked| said(&skills_of(marked))),
            }),
            ladders: None,
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

/// What a table would be.
fn in_words(file: &NoteFile, matrix: &Matrix) -> String {
    if !matrix.skills.is_empty() {
        return said(matrix);
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
