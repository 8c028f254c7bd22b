//! A button that plays what is shown: a skill, a level's skills, what a search has found.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::note::Note;
use crate::ui::state::library::current_library;
use crate::ui::state::reading_chunks;
use crate::ui::state::texts_beside;
use crate::ui::state::view::view;
use crate::ui::widgets::icon::{Icon, icon};
use crate::vault::video::clip::{self, Clip};
use crate::vault::video::playable::Playable;

use super::queue_state::queue;

/// How long typing has to pause before it is found out what would play, in milliseconds: much is looked through
/// for it, and the ends of clips are looked for in all notes of their videos.
const PAUSE_MS: u32 = 300;

/// What the button offers.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Offer {
    /// There is nothing to play, so there is no button.
    Nothing,
    /// Something. How long it takes stands in notes that are not read yet.
    Some(Words),
    /// What takes so long.
    Measured(Words),
}

/// What the button says.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Words {
    /// What it does, and how long that takes where it is known: `Play all 14 · 26 min`.
    label: String,
    /// What it is about, for those who hear it out of its place.
    about: String,
}

/// A button that plays claims one after the other. Nothing where none of them has a time.
#[component]
pub fn PlayThese(
    /// The claims. They follow from the filters, the order and what `changes` tells alone.
    shown: Signal<Playable>,
    /// Tells that they may be others now, without working out which.
    #[prop(optional)]
    changes: Option<Signal<()>>,
) -> impl IntoView {
    let (queue, current_library, view) = (queue(), current_library(), view());
    let clips = move || -> Vec<Clip> {
        let shown = shown.get_untracked();
        let claims = shown.claims.iter().map(|(note, claim)| (note, *claim));
        clip::clips_of(&current_library.get_untracked().vault, claims)
    };
    let measured = move || match clips().as_slice() {
        [] => Offer::Nothing,
        clips => {
            let shown = shown.get_untracked();
            let played = clips.get(..clip::MOST_CLIPS).unwrap_or(clips);
            let (label, lasts) = (shown.label(clips.len()), clip::duration_in_words(played));
            let about = shown.in_words(clips.len());
            Offer::Measured(Words { label: [&label, " · ", &lasts].concat(), about })
        }
    };
    // Claims of a note about a video are taken to have times until it is read: those that are shown
    // were found by them.
    let at_once = move || {
        let (shown, library) = (shown.get_untracked(), current_library.get_untracked());
        let notes = || shown.claims.iter().filter_map(|(note, _)| library.vault.note(note));
        let is_known = notes().all(Note::is_known) || !notes().any(|note| note.video.is_some());
        if is_known {
            return measured();
        }
        Offer::Some(Words { label: shown.label(0), about: shown.in_words(0) })
    };
    let offered = RwSignal::new(at_once());
    // A newer timer ends the one before it.
    let timer = StoredValue::new_local(None::<Timeout>);
    let offer = move |now: Offer| {
        // The button may be gone by now.
        let is_new = offered.try_with_untracked(|before| *before != now);
        if is_new == Some(true) {
            offered.set(now);
        }
    };
    let offer_later = move || {
        let measure = move || {
            if texts_beside::are_beside() {
                // How long it takes is not worth the texts of all those notes.
                return offer(at_once());
            }
            let (asked, library) = (shown.get_untracked(), current_library.get_untracked());
            spawn_local(async move {
                let notes = asked.claims.iter().map(|(note, _)| note.clone()).collect();
                // What cannot be read yet is measured once it can.
                let Ok(opening) = reading_chunks::reading::open(library, notes).await else {
                    return;
                };
                opening.await;
                // The page may show others by now, or something else.
                if shown.try_get_untracked().is_some_and(|now| now == asked) {
                    offer(measured());
                }
            });
        };
        timer.set_value(Some(Timeout::new(PAUSE_MS, measure)));
    };
    Effect::new(move |before: Option<()>| {
        texts_beside::track_arrivals();
        if let Some(changes) = changes {
            changes.track();
            // Letters that find nothing new are typed, too: what is drawn meanwhile would take from their frames.
            view.query.track();
        }
        view.filter.track();
        view.sort.track();
        // What was not there yet comes with what it plays, and not after it.
        if before.is_some() && *offered.read_untracked() == Offer::Nothing {
            offered.set(at_once());
            if !matches!(*offered.read_untracked(), Offer::Some(_)) {
                return;
            }
        }
        if before.is_some() || matches!(*offered.read_untracked(), Offer::Some(_)) {
            offer_later();
        }
    });
    let button = move || {
        let Words { label, about } = match offered.get() {
            Offer::Nothing => return None,
            Offer::Some(words) | Offer::Measured(words) => words,
        };
        let queue = queue.clone();
        Some(
            view! {
                <button
                    type="button"
                    class="button play-these" data-anchor="play-these"
                    on:click=move |_| {
                        if !texts_beside::are_beside() {
                            return queue.play(&clips());
                        }
                        let queue = queue.clone();
                        // What does not come is told where the notes are, and the rest plays.
                        spawn_local(async move { queue.play(&texts_beside::once_here(clips).await) });
                    }
                >
                    {icon(Icon::Play)} <span prop:textContent=label></span>
                    <span class="visually-hidden" prop:textContent=[" ", &about].concat()></span>
                </button>
            }
            .into_any(),
        )
    };
    view! { {move || button()} }.into_any()
}
