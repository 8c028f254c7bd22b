//! The reader's list: a plan where it was made of the gap.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::LevelId;
use crate::progress::{Gap, ListItem};
use crate::ui::queue::state::queue;
use crate::ui::state::library::Library;
use crate::ui::state::view::view;
use crate::ui::widgets::counting::count;
use crate::ui::widgets::icon::{Icon, icon};
use crate::vault::video::clip::{Clip, ClipRef, duration_in_words, resolve};

use super::plan_item::PlanItem;
use crate::ui::rating::state::progress;

/// The list: what it is called, what is left of it, its items.
#[component]
pub fn PlanPanel(
    /// The notes that are shown.
    library: Arc<Library>,
    /// The level that is aimed at.
    target: LevelId,
) -> impl IntoView {
    let (view, progress, queue) = (view(), progress(), queue());
    let items = Memo::new(move |_| {
        progress.record().get().list.items().iter().map(Line::of).collect::<Vec<Line>>()
    });
    let is_empty = move || items.get().is_empty() && !progress.can_undo();
    let state = {
        let library = Arc::clone(&library);
        move || {
            let here = progress.here().get();
            let gap = Gap::to(target, &library.matrix, &view.filter.get(), &here.steps);
            let list = progress.record().get().list;
            let left = list.left(&library.vault);
            let clips = resolve(&library.vault, &open_clips(list.items()));
            let mut told = gap.in_words();
            if left.clips > 0 {
                told.extend([
                    " · ",
                    &count(left.clips, "clip", "clips"),
                    ", ",
                    &duration_in_words(&clips),
                    " left",
                ]);
            }
            if left.missing > 0 {
                told.extend([
                    " · ",
                    &count(left.missing, "clip is", "clips are"),
                    " of notes that are not here",
                ]);
            }
            told
        }
    };
    let play = {
        let (library, queue) = (Arc::clone(&library), queue.clone());
        move || {
            let list = progress.record().get_untracked().list;
            let clips: Vec<Clip> = resolve(&library.vault, &open_clips(list.items()));
            queue.play(&clips);
        }
    };
    let name = move || progress.record().get().list.name().to_owned();
    let rename = move |event| {
        let name = event_target_value(&event);
        progress.change_list(|list, revision| list.rename(&name, revision));
    };
    let each = move || -> Vec<(usize, Line)> { items.get().into_iter().enumerate().collect() };
    let item = move |(index, line): (usize, Line)| {
        view! { <PlanItem library=Arc::clone(&library) index item=line.0/> }.into_any()
    };
    let can_play = Memo::new(move |_| queue.can_play());
    let play = StoredValue::new_local(play);
    let play_button = move || {
        can_play.get().then(|| {
            view! {
                <button type="button" class="button primary" on:click=move |_| (play.get_value())()>
                    {icon(Icon::Play)} "Play the plan"
                </button>
            }
            .into_any()
        })
    };
    let undo = move || {
        progress.can_undo().then(|| {
            view! {
                <p class="quiet">
                    "The list is empty. "
                    <button type="button" class="button" on:click=move |_| progress.undo_clear()>"Undo"</button>
                </p>
            }
            .into_any()
        })
    };
    view! {
        <section class="plan" aria-labelledby="plan-title" hidden=is_empty data-anchor="plan">
            <header class="plan-head">
                <h2 id="plan-title">"Your plan"</h2>
                <label class="visually-hidden" for="plan-name">"What you call it"</label>
                <input
                    id="plan-name"
                    type="text"
                    maxlength="120"
                    placeholder="Name it"
                    prop:value=name
                    on:change=rename
                />
                <p class="quiet plan-state" role="status" prop:textContent=state></p>
                <div class="plan-tools">
                    {play_button}
                    <button type="button" class="button" on:click=move |_| progress.clear_list()>"Clear"</button>
                </div>
            </header>
            {undo}
            <ol class="plan-list" role="list">
                <For each=each key=|(index, line)| (*index, line.clone()) children=item/>
            </ol>
        </section>
    }
    .into_any()
}

/// An item as it is drawn: anew when anything of it changes.
#[derive(Clone, PartialEq, Eq)]
struct Line(ListItem);

impl Line {
    fn of(item: &ListItem) -> Self {
        Self(item.clone())
    }
}

impl std::hash::Hash for Line {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        (&self.0.skill, self.0.level, &self.0.clip, self.0.done).hash(state);
    }
}

/// The clips that are not ticked.
fn open_clips(items: &[ListItem]) -> Vec<ClipRef> {
    items.iter().filter(|item| item.done.is_none()).filter_map(|item| item.clip.clone()).collect()
}
