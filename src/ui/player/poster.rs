//! The player's front before anything is loaded: the title and a play button of our own.

use leptos::prelude::*;

use crate::ui::state::library::current_library;
use crate::ui::state::view::view;
use crate::ui::widgets::icon::{Icon, icon};
use crate::video::player::Moment;
use crate::video::{clock, watch_url};

use super::playback::playback;
use super::stamp_link::{Opens, follow};

/// The player's front before anything is loaded.
#[component]
pub fn Poster(
    /// What it plays.
    moment: Moment,
) -> impl IntoView {
    let (view, playback) = (view(), playback());
    let current_library = current_library();
    let title = move || current_library.read().title_of(moment.video).unwrap_or("Video").to_owned();
    let inside = {
        let playback = playback.clone();
        Memo::new(move |_| playback.plays_inside(moment.video))
    };
    let hint = move || match (inside.get(), moment.seconds) {
        (true, 0) => "Play from the start".to_owned(),
        (true, seconds) => ["Play from ", &clock(seconds)].concat(),
        (false, 0) => "Open on YouTube".to_owned(),
        (false, seconds) => ["Open YouTube at ", &clock(seconds)].concat(),
    };
    let origin = move || {
        inside.get().then(|| {
            let text = "Loads the video from YouTube; nothing is loaded before.";
            view! { <span class="poster-origin">{text}</span> }.into_any()
        })
    };
    let go_on = {
        let playback = playback.clone();
        move || {
            let seconds =
                playback.last_seen(moment.video).filter(|&last| last != moment.seconds)?;
            let last = Moment { seconds, two_ways: None, ..moment };
            let playback = playback.clone();
            Some(
                view! {
                    <a
                        class="poster-go-on"
                        href=watch_url(moment.video, seconds)
                        target="_blank"
                        rel="noopener"
                        on:click=move |click| {
                            if playback.take_click(&click, last) {
                                follow(view, seconds, &Opens::Nothing, false);
                            }
                        }
                        prop:textContent=["Go on at ", &clock(seconds)].concat()
                    ></a>
                }
                .into_any(),
            )
        }
    };
    view! {
        <a
            class="poster"
            href=watch_url(moment.video, moment.seconds)
            target="_blank"
            rel="noopener"
            on:click=move |click| {
                if playback.take_click(&click, moment) && moment.seconds > 0 {
                    follow(view, moment.seconds, &Opens::Nothing, false);
                }
            }
        >
            <span class="poster-button">{icon(Icon::Play)}</span>
            <span class="poster-title" prop:textContent=title></span>
            <span class="poster-hint" prop:textContent=hint></span>
            {origin}
        </a>
        {go_on}
    }
    .into_any()
}
