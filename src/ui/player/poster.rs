//! The player's front before anything is loaded: what would be heard first, and the button for it.

use leptos::prelude::*;

use crate::text::{shortened, shown};
use crate::ui::state::environment::environment;
use crate::ui::state::library::current_library;
use crate::ui::state::view::{Opened, view};
use crate::ui::widgets::icon::{Icon, icon};
use crate::video::{clock, watch_url};

use super::follow::cued::{CueReason, Cued};
use super::playback::playback;
use super::stamp_link::{Opens, follow};

/// The longest text on it, in characters.
const LONGEST_WORDS: usize = 180;

/// The player's front before anything is loaded.
#[component]
pub fn Poster(
    /// What it plays.
    cued: Cued,
) -> impl IntoView {
    let (view, playback) = (view(), playback());
    let library = current_library().get_untracked();
    let Cued { cue, reason } = cued;
    let moment = cue.moment;
    let skill = cue.skill.as_ref().and_then(|id| library.matrix.skill(id));
    let about = match (reason, skill) {
        (CueReason::First, Some(skill)) => ["First on the list · ", &skill.name].concat(),
        (CueReason::Asked, Some(skill)) => skill.name.clone(),
        (CueReason::LeftOff, _) => "Where you left off".to_owned(),
        (CueReason::First | CueReason::Asked, None) => String::new(),
    };
    let about = (!about.is_empty())
        .then(|| view! { <p class="poster-about" translate="no">{about}</p> }.into_any());
    let words = shortened(&shown(&cue.words), LONGEST_WORDS);
    let note = library.vault.note(&cue.note);
    let title = note.map(|note| note.title.clone()).filter(|title| *title != cue.words);
    let title = title.map(|title| view! { <span>{title} " · "</span> }.into_any());
    let label = match (reason, moment.seconds) {
        (CueReason::LeftOff, seconds) => ["Go on at ", &clock(seconds)].concat(),
        (_, 0) => "Play from the start".to_owned(),
        (_, seconds) => ["Play from ", &clock(seconds)].concat(),
    };
    let opens = match cue.skill {
        // What is open already stays.
        _ if *view.opened.read_untracked() != Opened::Nothing => Opens::Nothing,
        Some(skill) => Opens::Skill(skill),
        None => Opens::Note(cue.note),
    };
    let is_wide = environment().is_wide;
    view! {
        <div class="poster">
            {about}
            <p class="poster-words" dir="auto">{words}</p>
            <div class="poster-foot">
                <a
                    class="poster-play" data-anchor="poster-play"
                    href=watch_url(moment.video, moment.seconds)
                    target="_blank"
                    rel="noopener"
                    on:click=move |click| {
                        if playback.take_click(&click, moment) && moment.seconds > 0 {
                            follow(view, moment.seconds, &opens, is_wide.get_untracked());
                        }
                    }
                >
                    {icon(Icon::Play)} <span>{label}</span>
                </a>
                <p class="poster-origin">{title} "YouTube hears of you only after your click"</p>
            </div>
        </div>
    }
    .into_any()
}
