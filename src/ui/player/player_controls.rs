//! How what plays is watched: how fast, and whether its clip begins again and again.

use leptos::prelude::*;

use crate::ui::state::environment::environment;
use crate::ui::widgets::icon::{Icon, icon};
use crate::video::player::pace::{Pace, Speed};

use super::playback::playback;

/// Speed and loop.
#[component]
pub fn PlayerControls() -> impl IntoView {
    let (playback, environment) = (playback(), environment());
    let pace = environment.pace;
    let speeds: Vec<AnyView> = Speed::ALL
        .into_iter()
        .map(|speed| {
            let is_chosen = move || pace.read().speed == speed;
            view! { <option value=speed.to_text() prop:selected=is_chosen>{speed.label()}</option> }
                .into_any()
        })
        .collect();
    let player = playback.player();
    let is_looped = Memo::new(move |_| player.read().stretch().is_some());
    view! {
        <select
            class="player-speed"
            aria-label="Speed"
            title="Speed (< slower, > faster)"
            translate="no"
            on:change=move |event| {
                let speed = Speed::from_text(&event_target_value(&event));
                environment.choose_pace(Pace { speed, ..pace.get_untracked() });
            }
        >
            {speeds}
        </select>
        <button
            type="button"
            class="icon-button player-loop" data-anchor="player-loop"
            title="Play this clip again and again"
            aria-label="Play this clip again and again"
            aria-pressed=move || is_looped.get().to_string()
            on:click=move |_| playback.toggle_loop()
        >
            {icon(Icon::Loop)}
        </button>
    }
    .into_any()
}
