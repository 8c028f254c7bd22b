//! The way back to what is said now, for a reader who has scrolled or gone elsewhere.

use leptos::prelude::*;

use crate::anchor::Anchor;
use crate::browser::page::focus::{self, ScrollTarget};
use crate::ui::player::playback::playback;
use crate::ui::state::view::{Opened, open_note, view};
use crate::ui::widgets::reveal::reveal;

use super::following::Attention;

/// Scrolls what is open along with the player, and offers the way back to where it is.
#[component]
pub fn BackToNow() -> impl IntoView {
    let (view, following) = (view(), playback().following());
    // What is said now, where it stands in what is open.
    let find =
        || focus::first_current(Anchor::Claim).or_else(|| focus::first_current(Anchor::ClaimItem));
    Effect::new(move || {
        if following.second().get().is_some() && following.attention() == Attention::Now {
            reveal(Anchor::Detail, find, ScrollTarget::InSight);
        }
    });
    let come_back = move |_| {
        following.come_back();
        // What is open may be about something else.
        if let Some(note) = following.note_now().filter(|_| find().is_none()) {
            view.change(|state| open_note(state, &note, None));
        }
    };
    move || {
        let is_left = following.attention() != Attention::Now
            && following.second().get().is_some()
            && matches!(*view.opened.read(), Opened::Skill(_) | Opened::Note(_));
        is_left.then(|| {
            view! {
                <div class="back-to-now" data-anchor="back-to-now">
                    <button type="button" class="button" on:click=come_back>"Back to now"</button>
                </div>
            }
            .into_any()
        })
    }
}
