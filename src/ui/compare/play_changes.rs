//! The button that plays what changes between two levels, or two roles.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::ui::queue::queue_state::queue;
use crate::ui::state::library::Library;
use crate::ui::state::texts_beside;
use crate::ui::widgets::counting::count;
use crate::ui::widgets::icon::{Icon, icon};
use crate::vault::video::clip::{ClipRef, duration_in_words, resolve};

/// The button that plays what changes, where that can be played.
#[component]
pub fn PlayChanges(
    /// The notes that are shown.
    library: Arc<Library>,
    /// What changes.
    clips: Vec<ClipRef>,
) -> impl IntoView {
    let named = count(clips.len(), "clip", "clips");
    let is_empty = clips.is_empty();
    let resolved = move || resolve(&library.vault, &clips);
    let about = match texts_beside::are_beside() {
        // How long it takes is not worth the texts of all those notes.
        true if is_empty => return ().into_any(),
        true => named,
        false => match resolved() {
            clips if clips.is_empty() => return ().into_any(),
            clips => {
                [&count(clips.len(), "clip", "clips"), ", ", &duration_in_words(&clips)].concat()
            }
        },
    };
    let queue = queue();
    let play = move |_| {
        let (queue, resolved) = (queue.clone(), resolved.clone());
        if !texts_beside::are_beside() {
            return queue.play(&resolved());
        }
        spawn_local(async move { queue.play(&texts_beside::once_here(resolved).await) });
    };
    view! {
        <button type="button" class="button" on:click=play>
            {icon(Icon::Play)} <span>"Play what changes"</span> <span class="quiet">{about}</span>
        </button>
    }
    .into_any()
}
