//! A button that plays what is shown: a skill, a level's skills, what a search has found.

use leptos::prelude::*;

use crate::note::{ClaimId, NoteId};
use crate::vault::clip::{self, Clip};

use crate::ui::icon::{Icon, icon};
use crate::ui::shelf::shelves;

use super::queue::queue;

/// Claims that are shown, and what to call them.
pub(in crate::ui) type Shown = (Vec<(NoteId, ClaimId)>, String);

/// A button that plays claims one after the other. Nothing where none of them has a time.
#[component]
pub(in crate::ui) fn PlayThese(
    /// The claims, and what to call them, such as “for the 4 senior skills”.
    shown: Signal<Shown>,
) -> impl IntoView {
    let (queue, shelves) = (queue(), shelves());
    let clips: Memo<Vec<Clip>> = Memo::new(move |_| {
        let shown = shown.read();
        let claims = shown.0.iter().map(|(note, claim)| (note, *claim));
        clip::clips_of(&shelves.read().vault, claims)
    });
    move || {
        let list = clips.get();
        if list.is_empty() {
            return None;
        }
        let text = [&clip::duration_in_words(&list), " ", &shown.read().1].concat();
        let queue = queue.clone();
        Some(
            view! {
                <button
                    type="button"
                    class="button play-these"
                    on:click=move |_| queue.play(&list)
                >
                    {icon(Icon::Play)} <span>"Play these"</span> <span class="quiet">{text}</span>
                </button>
            }
            .into_any(),
        )
    }
}
