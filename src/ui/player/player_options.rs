//! Where videos come from: when YouTube's player is loaded, and files of the reader's own.

use leptos::html::Details;
use leptos::prelude::*;

use crate::browser::page::focus;
use crate::browser::page::listen::Dismissal;
use crate::browser::page::surroundings::PlayerAvailability;
use crate::browser::storage::settings::Loading;
use crate::ui::state::environment::environment;
use crate::ui::widgets::floating::put_away_by_hand;
use crate::ui::widgets::icon::{Icon, icon};

use super::local_media::OwnMedia;
use super::playback::playback;

/// The options of the player.
#[component]
pub fn PlayerOptions() -> impl IntoView {
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
    let (card, is_open) = (NodeRef::<Details>::new(), RwSignal::new(false));
    put_away_by_hand(".player-options", is_open.into(), move |how| {
        let Some(card) = card.get_untracked() else { return false };
        let had_focus = focus::is_in(&card);
        card.set_open(false);
        if how == Dismissal::Escape && had_focus {
            focus::give_first(&card, "summary");
        }
        true
    });
    let own = move || following.video().get().map(|video| view! { <OwnMedia video/> }.into_any());
    view! {
        <details
            class="player-options"
            node_ref=card
            on:toggle=move |_| is_open.set(card.get_untracked().is_some_and(|card| card.open()))
        >
            <summary class="icon-button" title="Player options" aria-label="Player options">
                {icon(Icon::More)}
            </summary>
            <div class="player-options-list">{from_youtube} {own}</div>
        </details>
    }
    .into_any()
}
