//! The spoken line under the player, while a video plays that has a transcript.

use std::sync::Arc;

use leptos::prelude::*;

use crate::text::shown;
use crate::ui::player::playback::playback;
use crate::ui::state::library::current_library;
use crate::vault::SpokenLines;

/// What is said now, by the video's transcript. It is no live region: the voice says the same.
#[component]
pub fn TranscriptLine() -> impl IntoView {
    let (playback, libraries) = (playback(), current_library());
    let (player, video) = (playback.player(), playback.following().video());
    let lines = Memo::new(move |_| {
        let lines = |video| SpokenLines::of(&libraries.read().vault, video);
        Arc::new(video.get().map(lines).unwrap_or_default())
    });
    // The player tells its time several times a second, and the line changes rarely.
    let line = Memo::new(move |_| {
        let player = player.read();
        let position_secs = player.position_secs().filter(|_| !player.is_away())?;
        lines.read().said_at(position_secs).cloned()
    });
    move || {
        let (line, library) = (line.get()?, libraries.get());
        let (_, claim) = library.claim(&line.note, line.claim)?;
        let text = shown(&claim.text).into_owned();
        Some(
            view! { <p class="spoken-line" data-anchor="spoken-line" prop:textContent=text></p> }
                .into_any(),
        )
    }
}
