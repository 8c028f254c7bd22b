//! Marks that are written into notes of the reader's own: the note is read anew with it, kept, and undone like any other
//! change.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::storage::note_store::new_id;
use crate::matrix::{MarkRefused, MarkToWrite, with_mark};
use crate::vault::{Layer, Mode, NoteFile};

use super::note_import::{ImportOutcome, ImportPhase, NoteImport};

impl NoteImport {
    /// Writes a mark into a note that the reader added.
    pub(super) fn write_mark(self, path: &str, mark: MarkToWrite) {
        let Some(file) = self.added_file(path) else { return };
        let run = self.begin();
        let marked = match file.loss {
            // Its bytes are what is kept of it, and nobody knows where in them the mark would go.
            Some(_) => Err(MarkRefused::OfFile),
            None => with_mark(path, &file.text.read(), mark),
        };
        let text = match marked {
            Ok(text) => text,
            Err(refused) => {
                let text = ["Nothing was changed: ", &refused.to_string(), "."].concat();
                self.tell(run, ImportPhase::Told(ImportOutcome::of(text)));
                return;
            }
        };
        let notes = vec![NoteFile::new(path, text)];
        let layer = Arc::new(Layer { id: new_id(), mode: Mode::Add, notes });
        let next = self
            .state
            .with_value(|state| state.collection.with_alone(path, Some(Arc::clone(&layer))));
        let said = match mark {
            MarkToWrite::Skills { .. } => "The list counts as skills now",
            MarkToWrite::Ladder | MarkToWrite::LadderRow { .. } => "It is read as a ladder now",
        };
        let told = ImportOutcome { can_undo: true, ..ImportOutcome::of(said.to_owned()) };
        spawn_local(async move { self.change(next, Some(&layer), told, run).await });
    }
}
