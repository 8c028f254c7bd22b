//! The matrix: skills × levels.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::page::surroundings::PlayerAvailability;
use crate::matrix::{Filter, GroupedBy, LevelId, Matrix, Placement, Sort};
use crate::ui::search::found::search;
use crate::ui::state::environment::environment;
use crate::ui::state::library::Library;
use crate::ui::state::view::{open_skill, view};
use crate::ui::widgets::counting::count;
use crate::ui::widgets::fresh::fresh;
use crate::ui::widgets::late::in_turn::in_turn;

use super::clip_count::clip_count;
use super::no_rows::NoRows;
use super::play_shown::PlayShown;
use super::shown_rows::ShownRows;
use super::table::column_head::column_head;
use super::table::columns::{Columns, columns};
use super::table::drawn_parts::DrawnParts;
use super::table::more_rows::MoreRows;
use super::table::row_click::clicked_skill;
use super::table::row_group::RowGroupView;
use super::table::table_keys;

/// From so many columns on, names keep their room and how many notes say so stands in the opened skill.
const MANY_COLUMNS: usize = 5;

/// With more columns than this the table scrolls by itself where it does not fit.
const MOST_COLUMNS: usize = 6;

/// The table of skills and levels that the filters leave, in its groups.
#[component]
pub fn MatrixTable(
    /// The notes that are shown.
    library: Arc<Library>,
    /// What it shows.
    rows: ShownRows,
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
    let columns = {
        let library = library.clone();
        Memo::new(move |_| columns(&library.matrix, &view.filter.read()))
    };
    let drawn = DrawnParts::first(view, rows);
    let shown = Memo::new(move |_| rows.parts.read().iter().map(|part| part.skills.len()).sum());
    // Where not all rows are drawn, screen readers have to be told how many there are.
    let row_count = move || {
        let (limit, open) = (drawn.limit.get(), drawn.open_rows.get());
        (limit < open).then(|| (open + 1).to_string())
    };
    let none_left = Memo::new(move |_| {
        let found = search.painted.read();
        let is_narrowed = view.filter.read().at_any_level() != Filter::default();
        let shown: usize = shown.get();
        // Where the search itself finds nothing, it says so.
        is_narrowed && shown == 0 && !(found.is_search() && found.count() == 0)
    });
    let notes = count(library.vault.notes().len(), "note", "notes");
    let caption = {
        let library = library.clone();
        Memo::new(move |_| caption(&library.matrix, rows, view.level.get(), &notes))
    };
    let caption_line = move || caption.get();
    let mut placements = library.matrix.skills.iter().flat_map(|skill| &skill.placements);
    let has_ranks = placements.any(|placement| placement.rank.is_some());
    let availability = environment().availability;
    let plays = move || match availability.get() {
        PlayerAvailability::Inside => "plays that second",
        _ => "opens YouTube at that second",
    };
    let heads = {
        let library = library.clone();
        let by = move || (columns.get(), view.level.get().is_some(), view.sort.get());
        fresh(by, move |(columns, is_chosen, sort): (Columns, bool, Sort)| {
            let head = |&level: &Option<LevelId>| {
                let label = library.matrix.level_label(level).to_owned();
                column_head(level, label, !is_chosen, sort)
            };
            columns.iter().map(head).collect::<Vec<_>>().into_any()
        })
    };
    let no_rows = {
        let library = library.clone();
        move || {
            let library = Arc::clone(&library);
            none_left.get().then(|| view! { <NoRows library/> }.into_any())
        }
    };
    let expects = {
        let library = library.clone();
        let has_ladder = library
            .matrix
            .skills
            .iter()
            .flat_map(|skill| &skill.placements)
            .any(|placement| placement.text.is_some());
        Memo::new(move |_| {
            if !has_ladder {
                return false;
            }
            let (filter, columns) = (view.filter.get(), columns.get());
            let is_drawn = |placement: &Placement| {
                placement.text.is_some()
                    && filter.lets_through(placement)
                    && columns.contains(&placement.level)
            };
            let parts = drawn.parts.read();
            let mut skills = parts.iter().flat_map(|part| &part.skills);
            skills.any(|skill| {
                let row = library.matrix.skill(skill);
                row.is_some_and(|row| row.placements.iter().any(is_drawn))
            })
        })
    };
    let groups =
        move || drawn.parts.read().iter().map(|part| part.shown.id.clone()).collect::<Vec<_>>();
    view! {
        {move || no_rows()}
        <div class="matrix-top" hidden=move || shown.get() == 0>
            // The table's caption says it to those who do not see this line.
            <p class="matrix-caption" aria-hidden="true" prop:textContent=caption_line></p>
            {clip_count(&library)}
            <PlayShown library=Arc::clone(&library) rows/>
        </div>
        <p class="legend" hidden=move || shown.get() == 0 || !has_ranks>
            <span><span class="rank">"1"</span> " the order the speaker gave"</span>
            <span><span class="rank unranked"></span> " named, no order"</span>
            <span class="legend-time" prop:textContent=plays></span>
        </p>
        <div
            class="matrix"
            role="region"
            aria-label="Skills by seniority"
            data-many=move || (columns.read().len() >= MANY_COLUMNS).then_some("true")
            data-wide=move || (columns.read().len() > MOST_COLUMNS).then_some("true")
            tabindex=move || (columns.read().len() > MOST_COLUMNS).then_some("0")
            hidden=move || shown.get() == 0
            on:keydown=move |key| table_keys::press(&key)
            on:click=move |click| {
                if let Some(skill) = clicked_skill(&click) {
                    view.change(|state| open_skill(state, &skill));
                }
            }
        >
            <table
                role="table"
                aria-rowcount=row_count
                data-expects=move || expects.get().then_some("true")
                data-chosen=move || view.level.get().map(|level| level.to_string())
            >
                <caption prop:textContent=move || caption.get()></caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">"Skill"</th>
                        {heads}
                    </tr>
                </thead>
                <For
                    each=groups
                    key=String::clone
                    children=move |id| {
                        let library = Arc::clone(&library);
                        in_turn(move || view! { <RowGroupView library id drawn columns/> }.into_any())
                    }
                />
            </table>
        </div>
        <MoreRows drawn/>
    }
    .into_any()
}

/// What the table holds, in words: `14 skills from 1 note`, `3 skills ranked for New, 8 named`.
fn caption(matrix: &Matrix, rows: ShownRows, level: Option<LevelId>, notes: &str) -> String {
    let total = matrix.skills.len();
    let Some(level) = level else {
        return match rows.asked_for().len() {
            all if all == total => [&count(total, "skill", "skills"), " from ", notes].concat(),
            some => [&some.to_string(), " of ", &count(total, "skill", "skills")].concat(),
        };
    };
    let all = rows.asked_for();
    let parts = rows.parts.read();
    let named =
        parts.iter().filter(|part| part.id == GroupedBy::Named.id(0)).map(|part| part.skills.len());
    let named: usize = named.sum();
    let label = matrix.level_label(Some(level));
    let is_ranked = parts.iter().any(|part| part.list.is_some());
    let (ranked, skills) = (all.len() - named, |number| count(number, "skill", "skills"));
    match (is_ranked, named) {
        (true, 0) => [&skills(ranked), " ranked for ", label].concat(),
        (true, named) => {
            [&skills(ranked), " ranked for ", label, ", ", &named.to_string(), " named"].concat()
        }
        (false, _) => [&skills(all.len()), " for ", label].concat(),
    }
}
