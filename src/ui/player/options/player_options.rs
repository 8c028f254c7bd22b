//! The options of the player: a button with a card.

use leptos::prelude::*;

use crate::anchor::Anchor;
use crate::ui::player::player_chunk;
use crate::ui::widgets::floating_card::FloatingCard;
use crate::ui::widgets::icon::{Icon, icon};
use crate::ui::widgets::late::late_view::late;

/// The options of the player.
#[component]
pub fn PlayerOptions() -> impl IntoView {
    let button = view! {
        <summary class="icon-button" title="Player options" aria-label="Player options">
            {icon(Icon::More)}
        </summary>
    }
    .into_any();
    view! {
        <FloatingCard anchor=Anchor::PlayerOptions class="player-options" button>
            {late(|| Box::pin(player_chunk::player::player_options()))}
        </FloatingCard>
    }
    .into_any()
}
