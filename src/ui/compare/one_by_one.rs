//! "My level": one skill after the other, by keyboard if one likes.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::html::Dialog;
use leptos::prelude::*;

use crate::browser::page::{focus, listen};
use crate::matrix::{Filter, LevelId, RowGroup, Sort};
use crate::progress::{At, Step};
use crate::ui::state::library::Library;
use crate::ui::state::view::view;
use crate::ui::widgets::dialog::TitledDialog;

use crate::ui::rating::ratings::ratings;

/// A skill that is asked about.
#[derive(Clone, PartialEq, Eq)]
struct Question {
    at: At,
    name: String,
    said: String,
}

/// A dialog that asks for one skill after the other: 1 to 4 rate and go on, 0 takes back, arrows go back and on.
#[component]
pub fn OneByOne(
    /// The dialog's element.
    dialog: NodeRef<Dialog>,
    /// The notes that are shown.
    library: Arc<Library>,
    /// The level that is aimed at.
    target: LevelId,
) -> impl IntoView {
    let (view, ratings) = (view(), ratings());
    let shown = ratings.shown();
    let filter = Filter { level: Some(target), ..view.filter.get_untracked() };
    let questions: Vec<Question> =
        RowGroup::asked_for(&library.matrix, &filter, Sort::Rank, None, |_| true)
            .iter()
            .map(|skill| {
                let said = skill
                    .at(Some(target))
                    .find_map(|placement| placement.text.clone().or(placement.summary.clone()));
                Question {
                    at: At { skill: skill.id.clone(), level: target },
                    name: skill.name.clone(),
                    said: said.unwrap_or_default(),
                }
            })
            .collect();
    let (count, questions) = (questions.len(), StoredValue::new(questions));
    let at = RwSignal::new(0_usize);
    let question = Memo::new(move |_| questions.with_value(|all| all.get(at.get()).cloned()));
    let go = move |by: isize| {
        at.update(|at| *at = at.saturating_add_signed(by).min(count.saturating_sub(1)));
    };
    let answer = move |step: Option<Step>| {
        let Some(Question { at: place, name, .. }) = question.get_untracked() else { return };
        ratings.rate(&place, &name, step);
        if step.is_some() {
            go(1);
        }
    };
    let on_key = move |key: KeyboardEvent| {
        if listen::is_chord(&key) {
            return;
        }
        match key.key().as_str() {
            "ArrowLeft" | "ArrowUp" => go(-1),
            "ArrowRight" | "ArrowDown" => go(1),
            "0" | "Backspace" | "Delete" => answer(None),
            "1" => answer(Some(Step::NotYet)),
            "2" => answer(Some(Step::WithHelp)),
            "3" => answer(Some(Step::Alone)),
            "4" => answer(Some(Step::TeachIt)),
            _ => return,
        }
        key.prevent_default();
    };
    let place = move || {
        let number = at.get().saturating_add(1).min(count);
        [&number.to_string(), " of ", &count.to_string()].concat()
    };
    let name = move || question.get().map_or_else(String::new, |question| question.name);
    let said = move || question.get().map_or_else(String::new, |question| question.said);
    let step = Memo::new(move |_| question.get().and_then(|question| shown.step(&question.at)));
    let choice = |(number, own): (u32, Step)| {
        view! {
            <button
                type="button"
                class="button step-choice"
                // The dialog's keys work from within it.
                autofocus=number == 1
                aria-pressed=move || (step.get() == Some(own)).to_string()
                on:click=move |_| answer(Some(own))
            >
                <kbd>{number.to_string()}</kbd> {own.label()}
            </button>
        }
        .into_any()
    };
    let choices: Vec<AnyView> = (1..).zip(Step::ALL).map(choice).collect();
    view! {
        <TitledDialog dialog id="one-by-one-title" title="How are you at it?">
            <div class="one-by-one" on:keydown=on_key>
                <p class="quiet" prop:textContent=place></p>
                <div role="status">
                    <h3 translate="no" prop:textContent=name></h3>
                    <p class="said" prop:textContent=said></p>
                </div>
                <div class="step-choices">{choices}</div>
                <div class="field-row">
                    <button type="button" class="button" on:click=move |_| go(-1)>"Back"</button>
                    <button type="button" class="button" on:click=move |_| go(1)>"Skip"</button>
                    <button type="button" class="button" on:click=move |_| answer(None)><kbd>"0"</kbd> "Not rated"</button>
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| {
                            if let Some(dialog) = dialog.get_untracked() {
                                dialog.close();
                            }
                            focus::keep();
                        }
                    >
                        "Done"
                    </button>
                </div>
            </div>
        </TitledDialog>
    }
    .into_any()
}
