//! The choice of a level of seniority.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::{Facets, Level};
use crate::ui::state::environment::environment;
use crate::ui::state::library::Library;
use crate::ui::state::view::view;

/// The choice of a level of seniority, each with the number of skills it leaves.
#[component]
pub fn LevelFilter(
    /// The notes that are shown.
    library: Arc<Library>,
    /// What there is to choose.
    facets: Memo<Facets>,
) -> impl IntoView {
    if library.matrix.levels.is_empty() {
        return ().into_any();
    }
    let (view, environment) = (view(), environment());
    let levels = library.matrix.levels.clone();
    let choice = move |(position, level): (usize, Option<Level>)| {
        let label = level.as_ref().map_or("All", |level| &level.label).to_owned();
        let level = level.map(|level| level.id);
        let count = move || {
            let facets = facets.read();
            let count = match position.checked_sub(1) {
                None => Some(facets.any_level),
                Some(position) => facets.levels.get(position).map(|(_, count)| *count),
            };
            count.map_or_else(String::new, |count| count.to_string())
        };
        view! {
            <label class="segment">
                <input
                    type="radio"
                    name="level"
                    value=level.map_or_else(|| "all".to_owned(), |level| level.to_string())
                    prop:checked=move || view.level.get() == level
                    on:change=move |_| {
                        environment.choose_reader(|reader| reader.level = level);
                        view.change(|state| state.level = level);
                    }
                />
                <span class="segment-label">
                    <span translate=level.map(|_| "no")>{label}</span> " "
                    <span class="count" prop:textContent=count></span>
                </span>
            </label>
        }
        .into_any()
    };
    let all = std::iter::once(None).chain(levels.into_iter().map(Some));
    let choices: Vec<AnyView> = all.enumerate().map(choice).collect();
    view! {
        // No fieldset: WebKit gives a legend a line of its own, whatever the style says.
        <div class="levels" role="radiogroup" aria-label="Seniority">
            <span class="levels-title" aria-hidden="true">"I am"</span>
            <div class="segments">{choices}</div>
        </div>
    }
    .into_any()
}
