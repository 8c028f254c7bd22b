//! Four dots by which one rates a skill: a radio group, so that arrows move between them.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser::page::listen;
use crate::progress::{At, Difference, Step};

use super::ratings::ratings;

/// Four dots for a skill at a level; the keys 1 to 4 set one, 0 takes it back.
#[component]
pub fn StepDots(
    /// What is rated.
    at: At,
    /// The skill's name.
    name: String,
    /// What tells this group apart from others of the same skill on the page.
    #[prop(default = "row")]
    place: &'static str,
) -> impl IntoView {
    let ratings = ratings();
    let shown = ratings.shown();
    let group = ["rate-", place, "-", &at.skill.0, "-", at.level.as_str()].concat();
    let rate = {
        let (at, name) = (at.clone(), name.clone());
        Callback::new(move |step: Option<Step>| ratings.rate(&at, &name, step))
    };
    let step = {
        let at = at.clone();
        Memo::new(move |_| shown.step(&at))
    };
    let on_key = move |key: KeyboardEvent| {
        if listen::is_chord(&key) {
            return;
        }
        let step = match key.key().as_str() {
            "0" | "Backspace" | "Delete" => None,
            "1" => Some(Step::NotYet),
            "2" => Some(Step::WithHelp),
            "3" => Some(Step::Alone),
            "4" => Some(Step::TeachIt),
            _ => return,
        };
        key.prevent_default();
        rate.run(step);
    };
    let dot = |own: Step| {
        view! {
            <label class="step-dot" title=own.label()>
                <input
                    type="radio"
                    name=group.clone()
                    value=own.as_str()
                    prop:checked=move || step.get() == Some(own)
                    on:change=move |_| rate.run(Some(own))
                />
                <span class="visually-hidden">{own.label()}</span>
            </label>
        }
        .into_any()
    };
    let dots: Vec<AnyView> = Step::ALL.into_iter().map(dot).collect();
    let said = move || step.get().map_or("not rated", Step::label);
    let difference = move || Difference::of(step.get(), shown.their_step(&at));
    let words = {
        let difference = difference.clone();
        move || difference().in_words().unwrap_or_default()
    };
    let is_apart = move || matches!(difference(), Difference::TalkAbout(..)).then_some("true");
    view! {
        <div class="step-dots">
            <div
                class="dots" data-anchor="dots"
                role="radiogroup"
                aria-label=["How are you at ", &name, "?"].concat()
                on:keydown=on_key
            >
                {dots}
            </div>
            <span class="step-said quiet" aria-hidden="true" prop:textContent=said></span>
            <p class="difference" data-apart=is_apart prop:textContent=words></p>
        </div>
    }
    .into_any()
}
