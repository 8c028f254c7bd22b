//! Fetches what lies beside the page and is not kept yet, piece by piece; what was kept stays, whenever it ends.

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
    spawn_local(async move {
        let mut so_far = KeptSoFar::default();
        let ended = keep(&files, &stage, &mut so_far).await;
        if let Some(stage_now) = after(ended, so_far) {
            stage.set(stage_now);
        }
    });
}

/// Stops it.
pub fn cancel() {
    stage().update(|stage| {
        if let KeepStage::Working(so_far) = stage {
            *stage = KeepStage::Stopped(*so_far, None);
        }
    });
}

/// How it ended; `None` where the reader stopped it, who knows.
fn after(ended: Result<bool, String>, so_far: KeptSoFar) -> Option<KeepStage> {
    match ended {
        Ok(true) => Some(KeepStage::Kept),
        Ok(false) => None,
        Err(why) => Some(KeepStage::Stopped(so_far, Some(why))),
    }
}

/// Keeps all files; says whether all are, which they are not where the reader stopped it.
async fn keep(
    files: &BesideFiles,
    stage: &ArcRwSignal<KeepStage>,
    so_far: &mut KeptSoFar,
) -> Result<bool, String> {
    let kept = KeptPieces::open().await.map_err(|error| error.to_string())?;
    let index = Coming::of(files.index).bytes().await.map_err(|error| error.to_string())?;
    let shards = shards_of_index(&index).ok_or("the search's index is damaged")?;
    let texts = files.texts.iter().map(|pack| pack.file);
    let all: Vec<VaultPiece> = std::iter::once(files.index).chain(texts).chain(shards).collect();
    so_far.all = all.len();
    kept.let_stay(&all).await.map_err(|error| no_room(&error.to_string()))?;
    for some in all.chunks(AT_A_TIME) {
        kept.keep(some).await.map_err(|error| match error {
            NotKept::Fetched(error) => error.to_string(),
            NotKept::Stored(error) => no_room(&error.to_string()),
        })?;
        so_far.done += some.len();
        let now = KeepStage::Working(*so_far);
        let goes_on = stage.try_update(|stage| {
            let goes_on = matches!(stage, KeepStage::Working(_));
            if goes_on {
                *stage = now;
            }
            goes_on
        });
        if goes_on != Some(true) {
            return Ok(false);
        }
    }
    Ok(true)
}

fn no_room(why: &str) -> String {
    ["the browser has no room for more (", why, ")"].concat()
}
