//! A button that plays what is shown: a skill, a level's skills, what a search has found.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use crate::note::{ClaimId, NoteId};
use crate::vault::clip::{self, Clip};

use crate::ui::found::search;
use crate::ui::icon::{Icon, icon};
use crate::ui::shelf::shelves;
use crate::ui::view::view;

use super::queue::queue;

/// Claims that are shown, and what to call them.
pub(in crate::ui) type Shown = (Vec<(NoteId, ClaimId)>, String);

/// How long typing has to pause before it is found out what would play, in milliseconds: the ends
/// of clips are looked for in all notes of their videos.
const PAUSE_MS: u32 = 300;

/// A button that plays claims one after the other. Nothing where none of them has a time.
#[component]
pub(in crate::ui) fn PlayThese(
    /// The claims, and what to call them, such as “for the 4 senior skills”. They follow from the
    /// search, the filters and the order alone.
    shown: Signal<Shown>,
) -> impl IntoView {
    let (queue, shelves, search, view) = (queue(), shelves(), search(), view());
    let now = move || -> (Vec<Clip>, String) {
        untrack(|| {
            let (claims, name) = shown.get();
            let claims = claims.iter().map(|(note, claim)| (note, *claim));
            let list = clip::clips_of(&shelves.read().vault, claims);
            let text = [&clip::duration_in_words(&list), " ", &name].concat();
            (list, text)
        })
    };
    let offered = RwSignal::new(now());
    // A newer timer ends the one before it.
    let timer = StoredValue::new_local(None::<Timeout>);
    Effect::new(move |before: Option<()>| {
        search.found.track();
        search.painted.track();
        view.filter.track();
        view.sort.track();
        if before.is_none() {
            return;
        }
        // What was not there yet comes with what it plays, and not after it.
        if offered.read_untracked().0.is_empty() {
            offered.set(now());
        } else {
            timer.set_value(Some(Timeout::new(PAUSE_MS, move || {
                offered.try_set(now());
            })));
        }
    });
    move || {
        let offered = offered.read();
        if offered.0.is_empty() {
            return None;
        }
        let (text, queue) = (offered.1.clone(), queue.clone());
        Some(
            view! {
                <button
                    type="button"
                    class="button play-these"
                    on:click=move |_| queue.play(&now().0)
                >
                    {icon(Icon::Play)} <span>"Play these"</span> <span class="quiet">{text}</span>
                </button>
            }
            .into_any(),
        )
    }
}
