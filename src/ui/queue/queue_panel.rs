//! The queue as a list: what plays, what comes next, and how to change it.

use leptos::prelude::*;

use crate::ui::widgets::counting::count;
use crate::vault::video::clip::{Clip, LONGEST_SECS, MOST, SHORTEST_SECS, duration_in_words};

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
    move || (!is_empty.get()).then(|| drawn(&queue))
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
    let button = |label: &'static str, act: Box<dyn Fn(&Queue)>| {
        let queue = queue.clone();
        view! {
            <button type="button" class="button" on:click=move |_| act(&queue)>{label}</button>
        }
        .into_any()
    };
    let go_on = {
        let queue = queue.clone();
        move || {
            let can_go_on = !is_playing.get() && queue.can_play();
            can_go_on.then(|| {
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
                    {button("Back", Box::new(|queue| queue.skip(-1)))}
                    {button("Skip", Box::new(|queue| queue.skip(1)))}
                    {button("Stop", Box::new(Queue::stop))}
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
