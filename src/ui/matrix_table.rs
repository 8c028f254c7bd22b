//! The matrix: skills × levels.

use leptos::prelude::*;

use crate::matrix::{Level, Rows, SkillId};

use super::found::search;
use super::row::SkillRow;
use super::shelf::shelf;
use super::view::view;
use super::words::count;

/// What stands in a line of the matrix's body.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Line {
    Skill(SkillId),
    /// Between the skills that the chosen level places and those it does not.
    Divider(Level, usize),
}

/// The matrix.
#[component]
pub(super) fn MatrixTable() -> impl IntoView {
    let (view, search, shelf) = (view(), search(), shelf());
    let total = shelf.matrix.skills.len();
    if total == 0 {
        return view! {
            <p class="nothing">
                "These notes name no skills. Skills are read from lists under headings such as \
                 “Key skills for product managers”; searching and reading work all the same."
            </p>
        }
        .into_any();
    }
    let columns = columns(&shelf.matrix.skills, &shelf.matrix.levels);
    let lines = {
        let shelf = shelf.clone();
        Memo::new(move |_| {
            let (found, level) = (search.0.read(), view.level.get());
            let rows = Rows::of(&shelf.matrix, level, |skill| found.shows(skill));
            let skill = |skill: &&crate::matrix::Skill| Line::Skill(skill.id.clone());
            let mut lines: Vec<Line> = rows.first.iter().map(skill).collect();
            if let Some(level) = level.filter(|_| !rows.rest.is_empty()) {
                lines.push(Line::Divider(level, rows.rest.len()));
            }
            lines.extend(rows.rest.iter().map(skill));
            lines
        })
    };
    let shown = Memo::new(move |_| {
        lines.read().iter().filter(|line| matches!(line, Line::Skill(_))).count()
    });
    let caption = {
        let notes = count(shelf.vault.notes().len(), "note", "notes");
        move || match shown.get() {
            all if all == total => [&count(total, "skill", "skills"), " from ", &notes].concat(),
            some => [&some.to_string(), " of ", &count(total, "skill", "skills")].concat(),
        }
    };
    let heads: Vec<AnyView> = columns
        .iter()
        .map(|&level| {
            view! {
                <th role="columnheader" scope="col" data-level=level.map_or("any", Level::as_str)>
                    {level.map_or("Any level", Level::label)}
                </th>
            }
            .into_any()
        })
        .collect();
    let width = (columns.len() + 1).to_string();
    let columns = StoredValue::new(columns);
    let line = move |line: Line| match line {
        Line::Skill(skill) => view! { <SkillRow skill columns/> }.into_any(),
        Line::Divider(level, number) => {
            let text = ["named, not ranked for ", level.label(), " (", &number.to_string(), ")"];
            view! {
                <tr class="divider" role="row">
                    <td role="cell" colspan=width.clone()><span>{text.concat()}</span></td>
                </tr>
            }
            .into_any()
        }
    };
    view! {
        <div
            class="matrix"
            role="region"
            aria-label="Skills by seniority"
            hidden=move || shown.get() == 0
        >
            <table role="table" data-chosen=move || view.level.get().map(Level::as_str)>
                <caption>{caption}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">"Skill"</th>
                        {heads}
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    <For each=move || lines.get() key=Line::clone children=line/>
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The columns: the one of no named level, where some note names none, then the levels.
fn columns(skills: &[crate::matrix::Skill], levels: &[Level]) -> Vec<Option<Level>> {
    let any = skills.iter().any(|skill| skill.at(None).next().is_some());
    any.then_some(None).into_iter().chain(levels.iter().copied().map(Some)).collect()
}
