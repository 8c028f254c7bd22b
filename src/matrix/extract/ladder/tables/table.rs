//! Tables of a ladder: levels as columns, or as rows.

use crate::matrix::extract::evidence::Evidence;
use crate::matrix::extract::labels;
use crate::matrix::language::bare_name::{bare, unmarked};
use crate::matrix::language::level_name::{By, LevelName};
use crate::matrix::language::senses::Kinds;
use crate::matrix::language::terms::{Term, Terms};
use crate::matrix::model::rule::Rule;
use crate::note::{Inline, Table, plain_text};

use super::cells::{TableRow, is_empty, lines, row_name};
use super::table_head::{MOST_ABOVE, TableHead, comes_again, head as head_of, own_codes};
use super::titles_and_amounts::{are_amounts, are_named_by_titles, are_titles, is_grid_of_titles};
use crate::matrix::extract::ladder::drafts::{Drafts, PlacementDraft};
use crate::matrix::extract::ladder::headings::is_other;

/// Where a table stands.
pub(in crate::matrix) struct TableContext<'a> {
    /// The index of its section.
    pub(in crate::matrix) section: usize,
    /// The heading over it, where that can name a skill.
    pub(in crate::matrix) skill: Option<&'a str>,
    /// The heading over it, where that can name a group.
    pub(in crate::matrix) group: Option<&'a str>,
    /// The group that the skill of the heading is of.
    pub(in crate::matrix) skill_group: Option<&'a str>,
    /// Whether something else says that the note is a ladder.
    pub(in crate::matrix) is_ladder: bool,
    /// Whether the head of its two columns stands under other headings, too.
    pub(in crate::matrix) recurs: bool,
}

/// How a table names levels.
pub(in crate::matrix) enum TableShape {
    /// In its head, or in a row of its body.
    Across,
    /// In its first column.
    Down,
}

/// How a table names levels; `None` where it names none.
pub(in crate::matrix) fn shape(
    table: &Table,
    terms: &Terms,
    is_ladder: bool,
) -> Option<TableShape> {
    // A code in the first column, and its title beside it, are no two columns.
    if names_steps(table, terms) && down(table, terms, is_ladder).is_some() {
        return Some(TableShape::Down);
    }
    let is_head = |row: TableRow<'_>| {
        head_of(row, terms, is_ladder).is_some_and(|head| {
            let are_numbers = head.levels.iter().flatten().all(|level| level.by == By::Number);
            is_ladder || !are_numbers || has_words(table)
        })
    };
    let mut above = table.rows.iter().take(MOST_ABOVE);
    if is_head(&table.head) {
        return Some(TableShape::Across);
    }
    // A row of levels may say "Leads" of one, and so name two.
    if down(table, terms, is_ladder).is_some() {
        return Some(TableShape::Down);
    }
    above.any(|row| is_head(row)).then_some(TableShape::Across)
}

/// Whether some cell behind the first column says more than a sign: who ticks a number rates somebody.
fn has_words(table: &Table) -> bool {
    let mut cells = table.rows.iter().skip(1).flat_map(|row| row.iter().skip(1));
    cells.any(|cell| plain_text(cell).split_whitespace().count() > 1)
}

/// Reads a table that names levels.
pub(in crate::matrix) fn read(
    table: &Table,
    place: &TableContext<'_>,
    terms: &Terms,
    drafts: &mut Drafts,
) {
    match shape(table, terms, place.is_ladder) {
        Some(TableShape::Across) => across(table, place, terms, drafts),
        Some(TableShape::Down) => downward(table, place, terms, drafts),
        None => {}
    }
}

