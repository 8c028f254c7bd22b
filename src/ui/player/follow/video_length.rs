//! Once the length of a video is known, all times of it are read by that, wherever they stand.

use std::sync::{Arc, OnceLock};

use leptos::prelude::*;

use crate::ui::state::library::Library;
use crate::ui::state::view::View;
use crate::vault::Moved;
use crate::video::{VideoId, whole_secs};

use super::following::Following;

/// What was read by a length: whose notes, of which video, how long it is, and what that changed.
type Read = (Arc<Library>, VideoId, u32, Moved);

/// Reads by what is heard of a length: of which video, how long it is in seconds; what was read before; and whose notes.
type LengthReader = fn(VideoId, f64, Option<Read>, RwSignal<Arc<Library>>, View) -> Option<Read>;

/// That, once it is there. It comes with what plays: without it no length is heard.
static READER: OnceLock<LengthReader> = OnceLock::new();

/// Says that lengths that are heard can be read by.
pub fn have_length_reader() {
    // It is always the same.
    let _ = READER.set(read);
}

/// Reads all times of the player's video anew when its length is heard: in the notes and the matrix,
/// in the address and the queue. Where no note of it says something else then, which is nearly
/// always so, nothing is drawn anew.
pub fn read_by_length(current_library: RwSignal<Arc<Library>>, view: View, following: Following) {
    #[cfg(not(feature = "chunks"))]
    have_length_reader();
    Effect::new(move |before: Option<Option<Read>>| {
        let before = before.flatten();
        let heard = following.video().get().zip(following.length().get());
        current_library.track();
        match heard.zip(READER.get()) {
            Some(((video, secs), read)) => read(video, secs, before, current_library, view),
            None => before,
        }
    });
}

fn read(
    video: VideoId,
    length_secs: f64,
    before: Option<Read>,
    current_library: RwSignal<Arc<Library>>,
    view: View,
) -> Option<Read> {
    let library = current_library.get_untracked();
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
}
