//! A row of the matrix: one skill.

use std::sync::Arc;

use leptos::prelude::*;

use crate::anchor::Anchor;
use crate::matrix::{Agreement, Filter, LevelId, Placement, RankedList, Skill, SkillId};
use crate::sorting;
use crate::ui::links::view_link::{Carries, ViewLink};
use crate::ui::matrix::rank_badge::rank_ring;
use crate::ui::rating::add_to_list::AddToList;
use crate::ui::state::library::Library;
use crate::ui::state::view::{Opened, open_skill, view};

use super::cell::{MatrixCell, NoClip, is_blank_cell};
use super::columns::Columns;
use super::skill_line::line_of;

/// A row of the matrix: a skill with its cells. What is said of it stands in the chosen level's cell, or beside its
/// name.
#[component]
pub fn SkillRow(
    /// The notes that are shown.
    library: Arc<Library>,
    /// Nothing is drawn where the library has none of this id.
    skill: SkillId,
    /// Which placements count, and which level is chosen.
    filter: Filter,
    /// The matrix's columns.
    columns: Columns,
    /// The list that ranks it here: only what that list says stands in the chosen level's cell.
    list: Option<RankedList>,
) -> impl IntoView {
    let view = view();
    let Some(row) = library.matrix.skill(&skill) else { return ().into_any() };
    let name = row.name.clone();
    let counts = |level: Option<LevelId>, placement: &Placement| {
        let is_of_list = level.is_none()
            || level != filter.level
            || list.as_ref().is_none_or(|list| list.holds(placement));
        filter.lets_through(placement) && is_of_list
    };
    let at =
        |level: Option<LevelId>| row.at(level).filter(move |placement| counts(level, placement));
    let chosen: Option<Agreement> = filter.level.map(|level| Agreement::of(at(Some(level))));
    let first = first_column(row, &filter, &columns);
    let line = match filter.level {
        Some(level) if at(Some(level)).next().is_some() => {
            at(Some(level)).find_map(|placement| placement.summary.as_deref())
        }
        _ => line_of(row, &filter.at_any_level(), first),
    };
    let is_placed = chosen.as_ref().is_some_and(|said| !said.verdicts.is_empty());
    let (in_cell, by_name) = if is_placed { (line, None) } else { (None, line) };
    let ring = chosen.filter(|_| is_placed).map(|said| rank_ring(said.best_rank()));
    // Said of the row as a whole, since styles that look into each row are worked out anew with every cell.
    let (mut is_blank, mut expects, mut has_line) = (false, false, false);
    let cells: Vec<AnyView> = columns
        .iter()
        .enumerate()
        .map(|(place, &level)| {
            let expected = expected(at(level));
            // What a ladder says stands there in its own words; times back them.
            let backs = |placement: &&Placement| {
                expected.is_empty()
                    || !placement.rule.is_of_ladder()
                    || !placement.stamps.is_empty()
            };
            let said = Agreement::of(at(level).filter(backs));
            let label = library.matrix.level_label(level).to_owned();
            let is_here = expected.is_empty() && level == filter.level;
            let line = in_cell.filter(|_| is_here).map(str::to_owned);
            let (skill, name) = (skill.clone(), name.clone());
            let is_chosen = filter.level.is_some() && level == filter.level;
            let is_first = Some(level) == first;
            let elsewhere =
                if is_chosen && is_placed { elsewhere(&library, row, &filter) } else { Vec::new() };
            let no_clip = (is_chosen || is_first)
                .then(|| no_clip(&library, row, &filter, level, &columns))
                .flatten();
            is_blank |= place == 0 && is_blank_cell(&said, &expected);
            expects |= !expected.is_empty();
            has_line |= line.is_some();
            view! {
                <MatrixCell
                    skill name level label said expected line elsewhere no_clip is_chosen is_first
                />
            }
            .into_any()
        })
        .collect();
    let by_name = by_name.filter(|_| !row.is_of_ladder());
    let line = by_name.map(|line| view! { <p class="skill-line">{line.to_owned()}</p> }.into_any());
    let id = skill.to_string();
    let skill = StoredValue::new(skill);
    let is_open = Memo::new(move |_| match &*view.opened.read() {
        Opened::Skill(open) => skill.with_value(|skill| open == skill),
        _ => false,
    });
    let heard = name.clone();
    let edit = Box::new(move |state: &mut _| skill.with_value(|skill| open_skill(state, skill)));
    view! {
        <tr
            role="row"
            class="skill"
            data-placed=is_placed.then_some("true")
            data-said=has_line.then_some("true")
            data-expects=expects.then_some("true")
            data-blank=is_blank.then_some("true")
            data-open=move || is_open.get().then_some("true")
        >
            <th role="rowheader" scope="row" data-anchor=Anchor::SkillHead.name() data-skill=id>
                <div class="skill-head">
                    {ring}
                    <ViewLink edit carries=Carries::Matrix class="skill-name" is_open=is_open>
                        <span translate="no">{name}</span>
                    </ViewLink>
                    {line}
                    <AddToList
                        library=Arc::clone(&library)
                        skill=skill.get_value()
                        name=heard
                        level=filter.level.filter(|_| is_placed)
                        is_stop=false
                    />
                </div>
            </th>
            {cells}
        </tr>
    }
    .into_any()
}

