//! Fetches what lies beside the page and is not kept yet, piece by piece; what was kept stays, whenever it ends.

use std::cell::Cell;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::files::beside::Coming;
use crate::browser::storage::kept_pieces::{KeptPieces, NotKept};
use crate::export::page::beside::{BesideFiles, VaultPiece};
use crate::export::page::snapshot::shards_of_index;
use crate::ui::state::texts_beside;

/// How many files are on their way at a time: hosts take about so many from one browser.
const AT_A_TIME: usize = 6;

/// How far the keeping is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum KeepStage {
    /// Nobody has asked for it.
    #[default]
    Asked,
    /// Files come.
    Working(KeptSoFar),
    /// All are kept.
    Kept,
    /// The reader stopped it, or something did: why, in words.
    Stopped(KeptSoFar, Option<String>),
}

/// How many files are kept, of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KeptSoFar {
    pub done: usize,
    /// 0 as long as that is not known.
    pub all: usize,
}

thread_local! {
    /// It goes on while the dialog is closed.
    static STAGE: ArcRwSignal<KeepStage> = ArcRwSignal::new(KeepStage::Asked);
    /// Which keeping is the one that goes on: an earlier one still waits for its last files after “Cancel”.
    static RUN: Cell<u32> = const { Cell::new(0) };
}

/// Ends the keeping that goes on, and gives the number of the next.
fn next_run() -> u32 {
    RUN.set(RUN.get().wrapping_add(1));
    RUN.get()
}

/// How far it is.
pub fn stage() -> ArcRwSignal<KeepStage> {
    STAGE.with(Clone::clone)
}

/// Begins, or goes on.
pub fn begin() {
    let stage = stage();
    let is_working = matches!(*stage.read_untracked(), KeepStage::Working(_));
    let Some(files) = texts_beside::files().filter(|_| !is_working) else { return };
    stage.set(KeepStage::Working(KeptSoFar::default()));
    let run = next_run();
    spawn_local(async move {
        let mut so_far = KeptSoFar::default();
        let says = |so_far| {
            let goes_on = RUN.get() == run;
            if goes_on {
                stage.set(KeepStage::Working(so_far));
            }
            goes_on
        };
        let ended = keep(&files, says, &mut so_far).await;
        if RUN.get() == run {
            stage.set(after(ended, so_far));
        }
    });
}

/// Stops it.
pub fn cancel() {
    next_run();
    stage().update(|stage| {
        if let KeepStage::Working(so_far) = stage {
            *stage = KeepStage::Stopped(*so_far, None);
        }
    });
}

/// How it ended, where the reader did not stop it.
fn after(ended: Result<(), String>, so_far: KeptSoFar) -> KeepStage {
    match ended {
        Ok(()) => KeepStage::Kept,
        Err(why) => KeepStage::Stopped(so_far, Some(why)),
    }
}

/// Keeps all files, or as many as there are until `says` tells that it is not to go on.
async fn keep(
    files: &BesideFiles,
    says: impl Fn(KeptSoFar) -> bool,
    so_far: &mut KeptSoFar,
) -> Result<(), String> {
    let kept = KeptPieces::open().await.map_err(|error| error.to_string())?;
    let index = Coming::of(files.index).bytes().await.map_err(|error| error.to_string())?;
    let shards = shards_of_index(&index).ok_or("the search's index is damaged")?;
    let texts = files.texts.iter().map(|pack| pack.file);
    let first = [files.index, files.links].into_iter();
    let all: Vec<VaultPiece> = first.chain(texts).chain(shards).collect();
    so_far.all = all.len();
    kept.let_stay(&all).await.map_err(|error| no_room(&error.to_string()))?;
    for some in all.chunks(AT_A_TIME) {
        kept.keep(some).await.map_err(|error| match error {
            NotKept::Fetched(error) => error.to_string(),
            NotKept::Stored(error) => no_room(&error.to_string()),
        })?;
        so_far.done += some.len();
        if !says(*so_far) {
            break;
        }
    }
    Ok(())
}

fn no_room(why: &str) -> String {
    ["the browser has no room for more (", why, ")"].concat()
}
