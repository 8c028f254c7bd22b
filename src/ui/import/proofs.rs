//! Clips that stand as proof because somebody chose them here: written into a note of proofs, which is kept, undone and
//! packed like any other note.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::storage::note_store::new_id;
use crate::matrix::{ChosenProof, LevelId, ProofFinder, SkillId, is_bare, without_line};
use crate::note::NoteId;
use crate::ui::state::library::Library;
use crate::vault::{Layer, Mode, NoteFile};
use crate::video::clock;

use super::note_import::{ImportOutcome, NoteImport};

/// What a note of proofs is called that begins here.
const PATH: &str = "Chosen as proof.md";

/// A clip, and what it is proof of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProofClip {
    /// The skill.
    pub skill: SkillId,
    /// The level at which a ladder expects it; `None` where that names none.
    pub level: Option<LevelId>,
    /// The note that says what is said in the clip.
    pub note: NoteId,
    /// The second at which it begins.
    pub seconds: u32,
}

impl NoteImport {
    /// Lets a clip stand as proof of what a ladder expects.
    pub fn write_proof(self, clip: &ProofClip) {
        let library = self.current_library.get_untracked();
        let (vault, matrix) = (&library.vault, &library.matrix);
        let (Some(skill), Some(note)) = (matrix.skill(&clip.skill), vault.note(&clip.note)) else {
            return;
        };
        let proof = ChosenProof { skill, level: clip.level, note, seconds: clip.seconds };
        let (path, text) = self.note_of_proofs(&library);
        let written = proof.added_to(text.as_deref(), matrix);
        let text = ["Now proof of ", &about(&library, clip)].concat();
        self.put_proofs(vec![(path, written)], text);
    }

    /// Takes such a choice back, in whichever notes of proofs it stands.
    pub fn erase_proof(self, clip: &ProofClip) {
        let library = self.current_library.get_untracked();
        let finder = ProofFinder::of(&library.vault, &library.matrix);
        let mut changed = Vec::new();
        for note in library.vault.notes().iter().filter(|note| note.is_proof) {
            let (proofs, _) = finder.proofs(note);
            let is_it = |proof: &&crate::matrix::Proof| {
                proof.skill == clip.skill
                    && proof.level == clip.level
                    && proof.note == clip.note
                    && proof.stamp.seconds == clip.seconds
            };
            let lines: Vec<u32> = proofs.iter().filter(is_it).map(|proof| proof.line).collect();
            if let Some(text) = self.text_of(&note.path).filter(|_| !lines.is_empty()) {
                // From the last on, so that the numbers of the others hold.
                let text = lines.iter().rev().fold(text, |text, &line| without_line(&text, line));
                changed.push((note.path.clone(), text));
            }
        }
        let text = ["No longer proof of ", &about(&library, clip)].concat();
        self.put_proofs(changed, text);
    }

    /// Puts notes of proofs in place of those that were there, and says so.
    fn put_proofs(self, notes: Vec<(String, String)>, text: String) {
        if notes.is_empty() {
            return;
        }
        let run = self.begin();
        let mut next = self.collection();
        for (path, text) in notes {
            let without = next.with_alone(&path, None);
            let is_below = without.files().iter().any(|file| file.path == path);
            next = if is_bare(&text) && !is_below {
                without
            } else {
                let notes = vec![NoteFile::new(path.as_str(), text)];
                let layer = Arc::new(Layer { id: new_id(), mode: Mode::Add, notes });
                next.with_alone(&path, Some(layer))
            };
        }
        let outcome = ImportOutcome { can_undo: true, ..ImportOutcome::of(text) };
        spawn_local(self.change(next, None, outcome, run));
    }

    /// The last note of proofs with its text; a new one's path where there is none.
    fn note_of_proofs(self, library: &Library) -> (String, Option<String>) {
        let mut notes = library.vault.notes().iter().rev();
        if let Some(note) = notes.find(|note| note.is_proof)
            && let Some(text) = self.text_of(&note.path)
        {
            return (note.path.clone(), Some(text));
        }
        let mut path = PATH.to_owned();
        let mut number = 2;
        while self.text_of(&path).is_some() {
            path = PATH.replace(".md", &[" ", &number.to_string(), ".md"].concat());
            number += 1;
        }
        (path, None)
    }

    fn text_of(self, path: &str) -> Option<String> {
        self.state.with_value(|state| {
            let files = state.collection.files();
            Some(files.into_iter().find(|file| file.path == path)?.text.read().into_owned())
        })
    }
}

/// `Discovery at PM: 22:01 of “On discovery”.`
fn about(library: &Library, clip: &ProofClip) -> String {
    let name = library.matrix.skill(&clip.skill).map_or("", |skill| &skill.name);
    let level = clip.level.map(|_| [" at ", library.matrix.level_label(clip.level)].concat());
    let title = library.vault.note(&clip.note).map_or("", |note| &note.title);
    let (level, time) = (level.unwrap_or_default(), clock(clip.seconds));
    [name, &level, ": ", &time, " of “", title, "”."].concat()
}
