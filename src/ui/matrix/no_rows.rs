//! A matrix of which the filters leave nothing: what was asked, and the way back.

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::search::found::search;
use crate::ui::state::library::Library;
use crate::ui::state::view::view;
use crate::ui::widgets::fresh::fresh;
use crate::view_state::ViewState;

/// What stands in the place of rows where the filters leave none.
#[component]
pub fn NoRows(
    /// The notes that are shown.
    library: Arc<Library>,
) -> impl IntoView {
    let (view, search) = (view(), search());
    let text = move || match search.painted.read().is_search() {
        true => "What the search finds is not said for these filters.",
        false => "No note here names a skill for these filters.",
    };
    let filters = fresh(
        move || view.filter.get(),
        move |filter| {
            let video =
                filter.video.map(|video| library.title_of(video).unwrap_or("none here").to_owned());
            [
                filter
                    .level
                    .map(|_| ["Seniority: ", library.matrix.level_label(filter.level)].concat()),
                filter.role.map(|role| ["Role: ", role.label()].concat()),
                video.map(|title| ["Video: ", &title].concat()),
            ]
            .into_iter()
            .flatten()
            .map(|filter| view! { <li>{filter}</li> }.into_any())
            .collect::<Vec<_>>()
            .into_any()
        },
    );
    view! {
        <div class="nothing" data-anchor="nothing">
            <p prop:textContent=text></p>
            <ul class="quiet" role="list">{filters}</ul>
            <button
                type="button"
                class="button"
                on:click=move |_| view.change(ViewState::clear_filters)
            >
                "Clear filters"
            </button>
        </div>
    }
    .into_any()
}
