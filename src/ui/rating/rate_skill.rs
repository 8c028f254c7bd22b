//! How one is at an opened skill, at the level that is compared or chosen.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::{LevelId, SkillId};
use crate::progress::{At, Sides};
use crate::ui::state::library::Library;
use crate::ui::state::view::view;
use crate::ui::widgets::fresh::fresh;

use super::ratings::ratings;
use super::step_dots::StepDots;

/// Dots for an opened skill, where a level is chosen that asks for it, and what it was before.
#[component]
pub fn RateSkill(
    /// The notes that are shown.
    library: Arc<Library>,
    /// The one that is open.
    skill: SkillId,
) -> impl IntoView {
    let (view, ratings) = (view(), ratings());
    let level = Memo::new(move |_| match view.state().read().compare {
        Some(Sides::Levels(_, to)) => Some(to),
        _ => view.level.get(),
    });
    fresh(
        move || level.get(),
        move |level: Option<LevelId>| {
            let found = library.matrix.skill(&skill);
            let Some((found, level)) = found.zip(level) else { return ().into_any() };
            if found.at(Some(level)).next().is_none() {
                return ().into_any();
            }
            let at = At { skill: skill.clone(), level };
            let label = library.matrix.level_label(Some(level)).to_owned();
            let former = {
                let at = at.clone();
                move || {
                    let record = ratings.record().get();
                    let history = record.history(&at);
                    let before = history.len().checked_sub(2).and_then(|last| history.get(last));
                    let before = before.and_then(|entry| Some((entry.step?, entry.day)));
                    before.map_or_else(String::new, |(step, day)| {
                        [step.label(), " on ", &day.in_words()].concat()
                    })
                }
            };
            view! {
                <div class="rate-skill">
                    <p class="quiet">"How are you at it, for " <span translate="no">{label}</span> "?"</p>
                    <StepDots at name=found.name.clone() place="skill"/>
                    <p class="quiet former" prop:textContent=former></p>
                </div>
            }
            .into_any()
        },
    )
}
