//! Keeping the reader's notes over reloads, where the browser lets the page.

use leptos::prelude::*;

use crate::browser::BrowserError;
use crate::browser::storage::note_store::Kept;
use crate::browser::storage::store;
use crate::vault::{Collection, Mode};

use super::intake::{Intake, Standing};

impl Intake {
    /// Keeps these notes; those of `spare` stay written, for the reader may come back to them.
    pub async fn keep(self, notes: &Collection, spare: &Collection) -> Standing {
        let is_own = !notes.layers().is_empty();
        let kept = self.held.with_value(|held| held.kept.clone());
        let written = match &kept {
            Some(kept) => write(kept, notes, spare).await,
            None => Err(None),
        };
        match written {
            _ if !is_own => Standing::Page,
            Ok(()) => {
                store::ask_to_last();
                Standing::Kept
            }
            Err(why) => Standing::Tab(why),
        }
    }
}

async fn write(kept: &Kept, notes: &Collection, spare: &Collection) -> Result<(), Option<String>> {
    let written = write_all(kept, notes, spare).await;
    if written.is_err() {
        // What was kept before still counts; what was written in part is in nobody's way.
        let _ = kept.count(&names(spare), &[]).await;
    }
    written.map_err(|error| Some(error.to_string()))
}

async fn write_all(
    kept: &Kept,
    notes: &Collection,
    spare: &Collection,
) -> Result<(), BrowserError> {
    for layer in notes.layers() {
        if !kept.holds(&layer.id).await? {
            kept.write(layer).await?;
        }
    }
    let spare: Vec<&str> = spare.layers().iter().map(|layer| layer.id.as_str()).collect();
    kept.count(&names(notes), &spare).await
}

fn names(notes: &Collection) -> Vec<(&str, Mode)> {
    notes.layers().iter().map(|layer| (layer.id.as_str(), layer.mode)).collect()
}
