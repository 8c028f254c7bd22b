//! A row of the matrix: one skill.

use leptos::prelude::*;

use crate::browser::listen::is_for_browser;
use crate::matrix::{Level, SkillId};

use super::cell::Cell;
use super::shelf::shelf;
use super::view::{Opened, open_skill, view};
use super::words::first_line;

/// A row of the matrix: a skill with its cells.
#[component]
pub(super) fn SkillRow(
    /// The skill.
    skill: SkillId,
    /// The matrix's columns; `None` for the one of no named level.
    columns: StoredValue<Vec<Option<Level>>>,
) -> impl IntoView {
    let (view, shelf) = (view(), shelf());
    let Some(row) = shelf.matrix.skill(&skill) else { return ().into_any() };
    let name = row.name.clone();
    let id = skill.to_string();
    let skill = StoredValue::new(skill);
    let cells = columns.with_value(|columns| -> Vec<AnyView> {
        columns
            .iter()
            .map(|&level| {
                let skill = skill.get_value();
                view! { <Cell skill level/> }.into_any()
            })
            .collect()
    });
    let line = {
        let shelf = shelf.clone();
        Memo::new(move |_| {
            let row = skill.with_value(|skill| shelf.matrix.skill(skill))?;
            first_line(&shelf, row, view.level.get())
        })
    };
    let is_open = Memo::new(move |_| match &*view.opened.read() {
        Opened::Skill(open) => skill.with_value(|skill| open == skill),
        _ => false,
    });
    let href = move || {
        // The level goes along; the search is the reader's own.
        let level = view.level.get();
        view.href(|state| {
            *state = Default::default();
            state.level = level;
            skill.with_value(|skill| open_skill(state, skill));
        })
    };
    view! {
        <tr role="row" class="skill" data-open=move || is_open.get().then_some("true")>
            <th role="rowheader" scope="row" data-skill=id>
                <a
                    class="skill-name"
                    href=href
                    aria-current=move || is_open.get().then_some("true")
                    on:click=move |click| {
                        if !is_for_browser(&click) {
                            click.prevent_default();
                            view.change(|state| skill.with_value(|skill| open_skill(state, skill)));
                        }
                    }
                >
                    {name}
                </a>
                {move || line.get().map(|line| view! { <p class="skill-line">{line}</p> }.into_any())}
            </th>
            {cells}
        </tr>
    }
    .into_any()
}
