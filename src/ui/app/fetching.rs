//! Which chunks of the program are fetched before somebody waits for them.

use crate::browser::page::address;
use crate::browser::storage::progress_store::ProgressStore;
use crate::ui::player::player_chunk::player;
use crate::ui::queue::queue_chunk::queue;
use crate::ui::rating::record_chunk::have_keeper;
use crate::ui::search::results_chunk::results;
use crate::ui::widgets::late::at_rest::come_to_rest;
use crate::ui::widgets::late::in_chunk::NotHere;
use crate::view_state::{Form, Panel, PlayerPlace, ViewState};

use super::opened_chunks::{compare, opened, problems};

/// Fetches what a view shows besides the matrix, so that it is drawn whole and nothing moves.
pub async fn fetch_for(view: &ViewState, form: Form) {
    let is_opened = view.skill.is_some()
        || view.note.is_some()
        || view.topic.is_some()
        || view.panel == Some(Panel::WithoutClip);
    let kept = ProgressStore::open(form);
    let fetched = async || {
        // First, for what is rated stands in the matrix, and nothing else shows that this is lacking.
        let keeper = if kept.holds() { have_keeper().await.ok() } else { None };
        let has_list = keeper.is_some_and(|keeper| !(keeper.load)(&kept).0.list.items().is_empty());
        if view.panel == Some(Panel::Problems) {
            problems::fetch().await?;
        }
        if is_opened {
            opened::fetch().await?;
        }
        if view.compare.is_some() {
            let _ = have_keeper().await;
            compare::fetch().await?;
        }
        if !view.query.is_empty() {
            results::fetch().await?;
        }
        if has_list || !view.queue.is_empty() {
            queue::fetch().await?;
        }
        Ok::<(), NotHere>(())
    };
    // What does not come says so in its place.
    let _ = fetched().await;
}

/// Fetches what plays, which is what one comes for, and what keeps what is rated. Then what has waited is drawn.
pub async fn fetch_soon() {
    // What does not come says so where it is drawn, and is asked for again with the first moment.
    if address::options().player == PlayerPlace::Inside {
        let _ = player::have_player().await;
    }
    // Whoever goes right after rating something is to find it again.
    let _ = have_keeper().await;
    come_to_rest();
}

/// Fetches what a reader is likely to ask for next.
pub async fn fetch_next() {
    // It is asked for again where it is wanted.
    let _ = opened::fetch().await;
    let _ = results::fetch().await;
    let _ = queue::fetch().await;
}
