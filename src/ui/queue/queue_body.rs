//! The reader's list as a queue: what plays, what comes next, and how to change it.

use std::sync::Arc;

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::anchor::Anchor;
use crate::browser::page::listen::{is_for_browser, open_in_one_tab};
use crate::browser::page::scheduler;
use crate::progress::ListItem;
use crate::ui::rating::ratings::ratings;
use crate::ui::state::environment::environment;
use crate::ui::state::library::Library;
use crate::ui::state::texts_beside::once_texts_came;
use crate::ui::widgets::counting::count;
use crate::ui::widgets::icon::{Icon, icon};
use crate::vault::video::clip::{Clip, LONGEST_SECS, MOST_CLIPS, SHORTEST_SECS, duration_in_words};
use crate::video::watch_url;

use super::former_list::former;
use super::list_line::ListLine;
use super::list_ways::ListWays;
use super::queue_state::{Queue, Run, queue};

/// Where nothing plays inside the page: the next clip, to be opened where it plays.
fn walk(queue: &Queue) -> AnyView {
    let lines = queue.lines();
    let next = {
        let queue = queue.clone();
        Memo::new(move |_| {
            let (at, lines) = (queue.at(), lines.get());
            lines.get(at).map(|line| (at, line.clip.moment))
        })
    };
    let href = move || next.get().map(|(_, moment)| watch_url(moment.video, moment.seconds));
    let label = move || {
        let (at, all) = (next.get().map_or(0, |(at, _)| at), lines.get().len().to_string());
        let of = ["Open clip ", &(at + 1).to_string(), " of ", &all].concat();
        if at == 0 { of } else { [&of, " · next"].concat() }
    };
    let queue = StoredValue::new_local(queue.clone());
    let on_click = move |click: MouseEvent| {
        if !is_for_browser(&click) {
            open_in_one_tab(&click);
        }
        // The browser is to follow the address that the link has now.
        spawn_local(async move {
            scheduler::next_task().await;
            if let Some(queue) = queue.try_get_value() {
                queue.walk_on();
            }
        });
    };
    view! {
        <a class="button queue-walk" data-anchor="queue-walk" href=href target="_blank" rel="noopener" on:click=on_click>
            <span prop:textContent=label></span> {icon(Icon::External)}
        </a>
    }
    .into_any()
}

/// What there is in the list, and what is left of it.
fn in_words(queue: &Queue, items: &[ListItem]) -> String {
    let lines = queue.lines().get();
    let clips: Vec<Clip> = lines.iter().map(|line| line.clip.clone()).collect();
    if clips.is_empty() {
        return count(items.len(), "skill", "skills");
    }
    let all = [&count(clips.len(), "clip", "clips"), ", ", &duration_in_words(&clips)].concat();
    if queue.run() == Run::Playing {
        return [&(queue.at() + 1).to_string(), " of ", &all].concat();
    }
    let is_done =
        |name| items.iter().any(|item| item.done.is_some() && item.clip.as_ref() == Some(name));
    let left = lines.iter().filter(|line| !is_done(&line.name)).map(|line| line.clip.clone());
    let left: Vec<Clip> = left.collect();
    match left.len() {
        0 => [&all, " · all played"].concat(),
        open if open == clips.len() => all,
        open => {
            let of = [&open.to_string(), " of ", &count(clips.len(), "clip", "clips")].concat();
            [&of, " left, ", &duration_in_words(&left)].concat()
        }
    }
}

