//! Where one is against what a level asks: a bar for each skill, today or as of a day.

use std::sync::Arc;

use leptos::prelude::*;
use rustc_hash::FxHashMap;

use crate::browser::files::download;
use crate::export::formats::gap_chart;
use crate::matrix::{Filter, LevelId, RowGroup, Sort};
use crate::progress::{At, Day, Growth, Step, steps_here};
use crate::ui::state::library::Library;
use crate::ui::state::view::view;
use crate::ui::widgets::fresh::fresh;

use crate::ui::rating::ratings::{ratings, today};

/// A bar for each skill that the level asks for. It reads as a list of names and steps.
#[component]
pub fn GapChart(
    /// The notes that are shown.
    library: Arc<Library>,
    /// The level that is aimed at.
    target: LevelId,
) -> impl IntoView {
    let (view, ratings) = (view(), ratings());
    let shown = ratings.shown();
    let filter = Filter { level: Some(target), ..view.filter.get_untracked() };
    let rows = RowGroup::asked_for(&library.matrix, &filter, Sort::Rank, None, |_| true);
    let is_rated = Memo::new(move |_| shown.here().get().steps.keys().any(|at| at.level == target));
    let bars: Vec<(At, String)> = rows
        .iter()
        .map(|skill| (At { skill: skill.id.clone(), level: target }, skill.name.clone()))
        .collect();
    let label = ["Where you are, against ", library.matrix.level_label(Some(target))].concat();
    // The day that one looks back to; `None` for now.
    let as_of = RwSignal::new(None::<Day>);
    let steps = {
        let library = Arc::clone(&library);
        Memo::new(move |_| -> FxHashMap<At, Step> {
            let Some(day) = as_of.get() else { return shown.here().get().steps };
            let record = ratings.record().get();
            steps_here(&library.matrix, record.rated_on(day)).steps
        })
    };
    let growth = move || {
        let record = ratings.record().get();
        let since = as_of.get().or_else(|| record.days(target).first().copied());
        let told = since.zip(today()).and_then(|(since, today)| {
            Growth::since(&record, target, since).in_words(since, today)
        });
        told.unwrap_or_default()
    };
    let days = Memo::new(move |_| {
        let now = today();
        let mut days = ratings.record().get().days(target);
        days.retain(|day| Some(*day) != now);
        days.reverse();
        days
    });
    let look_back = fresh(move || days.get(), move |days| look_back(days, as_of));
    let trouble = RwSignal::new(String::new());
    let save = Callback::new(move |()| {
        let filter = view.filter.get_untracked();
        let text = gap_chart::to_svg(&library.matrix, target, &filter, &steps.get_untracked());
        let saved = download::save("where-i-am.svg", "image/svg+xml", text.as_bytes());
        trouble.set(match saved {
            Ok(()) => String::new(),
            Err(error) => ["It cannot be saved: ", &error.to_string(), "."].concat(),
        });
    });
    let bar = move |(at, name): (At, String)| {
        let step = Memo::new(move |_| steps.get().get(&at).copied());
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
    let bars: Vec<AnyView> = bars.into_iter().map(bar).collect();
    view! {
        <figure class="gap-chart" aria-labelledby="gap-chart-title" hidden=move || !is_rated.get()>
            <figcaption id="gap-chart-title">
                <span translate="no">{label}</span>
                <span class="quiet">" · the line is “alone” "</span>
                <span class="growth" role="status" prop:textContent=growth></span>
            </figcaption>
            {look_back}
            <ul role="list">{bars}</ul>
            <button type="button" class="button chart-save" on:click=move |_| save.run(())>
                "Save as a picture"
            </button>
            <p class="quiet" role="status" prop:textContent=move || trouble.get()></p>
        </figure>
    }
    .into_any()
}

/// The choice of a former day, where something was rated on one.
fn look_back(days: Vec<Day>, as_of: RwSignal<Option<Day>>) -> AnyView {
    if days.is_empty() {
        return ().into_any();
    }
    let choice = |day: Day| {
        let is_chosen = as_of.get_untracked() == Some(day);
        view! { <option value=day.to_string() selected=is_chosen>{day.in_words()}</option> }
            .into_any()
    };
    let choices: Vec<AnyView> = days.into_iter().map(choice).collect();
    view! {
        <label class="look-back">
            "As of "
            <select on:change=move |event| as_of.set(event_target_value(&event).parse().ok())>
                <option value="">"today"</option>
                {choices}
            </select>
        </label>
    }
    .into_any()
}
