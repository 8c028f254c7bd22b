//! Which chunks of the program are fetched before somebody waits for them.

use crate::browser::page::address;
use crate::browser::storage::progress_store::ProgressStore;
use crate::ui::player::player_chunk::player;
use crate::ui::queue::queue_chunk::queue;
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
    let has_list = !ProgressStore::open(form).load().0.list.items().is_empty();
    let fetched = async || {
        if view.panel == Some(Panel::Problems) {
            problems::fetch().await?;
        }
        if is_opened {
            opened::fetch().await?;
        }
        if view.compare.is_some() {
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

/// Fetches what plays: it is what one comes for, and nothing of it may be waited for. Then what has waited is drawn.
pub async fn fetch_player() {
    // What does not come says so where it is drawn, and is asked for again with the first moment.
    if address::options().player == PlayerPlace::Inside {
        let _ = player::have_player().await;
    }
    come_to_rest();
}

/// Fetches what a reader is likely to ask for next.
pub async fn fetch_next() {
    // It is asked for again where it is wanted.
    let _ = opened::fetch().await;
    let _ = results::fetch().await;
    let _ = queue::fetch().await;
}
