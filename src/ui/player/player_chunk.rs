//! What of the player comes with a chunk, when somebody asks for it.

use leptos::prelude::*;

use crate::ui::widgets::late::in_chunk::in_chunk;

use super::failure::FailureNote;
use super::options::player_options_card::PlayerOptionsCard;

in_chunk! {
    /// What of the player is asked for.
    player {
        /// What stands on the card of the player's options.
        fn player_options() -> AnyView {
            view! { <PlayerOptionsCard/> }.into_any()
        }

        /// Why nothing plays.
        fn failure() -> AnyView {
            view! { <FailureNote/> }.into_any()
        }
    }
}
