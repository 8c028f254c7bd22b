//! A clip of the queue, which can be moved by dragging or by keys.

use leptos::ev::{DragEvent, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::anchor::Anchor;
use crate::browser::files::drag;
use crate::browser::page::listen::is_for_browser;
use crate::browser::page::{focus, scheduler};
use crate::text::shortened;
use crate::ui::state::library::current_library;
use crate::ui::widgets::icon::Icon;
use crate::ui::widgets::icon_button::IconButton;
use crate::vault::video::clip::Clip;
use crate::video::{clock, watch_url};

use super::state::Queue;

/// The longest text of a clip, in characters.
const LONGEST: usize = 90;

/// A clip of the queue.
#[component]
pub fn QueueItem(
    /// The queue that the clip is part of.
    queue: Queue,
    /// Its place in it, from 0.
    index: usize,
    /// What the item names and plays.
    clip: Clip,
    /// The place of the clip that is dragged.
    dragged: RwSignal<Option<usize>>,
) -> impl IntoView {
    let library = current_library().get_untracked();
    let said =
        library.claim(&clip.note, clip.claim).map(|(_, claim)| shortened(&claim.text, LONGEST));
    let said = said.unwrap_or_default();
    let (moment, time) = (clip.moment, clock(clip.moment.seconds));
    let length = [&clip.length_secs().to_string(), " s"].concat();
    let queue = StoredValue::new_local(queue);
    let is_current = move || (queue.get_value().at() == index).then_some("true");
    let go = move |to: usize| {
        queue.get_value().move_clip(index, to);
        spawn_local(async move {
            // It is drawn anew at its place.
            scheduler::next_task().await;
            if let Some(link) = focus::all(Anchor::QueueClip).get(to) {
                focus::give(link);
            }
        });
    };
    let on_key = move |key: KeyboardEvent| {
        let to = match key.key().as_str() {
            "ArrowUp" if key.alt_key() => index.checked_sub(1),
            "ArrowDown" if key.alt_key() => Some(index + 1),
            _ => return,
        };
        key.prevent_default();
        if let Some(to) = to.filter(|to| *to < focus::all(Anchor::QueueClip).len()) {
            go(to);
        }
    };
    let on_drop = move |event: DragEvent| {
        if let Some(from) = dragged.get_untracked() {
            event.prevent_default();
            queue.get_value().move_clip(from, index);
        }
        dragged.set(None);
    };
    let is_first = index == 0;
    let up = ["Move up: ", &said].concat();
    let out = ["Take out: ", &said].concat();
    view! {
        <li
            class="queue-item"
            draggable="true"
            aria-current=is_current
            on:keydown=on_key
            on:dragstart=move |event| {
                dragged.set(Some(index));
                drag::begin(&event);
            }
            on:dragend=move |_| dragged.set(None)
            on:dragover=move |event| {
                if dragged.get_untracked().is_some() {
                    event.prevent_default();
                }
            }
            on:drop=on_drop
        >
            <a
                class="queue-clip"
                data-anchor=Anchor::QueueClip.name()
                href=watch_url(moment.video, moment.seconds)
                target="_blank"
                rel="noopener"
                draggable="false"
                title="Alt+↑ and Alt+↓ move it"
                on:click=move |click| {
                    if !is_for_browser(&click) && queue.get_value().can_play() {
                        click.prevent_default();
                        queue.get_value().play_at(index);
                    }
                }
            >
                <span class="queue-time" translate="no">{time}</span>
                <span class="queue-said">{said}</span>
                <span class="queue-length">{length}</span>
            </a>
            <IconButton
                icon=Icon::Up
                title="Move up"
                label=up
                disabled=is_first
                on_press=move || go(index.saturating_sub(1))
            />
            <IconButton
                icon=Icon::Close
                title="Take out"
                label=out
                on_press=move || queue.get_value().take_out(index)
            />
        </li>
    }
    .into_any()
}
