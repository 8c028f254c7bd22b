//! The queue as a list: what plays, what comes next, and how to change it.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::page::listen::{is_for_browser, open_in_one_tab};
use crate::browser::page::scheduler;
use crate::ui::widgets::close_button::CloseButton;
use crate::ui::widgets::counting::count;
use crate::ui::widgets::icon::{Icon, icon};
use crate::vault::video::clip::{Clip, LONGEST_SECS, MOST, SHORTEST_SECS, duration_in_words};
use crate::video::watch_url;

use super::queue_item::QueueItem;
use super::state::{Queue, Run, queue};

/// The queue, where there is one.
#[component]
pub fn QueuePanel() -> impl IntoView {
    let queue = queue();
    let is_empty = {
        let clips = queue.clips();
        Memo::new(move |_| clips.read().is_empty())
    };
    move || match is_empty.get() {
        false => Some(drawn(&queue)),
        true => queue.is_cleared().then(|| cleared(&queue)),
    }
}

/// What was emptied can be had again.
fn cleared(queue: &Queue) -> AnyView {
    let (undo, forget) = (queue.clone(), queue.clone());
    view! {
        <section class="queue queue-cleared" aria-label="Queue">
            <p class="quiet" role="status">"The list is cleared."</p>
            <button type="button" class="button" on:click=move |_| undo.bring_back()>"Undo"</button>
            <CloseButton label="Leave it cleared" class="" on_close=move || forget.forget_cleared()/>
        </section>
    }
    .into_any()
}

/// Where nothing plays inside the page: the next clip, to be opened where it plays.
fn walk(queue: &Queue) -> AnyView {
    let clips = queue.clips();
    let next = {
        let queue = queue.clone();
        Memo::new(move |_| {
            let at = queue.at();
            clips.read().get(at).map(|clip| (at, clip.moment))
        })
    };
    let href = move || next.get().map(|(_, moment)| watch_url(moment.video, moment.seconds));
    let label = move || {
        let (at, all) = (next.get().map_or(0, |(at, _)| at), clips.read().len().to_string());
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
        <a class="button queue-walk" href=href target="_blank" rel="noopener" on:click=on_click>
            <span prop:textContent=label></span> {icon(Icon::External)}
        </a>
    }
    .into_any()
}

fn drawn(queue: &Queue) -> AnyView {
    let clips = queue.clips();
    let is_playing = {
        let queue = queue.clone();
        Memo::new(move |_| queue.run() == Run::Playing)
    };
    let text = {
        let queue = queue.clone();
        move || {
            let clips = clips.read();
            let all = [&count(clips.len(), "clip", "clips"), ", ", &duration_in_words(&clips)];
            match queue.run() {
                Run::Playing => {
                    let at = (queue.at() + 1).to_string();
                    [&at, " of ", &all.concat()].concat()
                }
                Run::Waiting => all.concat(),
            }
        }
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
    let stop = {
        let button = button.clone();
        move || button("Stop", Queue::stop)
    };
    let go_on = {
        let queue = queue.clone();
        move || {
            if !queue.can_play() {
                return Some(walk(&queue));
            }
            (!is_playing.get()).then(|| {
                let queue = queue.clone();
                let label = if queue.at() == 0 { "Play" } else { "Go on" };
                view! {
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| queue.go_on()
                        prop:textContent=label
                    ></button>
                }
                .into_any()
            })
        }
    };
    let missing = {
        let queue = queue.clone();
        move || match queue.missing() {
            0 => None,
            several => {
                let clips = count(several, "clip", "clips");
                let text = [
                    &clips,
                    " that the address names cannot be played: a note of theirs is not here, or \
                     they are more than ",
                    &MOST.to_string(),
                    ".",
                ];
                Some(
                    view! { <p class="quiet queue-missing" prop:textContent=text.concat()></p> }
                        .into_any(),
                )
            }
        }
    };
    // The clip that is dragged.
    let dragged = RwSignal::new(None::<usize>);
    let each = move || -> Vec<(usize, Clip)> { clips.read().iter().cloned().enumerate().collect() };
    let item = {
        let queue = queue.clone();
        move |(index, clip): (usize, Clip)| {
            let queue = queue.clone();
            view! { <QueueItem queue index clip dragged/> }.into_any()
        }
    };
    let rule = [
        "Each plays to the next claim: ",
        &SHORTEST_SECS.to_string(),
        " seconds at least, ",
        &(LONGEST_SECS / 60).to_string(),
        " minutes at most.",
    ];
    view! {
        <section class="queue" aria-label="Queue">
            <header class="queue-head">
                <h2>"Queue"</h2>
                <p class="quiet queue-state" prop:textContent=text></p>
                <div class="queue-tools">
                    {go_on}
                    {button("Back", |queue| queue.skip(-1))}
                    {button("Skip", |queue| queue.skip(1))}
                    {move || is_playing.get().then(&stop)}
                    {button("Clear", Queue::clear)}
                </div>
            </header>
            <ol class="queue-list" role="list">
                <For
                    each=each
                    key=|(index, clip)| (*index, clip.note.clone(), clip.moment.seconds)
                    children=item
                />
            </ol>
            {missing}
            <p class="quiet queue-rule">{rule.concat()}</p>
        </section>
    }
    .into_any()
}