/// Levels as columns: each row is a skill, each filled cell under a level a placement.
fn across(table: &Table, place: &TableContext<'_>, terms: &Terms, drafts: &mut Drafts) {
    let rows: Vec<TableRow<'_>> = std::iter::once(table.head.as_slice())
        .filter(|head| !head.is_empty())
        .chain(table.rows.iter().map(Vec::as_slice))
        .collect();
    if is_grid_of_titles(&rows, place.is_ladder, terms) {
        return;
    }
    let mut head: Option<TableHead> = None;
    let mut group: Option<String> = place.group.map(str::to_owned);
    let mut skill: Option<String> = None;
    for (at, row) in rows.iter().copied().enumerate() {
        let new = match &head {
            None if at < MOST_ABOVE => head_of(row, terms, place.is_ladder),
            None => None,
            Some(known) => head_of(row, terms, place.is_ladder)
                .filter(|new| comes_again(new, known, row, terms)),
        };
        if let Some(mut new) = new {
            drafts.order(new.levels.iter().flatten());
            group = new.named_group.take().or(group);
            (head, skill) = (Some(new), None);
            continue;
        }
        let filled: Vec<usize> = (0..row.len()).filter(|&at| !is_blank(&row[at])).collect();
        let Some(head) = &head else {
            // A title over the head names what the table is of.
            if let [only] = filled.as_slice() {
                group = group_name(&row[*only]).or(group);
            }
            continue;
        };
        let levels = |at: usize| head.levels.get(at).and_then(Option::as_ref);
        if !filled.iter().any(|&at| levels(at).is_some()) {
            if let [only] = filled.as_slice()
                && !is_remark(&row[*only], terms)
            {
                (group, skill) = (group_name(&row[*only]).or(group), None);
            }
            continue;
        }
        let cell = |at: Option<usize>| at.and_then(|at| row.get(at)).filter(|cell| !is_blank(cell));
        if let Some(cell) = cell(head.group) {
            group = group_name(cell).or(group);
        }
        if let Some(cell) = cell(head.skill) {
            skill = row_name(cell);
        }
        let own = if head.skill.is_none() { place.skill.map(str::to_owned) } else { skill.clone() };
        let Some(name) = own else { continue };
        let at_levels = || filled.iter().filter(|&&at| levels(at).is_some()).map(|&at| &row[at]);
        if are_amounts(at_levels(), &name, terms) {
            continue;
        }
        let group =
            if head.skill.is_none() { place.skill_group.map(str::to_owned) } else { group.clone() };
        for at in filled {
            let Some(level) = levels(at) else { continue };
            if !is_empty(&row[at], terms) {
                let draft = (name.as_str(), group.clone(), level, Rule::LadderColumns);
                add(drafts, place.section, draft, &row[at]);
            }
        }
    }
}

/// Whether the corner of a table says that levels stand below it.
fn names_steps(table: &Table, terms: &Terms) -> bool {
    let head = if table.head.is_empty() { table.rows.first() } else { Some(&table.head) };
    let corner =
        head.and_then(|head| head.first()).map(|cell| plain_text(cell)).unwrap_or_default();
    corner.len() < 80 && terms.read(&corner).iter().any(|term| term.is(Kinds::STEPS))
}

/// The column of levels, and the level of each row.
fn down(table: &Table, terms: &Terms, is_ladder: bool) -> Option<Vec<Option<LevelName>>> {
    if table.head.len() < 2 && table.rows.first().is_none_or(|row| row.len() < 2) {
        return None;
    }
    let names_steps = names_steps(table, terms);
    let level = |row: &Vec<Vec<Inline>>| {
        let level = LevelName::read(&plain_text(row.first()?), terms)?;
        (names_steps || level.by != By::Number).then_some(level)
    };
    let mut levels: Vec<Option<LevelName>> = table.rows.iter().map(level).collect();
    if is_ladder || names_steps {
        let first = |row: &Vec<Vec<Inline>>| row.first().map(|cell| plain_text(cell));
        let texts: Vec<String> =
            table.rows.iter().map(|row| first(row).unwrap_or_default()).collect();
        own_codes(&mut levels, &texts);
    }
    // Numbers with names beside them: the names are what people call the levels.
    let by_name = |row: &Vec<Vec<Inline>>| {
        LevelName::read(&plain_text(row.get(1)?), terms).filter(|level| level.by != By::Number)
    };
    if levels.iter().flatten().all(|level| level.by == By::Number) {
        let names: Vec<Option<LevelName>> = table.rows.iter().map(by_name).collect();
        if names.iter().flatten().count() == levels.iter().flatten().count() {
            levels = names;
        }
    }
    let is_named = |level: &&LevelName| level.by != By::Role && (is_ladder || level.is_grade());
    let named = levels.iter().flatten().filter(is_named).count();
    let rows = levels.len() - usize::from(table.head.is_empty());
    let distinct: std::collections::HashSet<&str> =
        levels.iter().flatten().map(|level| level.written.as_str()).collect();
    let is_down =
        named >= 2 && distinct.len() >= 2 && 10 * levels.iter().flatten().count() >= 8 * rows;
    is_down.then_some(levels)
}

