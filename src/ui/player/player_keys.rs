//! The keys of the player. They work anywhere on the page but in what has keys of its own.

use leptos::prelude::ReadUntracked;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use crate::video::player::Input;

use super::playback::Playback;

/// What takes the space key for itself.
const SPACE_KEY_TAKERS: &str =
    "button, summary, [role=button], input, select, textarea, video, audio";

/// What takes the arrow keys for itself.
const ARROW_KEY_TAKERS: &str =
    "input, select, textarea, video, audio, [role=listbox], pre, [aria-label=Table]";

/// Takes a key that is the player's: how fast it plays always, else while something plays or could
/// go on.
pub fn press(playback: &Playback, key: &KeyboardEvent) {
    if let speed @ ("<" | ">") = key.key().as_str() {
        key.prevent_default();
        return playback.change_speed(speed == ">");
    }
    if playback.player().read_untracked().position_secs().is_none() {
        return;
    }
    let is_on = |selector| {
        let target = key.target().and_then(|target| target.dyn_into::<Element>().ok());
        target.is_some_and(|target| target.matches(selector).unwrap_or(false))
    };
    let input = match key.key().as_str() {
        " " if is_on(SPACE_KEY_TAKERS) => return,
        "ArrowLeft" | "ArrowRight" if is_on(ARROW_KEY_TAKERS) => return,
        " " | "k" => Input::Toggled,
        "j" => Input::Nudged(-10),
        "l" => Input::Nudged(10),
        "ArrowLeft" => Input::Nudged(-5),
        "ArrowRight" => Input::Nudged(5),
        side @ ("," | ".") => {
            if let Some(moment) = playback.following().neighbour(side == ".") {
                key.prevent_default();
                playback.ask(moment);
            }
            return;
        }
        _ => return,
    };
    key.prevent_default();
    playback.tell(input);
}
