//! The matrix on paper: its rows in their groups, with as many levels beside each other as a page has room for.

use leptos::prelude::*;

use crate::export::formats::table::{self, CellMoment, ExportCell};
use crate::matrix::{LevelId, Skill};
use crate::ui::state::library::Library;

/// The most levels beside each other where they are only named and ranked, and where a ladder says what it expects.
const MOST_NAMED: usize = 8;
const MOST_EXPECTED: usize = 6;

/// From so many levels on that a ladder speaks of, the page lies on its side.
const WIDE_FROM: usize = 4;

/// Whether rows are easier to read on a page that lies on its side.
pub fn is_wide(library: &Library, skills: &[&Skill]) -> bool {
    let expects = skills.iter().any(|skill| skill.expects_in_words());
    expects && table::columns(&library.matrix).len() >= WIDE_FROM
}

/// The rows as a table; as several, one below the other, where there are more levels than a page has room for.
pub fn printed_matrix(library: &Library, skills: &[&Skill]) -> AnyView {
    let expects = skills.iter().any(|skill| skill.expects_in_words());
    // Only the columns of these rows.
    let is_used =
        |column: &Option<LevelId>| skills.iter().any(|skill| skill.at(*column).next().is_some());
    let columns: Vec<Option<LevelId>> =
        table::columns(&library.matrix).into_iter().filter(is_used).collect();
    let most = if expects { MOST_EXPECTED } else { MOST_NAMED };
    // Blocks of nearly the same number of levels.
    let blocks = columns.len().div_ceil(most).max(1);
    let tables: Vec<AnyView> = columns
        .chunks(columns.len().div_ceil(blocks).max(1))
        .map(|columns| block(library, skills, columns))
        .collect();
    tables.into_any()
}

fn block(library: &Library, skills: &[&Skill], columns: &[Option<LevelId>]) -> AnyView {
    let heads: Vec<AnyView> = columns
        .iter()
        .map(|&column| {
            let name = table::column_name(&library.matrix, column).to_owned();
            view! { <th scope="col">{name}</th> }.into_any()
        })
        .collect();
    let width = (columns.len() + 1).to_string();
    // Where others speak of other levels, a row without any of these says nothing.
    let is_here = |skill: &&Skill| columns.iter().any(|&column| skill.at(column).next().is_some());
    let skills: Vec<&Skill> = skills.iter().copied().filter(is_here).collect();
    let has_groups = skills.iter().any(|skill| skill.group.is_some());
    let groups: Vec<AnyView> = skills
        .chunk_by(|one, next| one.group == next.group)
        .map(|skills| {
            let group = skills.first().and_then(|skill| skill.group.clone());
            let head = has_groups.then(|| {
                let group = group.unwrap_or_else(|| table::NO_GROUP.to_owned());
                view! {
                    <tr class="printed-group"><th scope="rowgroup" colspan=width.clone()>{group}</th></tr>
                }
                .into_any()
            });
            let rows: Vec<AnyView> =
                skills.iter().map(|skill| row(library, skill, columns)).collect();
            view! { <tbody>{head}{rows}</tbody> }.into_any()
        })
        .collect();
    view! {
        <table>
            <thead><tr><th scope="col">"Skill"</th>{heads}</tr></thead>
            {groups}
        </table>
    }
    .into_any()
}

fn row(library: &Library, skill: &Skill, columns: &[Option<LevelId>]) -> AnyView {
    let cells: Vec<AnyView> = columns
        .iter()
        .map(|&column| match table::cell(&library.vault, skill, column) {
            Some(cell) => written(&cell),
            None => view! { <td></td> }.into_any(),
        })
        .collect();
    view! { <tr><th scope="row">{skill.name.clone()}</th>{cells}</tr> }.into_any()
}

fn written(cell: &ExportCell<'_>) -> AnyView {
    let texts: Vec<AnyView> = cell
        .texts
        .iter()
        .flat_map(|text| text.lines())
        .map(|line| view! { <p>{line.to_owned()}</p> }.into_any())
        .collect();
    let ranks: Vec<String> = cell.ranks.iter().map(u32::to_string).collect();
    let rank = match ranks.is_empty() {
        true if texts.is_empty() => Some("named".into_any()),
        true => None,
        false => Some(view! { <b>{ranks.join(" or ")}</b> }.into_any()),
    };
    let time = |moment: &CellMoment<'_>| match moment.is_chosen {
        true => [&moment.time(), " (chosen as proof)"].concat(),
        false => moment.time(),
    };
    let times: Vec<String> = cell.moments.iter().map(time).collect();
    view! { <td>{texts} {rank} " " {times.join(" ")}</td> }.into_any()
}
