//! The matrix: skills × levels.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::{Filter, Level, LevelId, Rows, Skill, SkillId};
use crate::ui::search::found::search;
use crate::ui::state::library::Library;
use crate::ui::state::view::view;
use crate::ui::widgets::counting::count;

use super::drawn_rows::DrawnRows;
use super::more_rows::MoreRows;
use super::no_rows::NoRows;
use super::play_shown::PlayShown;
use super::row::SkillRow;

/// What stands in a line of the matrix's body.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Line {
    /// A skill, with the placements that count: a row is drawn anew when those change.
    Skill(SkillId, Filter),
    /// Between the skills that the chosen level places and those it does not.
    Divider(LevelId, usize),
}

/// The matrix.
#[component]
pub fn MatrixTable(
    /// The notes that are shown.
    library: Arc<Library>,
) -> impl IntoView {
    let (view, search) = (view(), search());
    let total = library.matrix.skills.len();
    if total == 0 {
        return view! {
            <p class="nothing">
                "These notes name no skills. Skills are read from lists under headings such as \
                 “Key skills for product managers”; searching and reading work all the same."
            </p>
        }
        .into_any();
    }
    let columns = columns(&library.matrix.skills, &library.matrix.levels);
    let lines = {
        let library = library.clone();
        Memo::new(move |_| {
            let (found, filter) = (search.painted.read(), view.filter.get());
            let rows =
                Rows::of(&library.matrix, &filter, view.sort.get(), |skill| found.shows(skill));
            let skill = |skill: &&Skill| Line::Skill(skill.id.clone(), filter.at_any_level());
            let mut lines: Vec<Line> = rows.first.iter().map(skill).collect();
            if let Some(level) = filter.level.filter(|_| !rows.rest.is_empty()) {
                lines.push(Line::Divider(level, rows.rest.len()));
            }
            lines.extend(rows.rest.iter().map(skill));
            lines
        })
    };
    let shown = Memo::new(move |_| {
        lines.read().iter().filter(|line| matches!(line, Line::Skill(..))).count()
    });
    let drawn = DrawnRows::first(view);
    let line_count = Signal::derive(move || lines.read().len());
    // Where not all rows are drawn, screen readers have to be told how many there are.
    let row_count = move || {
        let lines = line_count.get();
        (drawn.limit.get() < lines).then(|| (lines + 1).to_string())
    };
    let none_left = Memo::new(move |_| {
        let found = search.painted.read();
        let is_narrowed = view.filter.read().at_any_level() != Filter::default();
        // Where the search itself finds nothing, it says so.
        is_narrowed && shown.get() == 0 && !(found.is_search() && found.count() == 0)
    });
    let caption = {
        let notes = count(library.vault.notes().len(), "note", "notes");
        move || match shown.get() {
            all if all == total => [&count(total, "skill", "skills"), " from ", &notes].concat(),
            some => [&some.to_string(), " of ", &count(total, "skill", "skills")].concat(),
        }
    };
    let heads: Vec<AnyView> = columns
        .iter()
        .map(|&level| {
            view! {
                <th
                    role="columnheader"
                    scope="col"
                    data-level=level.map_or_else(|| "any".to_owned(), |level| level.to_string())
                    translate=level.map(|_| "no")
                >
                    {library.matrix.level_label(level).to_owned()}
                </th>
            }
            .into_any()
        })
        .collect();
    let (playable, of_none) = (Arc::clone(&library), Arc::clone(&library));
    let none = move || {
        none_left.get().then(|| view! { <NoRows library=Arc::clone(&of_none)/> }.into_any())
    };
    let width = (columns.len() + 1).to_string();
    let columns = StoredValue::new(columns);
    let line = move |line: Line| match line {
        Line::Skill(skill, counted) => {
            view! { <SkillRow library=Arc::clone(&library) skill columns counted/> }.into_any()
        }
        Line::Divider(level, number) => {
            let label = library.matrix.level_label(Some(level)).to_owned();
            let number = [" (", &number.to_string(), ")"].concat();
            view! {
                <tr class="divider" role="row">
                    <td role="cell" colspan=width.clone()>
                        <span>
                            "named, not ranked for " <span translate="no">{label}</span>
                            {number}
                        </span>
                    </td>
                </tr>
            }
            .into_any()
        }
    };
    let each =
        move || -> Vec<Line> { lines.read().iter().take(drawn.limit.get()).cloned().collect() };
    view! {
        {none}
        <PlayShown library=playable/>
        <div
            class="matrix"
            role="region"
            aria-label="Skills by seniority"
            hidden=move || shown.get() == 0
        >
            <table role="table" aria-rowcount=row_count data-chosen=move || view.level.get().map(|level| level.to_string())>
                <caption prop:textContent=caption></caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">"Skill"</th>
                        {heads}
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    <For each=each key=Line::clone children=line/>
                </tbody>
            </table>
        </div>
        <MoreRows drawn rows=shown lines=line_count/>
    }
    .into_any()
}

/// The columns: the one of no named level, where some note names none, then the levels.
fn columns(skills: &[Skill], levels: &[Level]) -> Vec<Option<LevelId>> {
    let any = skills.iter().any(|skill| skill.at(None).next().is_some());
    any.then_some(None).into_iter().chain(levels.iter().map(|level| Some(level.id))).collect()
}
