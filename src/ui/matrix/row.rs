//! A row of the matrix: one skill.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::{Agreement, Filter, LevelId, SkillId};
use crate::ui::links::view_link::{Carries, ViewLink};
use crate::ui::state::library::Library;
use crate::ui::state::view::{Opened, open_skill, view};
use crate::ui::widgets::fresh::fresh;

use super::cell::Cell;
use super::skill_line::first_line;

/// A row of the matrix: a skill with its cells.
#[component]
pub fn SkillRow(
    /// The notes that are shown.
    library: Arc<Library>,
    /// The skill.
    skill: SkillId,
    /// The matrix's columns; `None` for the one of no named level.
    columns: StoredValue<Vec<Option<LevelId>>>,
    /// Which placements count, at whichever level.
    counted: Filter,
) -> impl IntoView {
    let view = view();
    let Some(row) = library.matrix.skill(&skill) else { return ().into_any() };
    let name = row.name.clone();
    let id = skill.to_string();
    let cells = columns.with_value(|columns| -> Vec<AnyView> {
        columns
            .iter()
            .map(|&level| {
                let placements = row.at(level).filter(|placement| counted.lets_through(placement));
                let said = Agreement::of(placements);
                let label = library.matrix.level_label(level).to_owned();
                view! { <Cell skill=skill.clone() name=name.clone() level label said/> }.into_any()
            })
            .collect()
    });
    let skill = StoredValue::new(skill);
    let line = {
        let library = library.clone();
        Memo::new(move |_| {
            let row = skill.with_value(|skill| library.matrix.skill(skill))?;
            let line = first_line(row, &Filter { level: view.level.get(), ..counted });
            line.map(str::to_owned)
        })
    };
    let line = fresh(
        move || line.get(),
        |line| line.map(|line| view! { <p class="skill-line">{line}</p> }.into_any()).into_any(),
    );
    let is_open = Memo::new(move |_| match &*view.opened.read() {
        Opened::Skill(open) => skill.with_value(|skill| open == skill),
        _ => false,
    });
    let edit = Box::new(move |state: &mut _| skill.with_value(|skill| open_skill(state, skill)));
    view! {
        <tr role="row" class="skill" data-open=move || is_open.get().then_some("true")>
            <th role="rowheader" scope="row" data-skill=id>
                <ViewLink edit carries=Carries::Matrix class="skill-name" is_open=is_open>
                    <span translate="no">{name}</span>
                </ViewLink>
                {line}
            </th>
            {cells}
        </tr>
    }
    .into_any()
}
