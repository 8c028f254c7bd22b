//! What the player does, for those who cannot see it.

use leptos::prelude::*;

use crate::text::shown;
use crate::ui::player::playback::playback;
use crate::ui::state::library::current_library;
use crate::video::clock;
use crate::video::player::{Activity, Moment, Phase};

/// Says where the player goes, and when it stops or goes on.
#[component]
pub fn PlayerAnnouncement() -> impl IntoView {
    let (playback, current_library) = (playback(), current_library());
    let player = playback.player();
    // Not the player's time, which would be said all the while.
    let state = Memo::new(move |_| {
        let player = player.read();
        let is_ready = matches!(player.phase(), Phase::Ready(_));
        let target = player.target_secs().filter(|_| is_ready && !player.is_away())?;
        player.moment().map(|moment| (Moment { seconds: target, ..moment }, player.activity()))
    });
    let text = move || {
        let Some((moment, activity)) = state.get() else { return String::new() };
        match activity {
            Activity::Paused => return "Paused".to_owned(),
            Activity::Ended => return "The video is over".to_owned(),
            Activity::Waiting | Activity::Playing => {}
        }
        let track = playback.following().track().read_untracked();
        let library = current_library.read_untracked();
        let point = track.said_at(f64::from(moment.seconds)).first();
        let said = point.filter(|point| point.moment.seconds == moment.seconds);
        let claim = said.and_then(|point| library.claim(&point.note, point.claim));
        let time = ["Playing from ", &clock(moment.seconds)].concat();
        match claim {
            Some((_, claim)) => [&time, ": ", &*shown(&claim.text)].concat(),
            None => time,
        }
    };
    view! { <p class="visually-hidden" aria-live="polite" prop:textContent=text></p> }.into_any()
}
