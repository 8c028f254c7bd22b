//! What another person's link brought: told, and put away again.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::LevelId;
use crate::progress::{Received, TwoViews};
use crate::ui::state::library::Library;
use crate::ui::widgets::counting::count;
use crate::ui::widgets::fresh::fresh;

use crate::ui::rating::ratings::ratings;

/// A notice of another person's ratings, where a link brought some.
#[component]
pub fn SecondView(
    /// The notes that are shown.
    library: Arc<Library>,
    /// The level that is aimed at.
    target: LevelId,
) -> impl IntoView {
    let ratings = ratings();
    let shown = ratings.shown();
    let told = move || shown.received().get();
    fresh(told, move |received| {
        let Some(received) = received else { return ().into_any() };
        let talk = move || {
            let (own, theirs) = (shown.here().get().steps, shown.theirs().get());
            match TwoViews::of(target, &own, &theirs).to_talk_about() {
                0 => String::new(),
                1 => "1 skill to talk about.".to_owned(),
                several => [&several.to_string(), " skills to talk about."].concat(),
            }
        };
        let has_list = !received.items.is_empty();
        let list = has_list.then(|| {
            view! {
                <button type="button" class="button" on:click=move |_| ratings.take_list()>
                    {["Add their ", &count(received.items.len(), "clip", "clips"), " to your list"].concat()}
                </button>
            }
            .into_any()
        });
        view! {
            <div class="notice second-view" data-anchor="second-view">
                <p>
                    {in_words(&library, target, &received)} " "
                    <strong role="status" prop:textContent=talk></strong>
                </p>
                {list}
                <button type="button" class="button" on:click=move |_| ratings.put_received_away()>
                    "Put it away"
                </button>
            </div>
        }
        .into_any()
    })
}

/// What there is to say about a link.
fn in_words(library: &Library, target: LevelId, received: &Received) -> String {
    let of_target = received.ratings.iter().filter(|(at, _)| at.level == target).count();
    let mut told = [
        "Another person’s ratings stand beside yours: ",
        &count(of_target, "skill", "skills"),
        " at this level.",
    ]
    .concat();
    let away: Vec<&str> = received
        .ratings
        .iter()
        .filter(|(at, _)| library.matrix.skill(&at.skill).is_none())
        .map(|(at, _)| &*at.skill.0)
        .collect();
    if !away.is_empty() {
        told.extend([" Not in these notes: ", &away.join(", "), "."]);
    }
    if received.is_newer {
        told.push_str(
            " A newer version of this page made the link; what is understood of it is shown.",
        );
    }
    if received.is_cut {
        told.push_str(" The link was cut off on its way: ask for it again.");
    }
    if received.unread > 0 {
        told.extend([" ", &count(received.unread, "part", "parts"), " of it cannot be read."]);
    }
    told
}
