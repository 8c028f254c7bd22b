//! A line of the reader's list: a box to tick, what it is for, what is said; moved by dragging or by keys.

use std::sync::Arc;

use leptos::ev::{DragEvent, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::anchor::Anchor;
use crate::browser::files::drag;
use crate::browser::page::listen::is_for_browser;
use crate::browser::page::{focus, scheduler};
use crate::export::formats::clip_list::Told;
use crate::progress::ListItem;
use crate::text::shortened;
use crate::ui::rating::ratings::{ratings, today};
use crate::ui::state::library::Library;
use crate::ui::widgets::icon::Icon;
use crate::ui::widgets::icon_button::IconButton;

use super::queue_state::queue;

/// The longest text of a line, in characters.
const LONGEST_LINE: usize = 110;

/// One item with its time, what is said, its box to tick, and what moves it or takes it out.
#[component]
pub fn ListLine(
    /// The notes that are shown.
    library: Arc<Library>,
    /// Its place in the list, from 0.
    index: usize,
    /// A clip, or a skill that no clip backs.
    item: ListItem,
    /// The place of the line that is dragged.
    dragged: RwSignal<Option<usize>>,
) -> impl IntoView {
    let (ratings, queue) = (ratings(), StoredValue::new_local(queue()));
    let told = Told::of(&library.vault, &library.matrix, &item);
    let is_away = item.clip.is_some() && told.url.is_empty();
    let said = if is_away { "Its note is not here." } else { &told.said };
    let said = shortened(said, LONGEST_LINE);
    let name = item.skill.as_ref().map(|_| told.name.clone());
    let named = name.clone().unwrap_or_else(|| said.clone());
    let clip = StoredValue::new(item.clip);
    let length = move || {
        let lines = queue.get_value().lines().get();
        let line =
            lines.iter().find(|line| clip.with_value(|clip| Some(&line.name) == clip.as_ref()));
        line.map(|line| [&line.clip.length_secs().to_string(), " s"].concat()).unwrap_or_default()
    };
    let is_current = move || {
        let clip = clip.get_value();
        clip.is_some_and(|clip| queue.get_value().is_at(&clip)).then_some("true")
    };
    let go = move |to: usize| {
        ratings.change_list(move |list, revision| list.move_item(index, to, revision));
        spawn_local(async move {
            // It is drawn anew at its place.
            scheduler::next_task().await;
            if let Some(line) = focus::all(Anchor::ListLine).get(to) {
                focus::give_first(line, "[data-moves]");
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
        if let Some(to) = to.filter(|to| *to < focus::all(Anchor::ListLine).len()) {
            go(to);
        }
    };
    let on_drop = move |event: DragEvent| {
        if let Some(from) = dragged.get_untracked() {
            event.prevent_default();
            ratings.change_list(move |list, revision| list.move_item(from, index, revision));
        }
        dragged.set(None);
    };
    let is_done = item.done.is_some();
    let tick = view! {
        <input
            type="checkbox"
            class="list-tick" data-anchor="list-tick"
            aria-label=["Done: ", &named].concat()
            prop:checked=is_done
            on:change=move |event| {
                let done = today().filter(|_| event_target_checked(&event));
                ratings.change_list(move |list, revision| list.tick_at(index, done, revision));
            }
        />
    }
    .into_any();
    let name = name.map(|name| view! { <b translate="no">{name}</b> " " }.into_any());
    let words = view! {
        <span class="queue-time" data-anchor="queue-time" translate="no">{told.time}</span>
        <span class="queue-said">{name} <span>{said}</span></span>
        <span class="queue-length quiet" prop:textContent=length></span>
    }
    .into_any();
    let words = match told.url.is_empty() {
        true => view! { <div class="queue-clip" data-moves="" tabindex="-1">{words}</div> }.into_any(),
        false => view! {
            <a
                class="queue-clip"
                data-anchor=Anchor::QueueClip.name()
                data-moves=""
                href=told.url
                target="_blank"
                rel="noopener"
                draggable="false"
                title="Alt+↑ and Alt+↓ move it"
                on:click=move |click| {
                    let queue = queue.get_value();
                    if let (true, Some(clip)) = (!is_for_browser(&click) && queue.can_play(), clip.get_value()) {
                        click.prevent_default();
                        queue.play_clip(&clip);
                    }
                }
            >
                {words}
            </a>
        }
        .into_any(),
    };
    view! {
        <li
            class="queue-item"
            data-anchor=Anchor::ListLine.name()
            data-done=is_done.then_some("true")
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
            {tick}
            {words}
            <IconButton
                icon=Icon::Up
                title="Move up"
                label=["Move up: ", &named].concat()
                disabled=index == 0
                on_press=move || go(index.saturating_sub(1))
            />
            <IconButton
                icon=Icon::Close
                title="Take out"
                label=["Take out: ", &named].concat()
                on_press=move || queue.get_value().take_out(index)
            />
        </li>
    }
    .into_any()
}
