//! That what plays ends before the time it was asked for.

use leptos::prelude::*;

use crate::ui::player::playback::playback;
use crate::video::clock;

/// That what plays ends before the time it was asked for.
#[component]
pub fn PastEnd() -> impl IntoView {
    let playback = playback();
    let player = playback.player();
    let past_end = Memo::new(move |_| {
        let player = player.read();
        player.moment().filter(|_| player.is_past_end())
    });
    move || {
        let moment = past_end.get()?;
        let time = clock(moment.seconds);
        let text = match playback.file_of(moment.video) {
            Some(file) => [&file, " ends before ", &time, ", so nothing plays."].concat(),
            None => ["The video ends before ", &time, "."].concat(),
        };
        let told = view! { <p class="past-end" role="status" prop:textContent=text></p> };
        Some(told.into_any())
    }
}