/// The other levels at which a skill is said to matter, with its best rank there.
fn elsewhere(library: &Library, row: &Skill, filter: &Filter) -> Vec<(String, Option<u32>)> {
    let others = library.matrix.levels.iter().filter(|level| filter.level != Some(level.id));
    let said = others.filter_map(|level| {
        let counted = row.at(Some(level.id)).filter(|placement| filter.lets_through(placement));
        let said = Agreement::of(counted);
        (!said.verdicts.is_empty()).then(|| (level.label.clone(), said.best_rank()))
    });
    said.collect()
}

/// Where else a ladder's row has a clip that has none at a level; `None` where it has one there, or nothing is expected.
fn no_clip(
    library: &Library,
    row: &Skill,
    filter: &Filter,
    level: Option<LevelId>,
    columns: &Columns,
) -> Option<NoClip> {
    let counted = |level| {
        row.at(level).filter(|placement| filter.lets_through(placement) && placement.has_clip())
    };
    let is_expected = row.at(level).any(|placement| placement.rule.is_of_ladder());
    if !library.has_video || !is_expected || counted(level).next().is_some() {
        return None;
    }
    // A level's own clip says more of it than one of no level.
    let mut others: Vec<Option<LevelId>> = columns.iter().copied().collect();
    sorting::sort_by_key(&mut others, Option::is_none);
    Some(NoClip(others.into_iter().find_map(|other| {
        let stamp = counted(other).find_map(Placement::explaining)?;
        Some((library.matrix.level_label(other).to_owned(), stamp.clone()))
    })))
}

/// What ladders expect there, each text once, line by line.
fn expected<'a>(placements: impl Iterator<Item = &'a Placement>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in placements.filter_map(|placement| placement.text.as_deref()).flat_map(str::lines) {
        if !lines.iter().any(|known| known == line) {
            lines.push(line.to_owned());
        }
    }
    lines
}

/// The column whose time stands for the row where there is room for one: the chosen level's, else that of the best
/// rank, else the first level that says something, else what is said of none.
fn first_column(row: &Skill, filter: &Filter, columns: &Columns) -> Option<Option<LevelId>> {
    let said =
        |level: &&Option<LevelId>| row.at(**level).any(|placement| filter.lets_through(placement));
    if let Some(chosen) =
        columns.iter().find(|level| **level == filter.level && filter.level.is_some())
        && said(&chosen)
    {
        return Some(*chosen);
    }
    // A ladder's row is what the ladder says.
    let expects = |level: &&Option<LevelId>| {
        row.at(**level)
            .any(|placement| placement.rule.is_of_ladder() && filter.lets_through(placement))
    };
    if let Some(level) = columns.iter().find(expects) {
        return Some(*level);
    }
    let rank = |level: &Option<LevelId>| {
        let placements = row.at(*level).filter(|placement| filter.lets_through(placement));
        placements.filter_map(|placement| placement.rank).min().unwrap_or(u32::MAX)
    };
    columns.iter().filter(said).min_by_key(|level| (rank(level), level.is_none())).copied()
}
