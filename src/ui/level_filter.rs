//! The choice of a level of seniority.

use leptos::prelude::*;

use crate::matrix::{Level, levels_with_counts};

use super::found::search;
use super::shelf::shelf;
use super::view::view;

/// The choice of a level of seniority, each with the number of skills it leaves.
#[component]
pub(super) fn LevelFilter() -> impl IntoView {
    let shelf = shelf();
    if shelf.matrix.levels.is_empty() {
        return ().into_any();
    }
    let (view, search) = (view(), search());
    let levels = shelf.matrix.levels.clone();
    let counts = Memo::new(move |_| {
        let found = search.0.read();
        let all = shelf.matrix.skills.iter().filter(|skill| found.shows(&skill.id)).count();
        let mut counts = vec![all];
        let of_levels = levels_with_counts(&shelf.matrix, |skill| found.shows(skill));
        counts.extend(of_levels.into_iter().map(|(_, count)| count));
        counts
    });
    let choice = move |(position, level): (usize, Option<Level>)| {
        let count = move || counts.read().get(position).copied();
        view! {
            <label class="segment">
                <input
                    type="radio"
                    name="level"
                    value=level.map_or("all", Level::as_str)
                    prop:checked=move || view.level.get() == level
                    on:change=move |_| view.change(|state| state.level = level)
                />
                <span class="segment-label">
                    {level.map_or("All", Level::label)} " " <span class="count">{count}</span>
                </span>
            </label>
        }
        .into_any()
    };
    let all = std::iter::once(None).chain(levels.into_iter().map(Some));
    let choices: Vec<AnyView> = all.enumerate().map(choice).collect();
    view! {
        <fieldset class="levels" role="radiogroup" aria-labelledby="levels-title">
            <legend id="levels-title">"Seniority"</legend>
            <div class="segments">{choices}</div>
        </fieldset>
    }
    .into_any()
}
