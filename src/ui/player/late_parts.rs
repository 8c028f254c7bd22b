//! Where parts of the player stand that come with its chunk.

use leptos::prelude::*;

use crate::browser::player::has_player;
use crate::ui::widgets::fresh::fresh;
use crate::ui::widgets::late::at_rest::is_at_rest;
use crate::ui::widgets::late::late_view::{Arriving, Meanwhile, late_with};
use crate::video::player::Phase;

use super::playback::playback;
use super::player_chunk::player;

/// What stands under the player's screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum UnderScreen {
    /// Nothing: notes say nothing in the video.
    Nothing,
    /// What is as high as the timeline.
    Room,
    /// The timeline.
    Timeline,
}

/// The timeline once the page is at rest or something plays, and room for it before.
#[component]
pub fn TimelinePlace() -> impl IntoView {
    let playback = playback();
    let track = playback.following().track();
    let is_up = playback.is_up();
    let under = move || match () {
        () if track.read().points().is_empty() => UnderScreen::Nothing,
        () if is_up.get() || is_at_rest() => UnderScreen::Timeline,
        () => UnderScreen::Room,
    };
    fresh(under, |under| match under {
        UnderScreen::Nothing => ().into_any(),
        UnderScreen::Room => room(),
        UnderScreen::Timeline => late_with(
            || Box::pin(player::timeline()),
            Meanwhile { coming: room, ..Meanwhile::default() },
        ),
    })
}

/// The timeline without a tick: nothing moves when it comes.
fn room() -> AnyView {
    view! {
        <div class="timeline" aria-hidden="true">
            <span class="timeline-end">"0:00"</span>
            <svg class="timeline-line" width="100%" height="28"></svg>
            <span class="timeline-end"></span>
            <p class="timeline-said"></p>
        </div>
    }
    .into_any()
}

/// What is there as long as something plays, or could go on.
pub fn while_up(draw: impl Fn() -> Arriving + Clone + Send + Sync + 'static) -> AnyView {
    let playback = playback();
    let (is_up, player) = (playback.is_up(), playback.player());
    // Where what plays did not come, the player's place says so: once is enough.
    let is_lost = move || matches!(player.read().phase(), Phase::Failed(_)) && !has_player();
    fresh(
        move || is_up.get() && !is_lost(),
        move |is_there| match is_there {
            true => {
                let coming = || ().into_any();
                late_with(draw.clone(), Meanwhile { coming, ..Meanwhile::default() })
            }
            false => ().into_any(),
        },
    )
}