/// Levels as rows: each column but the first is a skill; where the only other one describes, the heading is.
fn downward(table: &Table, place: &TableContext<'_>, terms: &Terms, drafts: &mut Drafts) {
    let Some(levels) = down(table, terms, place.is_ladder) else { return };
    let head = if table.head.is_empty() { table.rows.first() } else { Some(&table.head) };
    let Some(head) = head else { return };
    let skip = usize::from(table.head.is_empty());
    drafts.order(levels.iter().skip(skip).flatten());
    // Where the heading is the skill, the only column beside the levels says what is expected.
    let is_of_heading = place.skill.is_some() && head.len() == 2;
    let describes = |cell: &Vec<Inline>| {
        let text = plain_text(cell);
        let read = if text.len() < 80 { terms.read(&text) } else { Vec::new() };
        let is_general =
            |term: &Term| term.is(Kinds::SKILL_HEADS.or(Kinds::SKILLS).or(Kinds::OTHER_PARTS));
        read.iter().any(|term| {
            term.is(Kinds::DESCRIPTIONS)
                || (term.is(Kinds::OTHER_PARTS) && !term.is(Kinds::SKILL_HEADS))
        }) || (is_of_heading && place.recurs)
            || (is_of_heading && !read.is_empty() && read.iter().all(is_general))
    };
    let is_name = |at: usize| {
        at == 1
            && table.rows.iter().zip(&levels).skip(skip).all(|(row, level)| {
                let text = row.get(1).map(|cell| plain_text(cell)).unwrap_or_default();
                level.as_ref().is_none_or(|level| level.written == bare(&text))
            })
    };
    let skills: Vec<(usize, String)> = (1..head.len())
        .filter(|&at| !describes(&head[at]) && !is_name(at))
        .filter_map(|at| Some((at, row_name(&head[at])?)))
        .collect();
    // A grid of roles and levels says which titles there are, and nothing of skills.
    let are_roles = are_named_by_titles(skills.iter().map(|(_, name)| name.as_str()), terms);
    let at_levels =
        || table.rows.iter().zip(&levels).skip(skip).filter(|(_, level)| level.is_some());
    let cells = at_levels().flat_map(|(row, _)| skills.iter().filter_map(|(at, _)| row.get(*at)));
    if are_roles || are_titles(cells, terms) {
        return;
    }
    let skills: Vec<(usize, String)> = skills
        .iter()
        .filter(|(at, name)| {
            let cells = || at_levels().filter_map(|(row, _)| row.get(*at));
            !are_amounts(cells(), name, terms) && !are_titles(cells(), terms)
        })
        .cloned()
        .collect();
    for (row, level) in table.rows.iter().zip(&levels).skip(skip) {
        let Some(level) = level else { continue };
        if let (true, Some(skill), [_, _]) = (skills.is_empty(), place.skill, head.as_slice()) {
            let Some(cell) = row.get(1).filter(|cell| !is_empty(cell, terms)) else { continue };
            let group = place.skill_group.map(str::to_owned);
            add(drafts, place.section, (skill, group, level, Rule::LadderSkillHeading), cell);
        }
        for (at, name) in &skills {
            if let Some(cell) = row.get(*at).filter(|cell| !is_empty(cell, terms)) {
                let group = place.group.map(str::to_owned);
                add(drafts, place.section, (name, group, level, Rule::LadderRows), cell);
            }
        }
    }
}

fn add(
    drafts: &mut Drafts,
    section: usize,
    (name, group, level, rule): (&str, Option<String>, &LevelName, Rule),
    cell: &[Inline],
) {
    let mut evidence = Evidence::default();
    evidence.cell(cell);
    let (name, level) = (name.to_owned(), Some(level.clone()));
    drafts.add(PlacementDraft {
        section,
        name,
        group,
        level,
        rank: None,
        text: lines(cell),
        evidence,
        rule,
    });
}

fn is_blank(cell: &[Inline]) -> bool {
    plain_text(cell).trim().is_empty()
}

/// Whether a cell over a whole row is a remark: "Note: …".
fn is_remark(cell: &[Inline], terms: &Terms) -> bool {
    let text = plain_text(cell);
    text.split_once(':').is_some_and(|(label, _)| label.len() < 40 && is_other(&terms.read(label)))
}

/// The name of a group, without a number before it.
fn group_name(cell: &[Inline]) -> Option<String> {
    let (_, name) = labels::numbered(unmarked(&plain_text(cell)));
    (!name.is_empty()).then_some(name)
}
