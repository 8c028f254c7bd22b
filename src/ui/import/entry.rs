//! The doors through which notes come in. What is behind them comes with a chunk of the program, which is asked for
//! when somebody is at the door.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::files::pick::PickedItem;
use crate::browser::page::paste::ClipboardContent;
use crate::matrix::MarkToWrite;
use crate::ui::state::view::View;
use crate::ui::widgets::late::in_chunk::{NotHere, Work};
use crate::vault::Mode;

use super::add_chunk;
use super::note_import::{ImportOutcome, ImportPhase, NoteImport};
use super::proofs::ProofClip;

impl NoteImport {
    /// Takes what was chosen or dropped.
    pub fn take_items(self, items: Vec<PickedItem>) {
        if items.is_empty() || self.is_busy() {
            return;
        }
        let run = self.begin();
        self.tell(run, ImportPhase::Looking(0));
        self.enter(Box::pin(async move {
            add_chunk::add::look_through(self, items, run).await?.await;
            Ok(())
        }));
    }

    /// Takes a table that was pasted, and asks about it; nothing where it is none, or something is going on.
    pub fn take_pasted(self, clip: ClipboardContent) {
        if !self.is_busy() {
            self.enter(Box::pin(async move {
                add_chunk::add::take_pasted(self, clip).await.map(|_| ())
            }));
        }
    }

    /// Takes a video that was shared, as the query of the page's address tells of it.
    pub(super) fn take_shared(self, query: String, view: View) {
        self.enter(Box::pin(add_chunk::add::open_shared(self, query, view)));
    }

    /// Adds the example, which is undone like any other note.
    pub fn try_example(self) {
        if !self.is_busy() {
            self.enter(Box::pin(add_chunk::add::add_example(self)));
        }
    }

    /// Lets a clip stand as proof of what a ladder expects.
    pub fn choose_proof(self, clip: ProofClip) {
        if !self.is_busy() {
            self.enter(Box::pin(add_chunk::add::choose_proof(self, clip)));
        }
    }

    /// Takes such a choice back.
    pub fn take_proof_back(self, clip: ProofClip) {
        if !self.is_busy() {
            self.enter(Box::pin(add_chunk::add::take_proof_back(self, clip)));
        }
    }

    /// Writes a mark into a note that the reader added, and reads it anew.
    pub fn mark(self, path: String, mark: MarkToWrite) {
        if !self.is_busy() {
            self.enter(Box::pin(add_chunk::add::mark(self, path, mark)));
        }
    }

    /// The reader's answer: what is to become of what was chosen, and whether large files are read, or a table
    /// that was pasted is a ladder.
    pub fn answer(self, mode: Mode, is_ticked: bool) {
        self.enter(Box::pin(add_chunk::add::answer(self, mode, is_ticked)));
    }

    /// Goes back to the notes before the last change.
    pub fn undo(self) {
        self.enter(Box::pin(add_chunk::add::undo(self)));
    }

    /// Goes back to the notes that the page came with.
    pub fn put_away(self) {
        if !self.is_busy() {
            self.enter(Box::pin(add_chunk::add::put_away(self)));
        }
    }

    fn enter(self, work: Work<Result<(), NotHere>>) {
        spawn_local(async move {
            if let Err(NotHere) = work.await {
                let text = "The part of this page that reads notes did not arrive: check the connection, and \
                            try again. Nothing was changed.";
                self.phase.try_set(ImportPhase::Told(ImportOutcome::of(text.to_owned())));
            }
        });
    }
}
