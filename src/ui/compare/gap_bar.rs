//! The gap to the level that is aimed at, in one line, with what to do about it.

use std::sync::Arc;

use leptos::html::Dialog;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::anchor::Anchor;
use crate::browser::page::{focus, scheduler};
use crate::matrix::LevelId;
use crate::progress::Gap;
use crate::ui::state::library::Library;
use crate::ui::state::texts_beside;
use crate::ui::state::view::view;
use crate::ui::widgets::counting::count;
use crate::ui::widgets::dialog::show;
use crate::vault::video::clip::{Clip, duration, duration_in_words};

use super::data_menu::DataMenu;
use super::gap_chart::GapChart;
use super::link_dialog::LinkDialog;
use super::one_by_one::OneByOne;
use crate::ui::rating::ratings::ratings;

/// The gap, and what to do about it.
#[component]
pub fn GapBar(
    /// The notes that are shown.
    library: Arc<Library>,
    /// The level that is aimed at.
    target: LevelId,
) -> impl IntoView {
    let (view, ratings) = (view(), ratings());
    let shown = ratings.shown();
    let label = library.matrix.level_label(Some(target)).to_owned();
    let (one_by_one, link) = (NodeRef::<Dialog>::new(), NodeRef::<Dialog>::new());
    let (head, first, about) = {
        let library = Arc::clone(&library);
        let told = Memo::new(move |_| {
            let here = shown.here().get();
            let gap = Gap::to(target, &library.matrix, &view.filter.get(), &here.steps);
            let clips: Vec<Clip> =
                gap.open.iter().flat_map(|open| open.clips(&library.vault)).collect();
            let head = match (gap.open.len(), gap.unrated.len()) {
                (0, _) if here.steps.is_empty() => {
                    ["Rate yourself, and you see your gap to ", &label, "."].concat()
                }
                (0, 0) => ["No gap to ", &label, ": ", &gap.in_words()].concat(),
                (0, open) => [&gap.in_words(), ", ", &open.to_string(), " not rated"].concat(),
                (open, _) => {
                    ["Your gap to ", &label, ": ", &count(open, "skill", "skills")].concat()
                }
            };
            let names: Vec<&str> = gap.first().iter().map(|open| &*open.skill.name).collect();
            let first = match names.is_empty() {
                true => String::new(),
                false => ["Work on these first: ", &names.join(" · ")].concat(),
            };
            // What is left of the plan, where there is one; else what one would be made of.
            let left = ratings.list().with(|list| list.left(&library.vault));
            let about = match (clips.is_empty(), gap.open.is_empty()) {
                _ if left.clips > 0 => [
                    &gap.in_words(),
                    " · ",
                    &count(left.clips, "clip", "clips"),
                    ", ",
                    &duration(left.seconds),
                    " left",
                ]
                .concat(),
                (true, true) => String::new(),
                (true, false) => gap.in_words(),
                (false, _) => {
                    let clips =
                        [&count(clips.len(), "clip", "clips"), ", ", &duration_in_words(&clips)];
                    [&gap.in_words(), " · ", &clips.concat()].concat()
                }
            };
            (head, first, about)
        });
        (move || told.get().0, move || told.get().1, move || told.get().2)
    };
    let has_gap = {
        let library = Arc::clone(&library);
        Memo::new(move |_| {
            let here = shown.here().get();
            !Gap::to(target, &library.matrix, &view.filter.get(), &here.steps).open.is_empty()
        })
    };
    let plan = {
        let library = Arc::clone(&library);
        move |_| {
            let here = shown.here().get_untracked();
            let filter = view.filter.get_untracked();
            let library = Arc::clone(&library);
            let items =
                move || Gap::to(target, &library.matrix, &filter, &here.steps).plan(&library.vault);
            spawn_local(async move {
                ratings.plan(texts_beside::once_here(items).await);
                // The list is drawn first.
                scheduler::next_task().await;
                if let Some(list) = focus::first(Anchor::List) {
                    focus::unfold(&list);
                    focus::give_by_program(&list);
                }
            });
        }
    };
    let warning = move || ratings.warning();
    view! {
        <section class="gap-bar" data-anchor="gap-bar" aria-label="Your gap">
            <p class="gap-head" role="status" prop:textContent=head></p>
            <p class="gap-first quiet" prop:textContent=first></p>
            <p class="gap-about quiet" prop:textContent=about></p>
            <div class="gap-tools" data-anchor="gap-tools">
                <button type="button" class="button" on:click=move |_| show(one_by_one)>"Rate one by one"</button>
                <button type="button" class="button primary" disabled=move || !has_gap.get() on:click=plan>
                    "Make it my plan"
                </button>
                <button type="button" class="button" on:click=move |_| show(link)>"Send to somebody"</button>
            </div>
        </section>
        <p class="progress-trouble" role="status" prop:textContent=warning></p>
        <GapChart library=Arc::clone(&library) target/>
        <DataMenu/>
        <OneByOne dialog=one_by_one library target/>
        <LinkDialog dialog=link target/>
    }
    .into_any()
}
