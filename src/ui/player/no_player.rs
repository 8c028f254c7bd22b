//! What stands in the player's place where nothing can play in it: one line, and the way to play a
//! recording of one's own.

use leptos::prelude::*;

use crate::browser::page::surroundings::PlayerAvailability;
use crate::ui::state::environment::environment;
use crate::video::VideoId;

use super::options::local_media::PlayItHere;

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
            <span class="outside-own"><span>"Have the recording?"</span> <PlayItHere video/></span>
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
