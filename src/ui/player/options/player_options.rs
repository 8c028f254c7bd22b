//! The options of the player: a button with a card.

use leptos::prelude::*;

use crate::anchor::Anchor;
use crate::ui::player::player_chunk::player;
use crate::ui::widgets::floating_card::FloatingCard;
use crate::ui::widgets::fresh::fresh;
use crate::ui::widgets::icon::{Icon, icon};
use crate::ui::widgets::late::late_view::late;

/// The options of the player. They come with what plays, and are drawn once somebody wants them.
#[component]
pub fn PlayerOptions() -> impl IntoView {
    let is_open = RwSignal::new(false);
    let was_opened = Memo::new(move |before| before.copied().unwrap_or_default() || is_open.get());
    let button = view! {
        <summary class="icon-button" title="Player options" aria-label="Player options">
            {icon(Icon::More)}
        </summary>
    }
    .into_any();
    view! {
        <FloatingCard anchor=Anchor::PlayerOptions class="player-options" button is_open>
            {fresh(move || was_opened.get(), |was_opened| match was_opened {
                true => late(|| Box::pin(player::player_options())),
                false => ().into_any(),
            })}
        </FloatingCard>
    }
    .into_any()
}
