//! Tables of a ladder: levels as columns, or as rows.

use crate::matrix::extract::backing::Backing;
use crate::matrix::extract::labels;
use crate::matrix::language::level_name::{By, LevelName, bare};
use crate::matrix::language::terms::{Kinds, Term, Terms};
use crate::matrix::model::rule::Rule;
use crate::note::{Inline, Table, plain_text};

use super::cells::{is_empty, lines, row_name};
use super::draft::{Draft, Drafts};

/// The least number of codes or steps of mastery that make a head without another word of skills.
const LEAST_STEPS: usize = 3;

/// The most rows above a head: a title, remarks.
const MOST_ABOVE: usize = 4;

/// Where a table stands.
pub(in crate::matrix) struct Place<'a> {
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
}

/// A head that names levels.
struct Head {
    /// The level that each column is of.
    levels: Vec<Option<LevelName>>,
    /// The column of the skills' names.
    skill: Option<usize>,
    /// The column of the groups.
    group: Option<usize>,
    /// The group that the head itself names.
    named_group: Option<String>,
}

/// How a table names levels.
pub(in crate::matrix) enum Shape {
    /// In its head, or in a row of its body.
    Across,
    /// In its first column.
    Down,
}

type Row<'a> = &'a [Vec<Inline>];

/// How a table names levels; `None` where it names none.
pub(in crate::matrix) fn shape(table: &Table, terms: &Terms, is_ladder: bool) -> Option<Shape> {
    // A code in the first column, and its title beside it, are no two columns.
    if names_steps(table, terms) && down(table, terms).is_some() {
        return Some(Shape::Down);
    }
    let head_row = std::iter::once(table.head.as_slice()).filter(|head| !head.is_empty());
    let mut first = head_row.chain(table.rows.iter().map(Vec::as_slice)).take(MOST_ABOVE);
    if first.any(|row| head(row, terms, is_ladder).is_some()) {
        return Some(Shape::Across);
    }
    down(table, terms).map(|_| Shape::Down)
}

/// Reads a table that names levels.
pub(in crate::matrix) fn read(
    table: &Table,
    place: &Place<'_>,
    terms: &Terms,
    drafts: &mut Drafts,
) {
    match shape(table, terms, place.is_ladder) {
        Some(Shape::Across) => across(table, place, terms, drafts),
        Some(Shape::Down) => downward(table, place, terms, drafts),
        None => {}
    }
}

/// The head that a row is.
fn head(row: Row<'_>, terms: &Terms, is_ladder: bool) -> Option<Head> {
    let texts: Vec<String> = row.iter().map(|cell| plain_text(cell)).collect();
    let read: Vec<Option<LevelName>> =
        texts.iter().map(|text| LevelName::read(text, terms)).collect();
    let words: Vec<Vec<Term>> = texts
        .iter()
        .map(|text| if text.len() < 80 { terms.read(text) } else { Vec::new() })
        .collect();
    let says = |kinds: Kinds| words.iter().any(|words| words.iter().any(|term| term.is(kinds)));
    let by =
        |by: By| read.iter().flatten().filter(|level| level.by == by && level.unknown <= 2).count();
    let (by_word, by_code, by_mastery) = (by(By::Word), by(By::Code), by(By::Mastery));
    let says_skills = is_ladder
        || words.iter().zip(&read).any(|(words, level)| {
            level.is_none()
                && words.iter().any(|term| term.is(Kinds::SKILL_HEADS.or(Kinds::SKILLS)))
        });
    let steps = by_word + by_code + by_mastery;
    let is_head = steps >= 2 && (by_word > 0 || says_skills || steps >= LEAST_STEPS);
    let by_number = by(By::Number);
    let is_numbered = by_number >= LEAST_STEPS && steps == 0 && says(Kinds::STEPS);
    if !is_head && !is_numbered {
        return None;
    }
    let first = read.iter().position(|level| {
        level
            .as_ref()
            .is_some_and(|level| is_numbered || !matches!(level.by, By::Role | By::Number))
    })?;
    let fits = |at: usize, level: LevelName| {
        let is_step = match level.by {
            By::Number => is_numbered,
            // A role alone before the first level is the column of the skills or of the roles.
            By::Role => {
                !is_numbered && (at + 1 == first || at > first) && !is_skill_head(&words[at])
            }
            _ => !is_numbered && level.unknown <= 2,
        };
        is_step.then_some(level)
    };
    let mut levels: Vec<Option<LevelName>> =
        read.into_iter().enumerate().map(|(at, level)| fits(at, level?)).collect();
    let first = levels.iter().position(Option::is_some)?;
    // A name between levels is one, whatever the language.
    let last = levels.iter().rposition(Option::is_some)?;
    for at in first + 1..last {
        if levels[at].is_none() && (1..=3).contains(&words[at].len()) && !is_skill_head(&words[at])
        {
            levels[at] = Some(LevelName::own(&texts[at]));
        }
    }
    let is_description = |at: usize| {
        words[at].iter().any(|term| term.is(Kinds::DESCRIPTIONS)) && !is_skill_head(&words[at])
    };
    let before: Vec<usize> = (0..first).filter(|&at| !is_description(at)).collect();
    let named =
        before.iter().copied().find(|&at| words[at].iter().any(|term| term.is(Kinds::SKILLS)));
    let skill = named.or_else(|| before.last().copied()).or_else(|| {
        (first + 1..levels.len()).find(|&at| levels[at].is_none() && !is_description(at))
    });
    let group = skill.and_then(|skill| before.iter().copied().find(|&at| at < skill));
    let named_group =
        skill.filter(|&skill| skill > first).map(|skill| bare(&texts[skill]).to_owned());
    let named_group = named_group
        .filter(|_| skill.is_some_and(|skill| !is_skill_head(&words[skill])))
        .filter(|name| !name.is_empty());
    Some(Head { levels, skill, group, named_group })
}

