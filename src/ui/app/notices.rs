//! What the page has to say about itself: quietly, in place, and so that it can be put away.

use leptos::prelude::*;

use crate::browser::page::surroundings::Reach;
use crate::browser::storage::settings::Notice;
use crate::ui::import::standing_notice::StandingNotice;
use crate::ui::state::environment::world;
use crate::ui::state::library::{Trouble, shelf};
use crate::ui::state::view::view;
use crate::ui::widgets::close_button::CloseButton;
use crate::ui::widgets::fresh::fresh;

/// What the page has to say about itself.
#[component]
pub fn Notices() -> impl IntoView {
    let (world, view, shelf) = (world(), view(), shelf());
    let text = move || {
        let text = match world.reach.get() {
            Reach::Inside | Reach::LeftOut => return None,
            Reach::FromFile => {
                "YouTube does not play inside a page that is opened from a file, so every time is \
                 a link that opens YouTube at that second."
            }
            Reach::Sandboxed => {
                "The page around this one lets no video play inside it, so every time is a link that \
                 opens YouTube at that second."
            }
            Reach::Offline => {
                "There is no network right now. Reading and searching work; every time is a link \
                 that opens YouTube at that second once you are online."
            }
        };
        (world.reach_notice.get() == Notice::Open).then_some(text)
    };
    let reach = fresh(text, move |text| {
        text.map(|text| {
            view! {
                <div class="notice">
                    <p>{text}</p>
                    <CloseButton
                        label="Put this notice away"
                        class=""
                        on_close=move || world.dismiss_reach_notice()
                    />
                </div>
            }
            .into_any()
        })
        .into_any()
    });
    let levels = shelf.matrix.levels.clone();
    let unknown = move || view.level.get().filter(|id| !levels.iter().any(|level| level.id == *id));
    let level = fresh(unknown, move |level| {
        level
            .map(|level| {
                let text = ["No note here names a skill for the level ", level.known_label(), "."]
                    .concat();
                view! {
                    <div class="notice">
                        <p>{text}</p>
                        <button
                            type="button"
                            class="button"
                            on:click=move |_| view.change(|state| state.level = None)
                        >
                            "Show all levels"
                        </button>
                    </div>
                }
                .into_any()
            })
            .into_any()
    });
    let trouble: Vec<AnyView> = shelf
        .trouble
        .iter()
        .map(|trouble| {
            let text = match trouble {
                Trouble::Unreadable(why) => {
                    ["The notes in this page cannot be read: ", why, ". Get a fresh copy of it."]
                        .concat()
                }
                Trouble::NotKept(why) => [
                    "The notes you added earlier cannot be read: ",
                    why,
                    ". The page’s own notes are shown; add yours again.",
                ]
                .concat(),
                Trouble::LeftOut(path) => [
                    path,
                    " stopped the program and was left out; the other notes are here. It is read \
                     again in a new tab.",
                ]
                .concat(),
            };
            view! { <div class="notice warning" role="alert"><p>{text}</p></div> }.into_any()
        })
        .collect();
    view! {
        {trouble}
        <StandingNotice/>
        {reach}
        {level}
    }
    .into_any()
}
