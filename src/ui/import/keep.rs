//! Keeping the reader's notes over reloads, where the browser lets the page.

use leptos::prelude::*;

use crate::browser::BrowserError;
use crate::browser::storage::note_store::NoteStore;
use crate::browser::storage::store;
use crate::vault::{Collection, Mode};

use super::note_import::{NoteImport, NotesOrigin};

impl NoteImport {
    /// Keeps these notes; those of `spare` stay written, for the reader may come back to them.
    pub async fn keep(self, notes: &Collection, spare: &Collection) -> NotesOrigin {
        let is_own = !notes.layers().is_empty();
        let note_store = self.state.with_value(|state| state.note_store.clone());
        let written = match &note_store {
            Some(note_store) => write(note_store, notes, spare).await,
            None => Err(None),
        };
        match written {
            _ if !is_own => NotesOrigin::Page,
            Ok(()) => {
                store::ask_to_last();
                NotesOrigin::Kept
            }
            Err(why) => NotesOrigin::Tab(why),
        }
    }
}

async fn write(
    note_store: &NoteStore,
    notes: &Collection,
    spare: &Collection,
) -> Result<(), Option<String>> {
    let written = write_all(note_store, notes, spare).await;
    if written.is_err() {
        // What was kept before still counts; what was written in part is in nobody's way.
        let _ = note_store.count(&names(spare), &[]).await;
    }
    written.map_err(|error| Some(error.to_string()))
}

async fn write_all(
    note_store: &NoteStore,
    notes: &Collection,
    spare: &Collection,
) -> Result<(), BrowserError> {
    for layer in notes.layers() {
        if !note_store.holds(&layer.id).await? {
            note_store.write(layer).await?;
        }
    }
    let spare: Vec<&str> = spare.layers().iter().map(|layer| layer.id.as_str()).collect();
    note_store.count(&names(notes), &spare).await
}

fn names(notes: &Collection) -> Vec<(&str, Mode)> {
    notes.layers().iter().map(|layer| (layer.id.as_str(), layer.mode)).collect()
}
