//! Why the video does not play, and the way to see it all the same.

use leptos::prelude::*;

use crate::ui::widgets::icon::{Icon, icon};
use crate::video::player::{Failure, Phase};
use crate::video::{clock, watch_url};

use super::playback::playback;

/// Why the video does not play.
#[component]
pub fn FailureNote() -> impl IntoView {
    let player = playback().player();
    let failed = Memo::new(move |_| {
        let player = player.read();
        match player.phase() {
            Phase::Failed(failure) => player.moment().map(|moment| (failure, moment)),
            _ => None,
        }
    });
    move || {
        failed.get().map(|(failure, moment)| {
            let link = ["Watch on YouTube at ", &clock(moment.seconds)].concat();
            view! {
                <div class="failure" role="alert">
                    <p prop:textContent=reason(failure)></p>
                    <a
                        class="button"
                        href=watch_url(moment.video, moment.seconds)
                        target="_blank"
                        rel="noopener"
                    >
                        <span prop:textContent=link></span> {icon(Icon::External)}
                    </a>
                </div>
            }
            .into_any()
        })
    }
}

fn reason(failure: Failure) -> String {
    let text = match failure {
        Failure::BadId => {
            "YouTube does not know this video’s id (error 2). The note may have a typo in it."
        }
        Failure::Fault => "YouTube’s player failed twice (error 5).",
        Failure::Gone => "This video was removed or made private (error 100). The notes stay.",
        Failure::NotEmbeddable => {
            "The video’s owner lets it play on YouTube only, not inside other pages (error 101 or 150)."
        }
        Failure::NoReferrer => {
            "YouTube could not see which page this is (error 153), so it does not play here."
        }
        Failure::Silent => {
            "YouTube did not answer within 8 seconds. It may be blocked or slow here; choose the time \
             again to try once more."
        }
        Failure::Unreadable => {
            "This browser cannot play the file you chose. Choose another one, or YouTube, in the \
             player’s options."
        }
        Failure::Other(number) => {
            return ["YouTube’s player stopped with error ", &number.to_string(), "."].concat();
        }
    };
    text.to_owned()
}
