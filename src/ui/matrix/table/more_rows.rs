//! The end of a matrix that is not drawn to its end: more follows once it is reached, or asked for.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::anchor::Anchor;
use crate::browser::page::{focus, scheduler};
use crate::ui::widgets::counting::count;
use crate::ui::widgets::lists::sentinel::Sentinel;

use super::drawn_parts::DrawnParts;

/// The end of a matrix that is not drawn to its end.
#[component]
pub fn MoreRows(
    /// How much is drawn.
    drawn: DrawnParts,
) -> impl IntoView {
    let rows = drawn.open_rows;
    let is_cut = Memo::new(move |_| drawn.limit.get() < rows.get());
    // Drawn anew with each step, so that a step that does not fill the window is followed by one.
    let sentinel = move || {
        drawn.limit.track();
        is_cut.get().then(|| {
            let on_sight = Callback::new(move |()| drawn.grow());
            view! { <Sentinel on_sight/> }.into_any()
        })
    };
    let show_all = move |_| {
        let before = drawn.limit.get_untracked();
        drawn.grow_to_all();
        // The button goes; the focus goes on with the first row that has come.
        spawn_local(async move {
            scheduler::next_task().await;
            if let Some(head) = focus::all(Anchor::SkillHead).get(before) {
                focus::give_first(head, "a");
            }
        });
    };
    let button = move || {
        is_cut.get().then(|| {
            let text = move || ["Show all ", &count(rows.get(), "skill", "skills")].concat();
            view! {
                <button type="button" class="button" on:click=show_all prop:textContent=text></button>
            }
            .into_any()
        })
    };
    let told = move || {
        let is_all = drawn.limit.get() == usize::MAX;
        let told = || ["All ", &count(rows.get(), "skill is", "skills are"), " shown"].concat();
        if is_all { told() } else { String::new() }
    };
    view! {
        {move || sentinel()}
        <div class="more-rows" data-anchor="more-rows">{move || button()}</div>
        <p class="visually-hidden" aria-live="polite" prop:textContent=told></p>
    }
    .into_any()
}
