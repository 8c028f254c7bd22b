//! Once the length of a video is known, all times of it are read by that, wherever they stand.

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::state::library::Library;
use crate::ui::state::view::View;
use crate::vault::Moved;
use crate::video::{VideoId, whole_secs};

use super::following::Following;

/// What was read by a length: whose notes, of which video, how long it is, and what that changed.
type Read = (Arc<Library>, VideoId, u32, Moved);

/// Reads all times of the player's video anew when its length is heard: in the notes and the matrix,
/// in the address and the queue. Where no note of it says something else then, which is nearly
/// always so, nothing is drawn anew.
pub fn read_by_length(current_library: RwSignal<Arc<Library>>, view: View, following: Following) {
    Effect::new(move |before: Option<Option<Read>>| {
        let before = before.flatten();
        let heard = following.video().get().zip(following.length().get());
        let library = current_library.get();
        let Some((video, length_secs)) = heard else { return before };
        let is_read = |read: &Read| {
            Arc::ptr_eq(&read.0, &library) && read.1 == video && read.2 == whole_secs(length_secs)
        };
        if before.as_ref().is_some_and(is_read) {
            return before;
        }
        let Some((next, moved)) = library.with_length(video, length_secs) else { return before };
        let next = Arc::new(next);
        // A player tells the length again and again, and never quite the same.
        let is_same = |read: &Read| {
            Arc::ptr_eq(&read.0, &library)
                && read.1 == video
                && (moved.stamps, moved.past_end) == (0, read.3.past_end)
        };
        if before.as_ref().is_some_and(is_same) {
            return before;
        }
        view.refine(|state| next.name_anew(state, video));
        current_library.set(Arc::clone(&next));
        Some((next, video, whole_secs(length_secs), moved))
    });
}
