//! Where one is against what a level asks: a bar for each skill.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::{Filter, LevelId, RowGroup, Sort};
use crate::progress::{At, Step};
use crate::ui::state::library::Library;
use crate::ui::state::view::view;

use crate::ui::rating::state::progress;

/// A bar for each skill that the level asks for. It reads as a list of names and steps.
#[component]
pub fn GapChart(
    /// The notes that are shown.
    library: Arc<Library>,
    /// The level that is aimed at.
    target: LevelId,
) -> impl IntoView {
    let (view, progress) = (view(), progress());
    let filter = Filter { level: Some(target), ..view.filter.get_untracked() };
    let rows = RowGroup::asked_for(&library.matrix, &filter, Sort::Rank, None, |_| true);
    let is_rated = move || progress.here().get().steps.keys().any(|at| at.level == target);
    let bars: Vec<(At, String)> = rows
        .iter()
        .map(|skill| (At { skill: skill.id.clone(), level: target }, skill.name.clone()))
        .collect();
    let label = ["Where you are, against ", library.matrix.level_label(Some(target))].concat();
    move || {
        is_rated().then(|| {
            let bar = |(at, name): (At, String)| {
                let step = Memo::new(move |_| progress.step(&at));
                let said = move || step.get().map_or("not rated", Step::label);
                let place = move || step.get().map(|step| (step.place() + 1).to_string());
                view! {
                    <li class="bar" data-step=place>
                        <span class="bar-name" translate="no">{name}</span>
                        <span class="bar-track" aria-hidden="true"><span class="bar-fill"></span></span>
                        <span class="bar-said quiet" prop:textContent=said></span>
                    </li>
                }
                .into_any()
            };
            let bars: Vec<AnyView> = bars.clone().into_iter().map(bar).collect();
            view! {
                <figure class="gap-chart">
                    <figcaption>
                        <span translate="no">{label.clone()}</span>
                        <span class="quiet">" · the line is “alone”"</span>
                    </figcaption>
                    <ul role="list">{bars}</ul>
                </figure>
            }
            .into_any()
        })
    }
}
