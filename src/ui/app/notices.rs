//! What the page has to say about itself: quietly, in place, and so that it can be put away.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::page::surroundings::PlayerAvailability;
use crate::browser::storage::settings::Notice;
use crate::ui::import::own_notes_notice::OwnNotesNotice;
use crate::ui::state::environment::environment;
use crate::ui::state::library::{Library, Warning};
use crate::ui::state::view::view;
use crate::ui::widgets::close_button::CloseButton;
use crate::ui::widgets::fresh::fresh;

/// What the page has to say about itself.
#[component]
pub fn Notices(
    /// The notes that are shown.
    library: Arc<Library>,
) -> impl IntoView {
    let (environment, view) = (environment(), view());
    let text = move || {
        let text = match environment.availability.get() {
            PlayerAvailability::Inside | PlayerAvailability::LeftOut => return None,
            PlayerAvailability::FromFile => {
                "YouTube does not play inside a page that is opened from a file, so every time is \
                 a link that opens YouTube at that second."
            }
            PlayerAvailability::Sandboxed => {
                "The page around this one lets no video play inside it, so every time is a link that \
                 opens YouTube at that second."
            }
            PlayerAvailability::Offline => {
                "There is no network right now. Reading and searching work; every time is a link \
                 that opens YouTube at that second once you are online."
            }
        };
        (environment.reach_notice.get() == Notice::Open).then_some(text)
    };
    let availability = fresh(text, move |text| {
        text.map(|text| {
            view! {
                <div class="notice">
                    <p>{text}</p>
                    <CloseButton
                        label="Put this notice away"
                        class=""
                        on_close=move || environment.dismiss_reach_notice()
                    />
                </div>
            }
            .into_any()
        })
        .into_any()
    });
    let levels = library.matrix.levels.clone();
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
    let warnings: Vec<AnyView> = library
        .warnings
        .iter()
        .map(|warnings| {
            let text = match warnings {
                Warning::Unreadable(why) => {
                    ["The notes in this page cannot be read: ", why, ". Get a fresh copy of it."]
                        .concat()
                }
                Warning::NotKept(why) => [
                    "The notes you added earlier cannot be read: ",
                    why,
                    ". The page’s own notes are shown; add yours again.",
                ]
                .concat(),
                Warning::LeftOut(path) => [
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
        {warnings}
        <OwnNotesNotice/>
        {availability}
        {level}
    }
    .into_any()
}