/// Whether a row is a head again, with the levels of another part of the table: what stands in its column of
/// skills names no skill.
fn comes_again(new: &Head, known: &Head, row: Row<'_>, terms: &Terms) -> bool {
    let cell = known.skill.and_then(|at| row.get(at));
    let is_head = cell.is_none_or(|cell| {
        let read = terms.read(&plain_text(cell));
        read.is_empty()
            || read
                .iter()
                .any(|term| term.is(Kinds::SKILL_HEADS.or(Kinds::SKILLS).or(Kinds::STEPS)))
    });
    let is_known = |level: &LevelName| {
        known.levels.iter().flatten().any(|known| known.written == level.written)
    };
    let are_levels =
        new.levels.iter().flatten().any(|level| level.by != By::Mastery || is_known(level));
    new.skill == known.skill && is_head && are_levels
}

fn is_skill_head(words: &[Term]) -> bool {
    words.iter().any(|term| term.is(Kinds::SKILL_HEADS.or(Kinds::SKILLS)))
}

/// Levels as columns: each row is a skill, each filled cell under a level a placement.
fn across(table: &Table, place: &Place<'_>, terms: &Terms, drafts: &mut Drafts) {
    let rows: Vec<Row<'_>> = std::iter::once(table.head.as_slice())
        .filter(|head| !head.is_empty())
        .chain(table.rows.iter().map(Vec::as_slice))
        .collect();
    let mut head: Option<Head> = None;
    let mut group: Option<String> = place.group.map(str::to_owned);
    let mut skill: Option<String> = None;
    for (at, row) in rows.iter().copied().enumerate() {
        let new = match &head {
            None if at < MOST_ABOVE => self::head(row, terms, place.is_ladder),
            None => None,
            Some(known) => self::head(row, terms, place.is_ladder)
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
            if let [only] = filled.as_slice() {
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
fn down(table: &Table, terms: &Terms) -> Option<Vec<Option<LevelName>>> {
    if table.head.len() < 2 && table.rows.first().is_none_or(|row| row.len() < 2) {
        return None;
    }
    let names_steps = names_steps(table, terms);
    let level = |row: &Vec<Vec<Inline>>| {
        let level = LevelName::read(&plain_text(row.first()?), terms)?;
        (names_steps || level.by != By::Number).then_some(level)
    };
    let mut levels: Vec<Option<LevelName>> = table.rows.iter().map(level).collect();
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
    let named = levels.iter().flatten().filter(|level| level.by != By::Role).count();
    let rows = levels.len() - usize::from(table.head.is_empty());
    let distinct: std::collections::HashSet<&str> =
        levels.iter().flatten().map(|level| level.written.as_str()).collect();
    let is_down =
        named >= 2 && distinct.len() >= 2 && 10 * levels.iter().flatten().count() >= 8 * rows;
    is_down.then_some(levels)
}

/// Levels as rows: each column but the first is a skill; where the only other one describes, the heading is.
fn downward(table: &Table, place: &Place<'_>, terms: &Terms, drafts: &mut Drafts) {
    let Some(levels) = down(table, terms) else { return };
    let head = if table.head.is_empty() { table.rows.first() } else { Some(&table.head) };
    let Some(head) = head else { return };
    let skip = usize::from(table.head.is_empty());
    drafts.order(levels.iter().skip(skip).flatten());
    let describes = |cell: &Vec<Inline>| {
        let text = plain_text(cell);
        text.len() < 80
            && terms.read(&text).iter().any(|term| {
                term.is(Kinds::DESCRIPTIONS)
                    || (term.is(Kinds::OTHER_PARTS) && !term.is(Kinds::SKILL_HEADS))
            })
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
    let mut backing = Backing::default();
    backing.cell(cell);
    let (name, level) = (name.to_owned(), Some(level.clone()));
    drafts.add(Draft { section, name, group, level, text: lines(cell), backing, rule });
}

fn is_blank(cell: &[Inline]) -> bool {
    plain_text(cell).trim().is_empty()
}

/// The name of a group, without a number before it.
fn group_name(cell: &[Inline]) -> Option<String> {
    let (_, name) = labels::numbered(bare(&plain_text(cell)));
    (!name.is_empty()).then_some(name)
}