/// What is in the list, and what can be done with it.
#[component]
pub fn QueueBody(
    /// The notes that are shown.
    library: Arc<Library>,
) -> impl IntoView {
    let (queue, ratings) = (queue(), ratings());
    let items = Memo::new(move |_| ratings.list().with(|list| list.items().to_vec()));
    let is_playing = {
        let queue = queue.clone();
        Memo::new(move |_| queue.run() == Run::Playing)
    };
    let has_clips = {
        let lines = queue.lines();
        Memo::new(move |_| !lines.get().is_empty())
    };
    let text = {
        let queue = queue.clone();
        move || in_words(&queue, &items.get())
    };
    let button = {
        let queue = queue.clone();
        move |label: &'static str, act: fn(&Queue)| {
            let queue = queue.clone();
            view! {
                <button type="button" class="button" on:click=move |_| act(&queue)>{label}</button>
            }
            .into_any()
        }
    };
    let go_on = {
        let queue = queue.clone();
        move || {
            if !queue.can_play() {
                return Some(walk(&queue));
            }
            (!is_playing.get()).then(|| {
                let (acts, asks) = (queue.clone(), queue.clone());
                let label = move || if asks.at() == 0 { "Play" } else { "Go on" };
                view! {
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| acts.go_on()
                        prop:textContent=label
                    ></button>
                }
                .into_any()
            })
        }
    };
    let clear = button("Clear", Queue::clear);
    // With nothing to play the list says what is expected, and no more.
    let plays = move || {
        has_clips.get().then(|| {
            let (stop, skips) = (button.clone(), button.clone());
            view! {
                {go_on.clone()}
                {skips("Back", |queue| queue.skip(-1))}
                {skips("Skip", |queue| queue.skip(1))}
                {move || is_playing.get().then(|| stop("Stop", Queue::stop))}
            }
            .into_any()
        })
    };
    let missing = {
        let lines = queue.lines();
        move || {
            let named = items.get().iter().filter(|item| item.clip.is_some()).count();
            let missing = named.saturating_sub(lines.get().len());
            (missing > 0).then(|| {
                let clips = count(missing, "clip", "clips");
                let text = [
                    &clips,
                    " of it cannot be played: a note of theirs is not here, or they are more than ",
                    &MOST_CLIPS.to_string(),
                    ".",
                ];
                view! { <p class="quiet queue-missing" prop:textContent=text.concat()></p> }
                    .into_any()
            })
        }
    };
    // The line that is dragged.
    let dragged = RwSignal::new(None::<usize>);
    let each = move || -> Vec<(usize, ListItem)> { items.get().into_iter().enumerate().collect() };
    let library_of_lines = Arc::clone(&library);
    let item = move |(index, item): (usize, ListItem)| {
        let library = Arc::clone(&library_of_lines);
        once_texts_came(move || {
            let (library, item) = (Arc::clone(&library), item.clone());
            view! { <ListLine library index item dragged/> }.into_any()
        })
    };
    let name = move || ratings.list().with(|list| list.name().to_owned());
    let rename = move |event| {
        let name = event_target_value(&event);
        ratings.change_list(move |list, revision| list.rename(&name, revision));
    };
    let made_room = move || {
        ratings
            .can_undo()
            .then(|| former(ratings, "What was in your list before is kept.", "Leave it so"))
    };
    // Where there is little room what one came for stays in sight.
    let is_wide = environment().is_wide.get_untracked();
    let rule = [
        "Each plays to the next claim: ",
        &SHORTEST_SECS.to_string(),
        " seconds at least, ",
        &(LONGEST_SECS / 60).to_string(),
        " minutes at most.",
    ];
    view! {
        <section class="queue" data-anchor="queue" aria-labelledby="list-title">
            <div class="queue-head">
                <p class="quiet queue-state" role="status" prop:textContent=text></p>
                <div class="queue-tools" data-anchor="queue-tools">{plays} {clear}</div>
            </div>
            {made_room}
            <details class="list-body" open=is_wide>
                <summary><h2 id="list-title" data-anchor=Anchor::List.name()>"Your list"</h2></summary>
                <input
                    class="list-name"
                    type="text"
                    maxlength="120"
                    placeholder="Name it"
                    aria-label="What you call the list"
                    prop:value=name
                    on:change=rename
                />
                <ol class="queue-list" role="list">
                    <For each=each key=|(index, item)| (*index, item.identity()) children=item/>
                </ol>
                {missing}
                <p class="quiet queue-rule">{rule.concat()}</p>
                <ListWays library/>
            </details>
        </section>
    }
    .into_any()
}
