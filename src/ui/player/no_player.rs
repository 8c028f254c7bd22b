//! What stands in the player's place where nothing can play in it: one line, and the way to play a
//! recording of one's own.

use leptos::prelude::*;

use crate::browser::page::surroundings::PlayerAvailability;
use crate::ui::state::environment::environment;
use crate::ui::widgets::fresh::fresh;
use crate::ui::widgets::late::at_rest::is_at_rest;
use crate::ui::widgets::late::late_view::{Arriving, Meanwhile, late_with};
use crate::video::VideoId;

use super::player_chunk::player;

/// The line in the player's place where YouTube's player cannot be.
#[component]
pub fn NoPlayer(
    /// The video of which the reader may have a recording.
    video: Option<VideoId>,
) -> impl IntoView {
    let environment = environment();
    let text = move || match environment.availability.get() {
        PlayerAvailability::Offline => "There is no network: times open YouTube once there is.",
        PlayerAvailability::FromFile => "Times open YouTube in one tab.",
        PlayerAvailability::Sandboxed => {
            "The page around this one lets no video play: times open YouTube."
        }
        PlayerAvailability::Inside | PlayerAvailability::LeftOut => "Times open YouTube.",
    };
    let own = video.map(|video| {
        view! {
            <span class="outside-own">
                <span>"Have the recording?"</span>
                {fresh(is_at_rest, move |is_at_rest| match is_at_rest {
                    true => {
                        let draw = move || Box::pin(player::play_it_here(video)) as Arriving;
                        late_with(draw, Meanwhile { coming: room, ..Meanwhile::default() })
                    }
                    false => room(),
                })}
            </span>
        }
        .into_any()
    });
    view! {
        <div class="outside">
            <p role="note" prop:textContent=text></p>
            {own}
        </div>
    }
    .into_any()
}

/// The button as long as it cannot be pressed.
fn room() -> AnyView {
    view! { <button type="button" class="button" disabled>"Play it here"</button> }.into_any()
}
