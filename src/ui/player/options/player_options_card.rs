//! What stands on the card of the player's options: when YouTube's player is loaded, and files of the reader's own.

use leptos::prelude::*;

use crate::browser::page::surroundings::PlayerAvailability;
use crate::browser::storage::settings::Loading;
use crate::ui::state::environment::environment;
use crate::ui::widgets::icon::{Icon, icon};
use crate::video::player::pace::{Lead, Pace};
use crate::video::{clock, watch_url};

use super::local_media::OwnMedia;
use super::this_second::ThisSecond;
use crate::ui::player::playback::playback;

/// What stands on the card of the player's options.
#[component]
pub fn PlayerOptionsCard() -> impl IntoView {
    let (following, environment) = (playback().following(), environment());
    let from_youtube = move || {
        (environment.availability.get() != PlayerAvailability::FromFile).then(|| {
            view! {
                <label class="player-option">
                    <input
                        type="checkbox"
                        prop:checked=move || environment.loading.get() == Loading::Always
                        on:change=move |event| {
                            let always = event_target_checked(&event);
                            environment.choose_loading(match always {
                                true => Loading::Always,
                                false => Loading::OnClick,
                            });
                        }
                    />
                    <span>
                        "Always load the player"
                        <span class="quiet">"YouTube then hears of every visit, before a click."</span>
                    </span>
                </label>
            }
            .into_any()
        })
    };
    let leads: Vec<AnyView> = Lead::ALL
        .into_iter()
        .map(|lead| {
            let label = match lead.secs() {
                0 => "at its second".to_owned(),
                secs => [&secs.to_string(), " s before"].concat(),
            };
            let is_chosen = move || environment.pace.read().lead == lead;
            view! { <option value=lead.to_text() prop:selected=is_chosen>{label}</option> }
                .into_any()
        })
        .collect();
    let choose_lead = move |event| {
        let lead = Lead::from_text(&event_target_value(&event));
        environment.choose_pace(Pace { lead, ..environment.pace.get_untracked() });
    };
    let player = playback().player();
    // Not with every report of the player's time.
    let moment = Memo::new(move |_| player.read().moment());
    let elsewhere = move || {
        moment.get().map(|moment| {
            let text = ["YouTube at ", &clock(moment.seconds)].concat();
            view! {
                <a
                    class="now-link"
                    href=watch_url(moment.video, moment.seconds)
                    target="_blank"
                    rel="noopener"
                >
                    <span prop:textContent=text></span> {icon(Icon::External)}
                </a>
            }
            .into_any()
        })
    };
    let own = move || following.video().get().map(|video| view! { <OwnMedia video/> }.into_any());
    view! {
        {elsewhere}
        <ThisSecond/>
        <label class="player-lead">
            <span>"Start a time"</span>
            <select on:change=choose_lead>{leads}</select>
        </label>
        {from_youtube}
        {own}
    }
    .into_any()
}
