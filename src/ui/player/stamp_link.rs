//! A moment of a video as a link: every time on the page is one of these.

use leptos::prelude::*;

use crate::matrix::SkillId;
use crate::note::{NoteId, Stamp};
use crate::ui::state::environment::environment;
use crate::ui::state::view::{View, open_note, open_skill, view};
use crate::video::{clock, watch_url};

use super::playback::playback;

/// What a click opens beside the player, where there is room for both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Opens {
    /// What is open stays open.
    #[default]
    Nothing,
    /// The skill that the moment is about.
    Skill(SkillId),
    /// The note that has it.
    Note(NoteId),
}

/// A moment of a video. It plays in the page where that can be, else it opens YouTube.
#[component]
pub fn StampLink(
    /// The moment.
    stamp: Stamp,
    /// What it is about, for those who hear links out of their place.
    #[prop(optional, into)]
    about: String,
    /// What a click opens beside the player.
    #[prop(optional)]
    opens: Opens,
) -> impl IntoView {
    let seconds = stamp.seconds;
    let time = clock(seconds);
    let Some(moment) = stamp.moment() else {
        return view! {
            <span class="stamp-text" translate="no" title="The note names no video, so this time cannot be played">
                {time}
                <span class="visually-hidden">" (the note names no video)"</span>
            </span>
        }
        .into_any();
    };
    if stamp.is_past_end {
        return view! {
            <span class="stamp-text" title="The video ends before this time">
                {[&time, " past the end"].concat()}
            </span>
        }
        .into_any();
    }
    let playback = playback();
    let (view, environment) = (view(), environment());
    let about = if about.is_empty() { String::new() } else { [": ", &about].concat() };
    let label = {
        let (playback, time) = (playback.clone(), time.clone());
        move || {
            let verb =
                if playback.plays_inside(moment.video) { "Play " } else { "Open YouTube at " };
            [verb, &time, &about].concat()
        }
    };
    let current = {
        let playback = playback.clone();
        move || playback.is_chosen(moment).then_some("true")
    };
    view! {
        <a
            class="stamp"
            translate="no"
            href=watch_url(moment.video, seconds)
            target="_blank"
            rel="noopener"
            data-seconds=seconds.to_string()
            aria-label=label
            aria-current=current
            on:click=move |click| {
                if playback.take_click(&click, moment) {
                    follow(view, seconds, &opens, environment.is_wide.get_untracked());
                }
            }
        >
            {time}
        </a>
    }
    .into_any()
}

/// Takes a moment that plays into the view.
pub fn follow(view: View, seconds: u32, opens: &Opens, is_wide: bool) {
    view.change(|state| {
        match opens {
            // On a narrow page it would cover what the reader is looking at.
            Opens::Skill(skill) if is_wide => open_skill(state, skill),
            Opens::Note(note) if is_wide => open_note(state, note, None),
            _ => {}
        }
        state.seconds = Some(seconds);
    });
}
