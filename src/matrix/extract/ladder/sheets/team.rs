//! What people of a team can do, as a sheet holds it: people in rows or columns, skills across, steps in the cells.

use rustc_hash::FxHashMap;

use crate::matrix::extract::ladder::tables::cells::row_name;
use crate::matrix::language::level_name::LevelName;
use crate::matrix::language::senses::Kinds;
use crate::matrix::language::terms::{Term, Terms};
use crate::matrix::language::words::{SCALE, lists};
use crate::note::{Table, plain_text};
use crate::text;

use super::head::head_words;

/// The most rows above a sheet's head.
const MOST_ABOVE: usize = 8;

/// The highest number that is a step.
const HIGHEST_STEP: u32 = 10;

/// What a team's sheet says of a person and a skill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamRating {
    /// Who.
    pub person: String,
    /// The skill, as the sheet calls it.
    pub skill: String,
    /// What the cell says.
    pub as_written: String,
    /// The step, from 0; `None` where its order is not known.
    pub step: Option<u32>,
    /// How many steps there are.
    pub of: Option<u32>,
}

/// What a cell says of how far somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CellStep {
    /// A number in front.
    Number(u32),
    /// A word of the known order.
    Word(u32),
    /// A tick, or a sign for none.
    Tick(bool),
    /// A word of mastery that is in no known order.
    Unknown,
}

/// Where a team's sheet has its people and skills.
struct Layout {
    head: usize,
    /// The column of the people; with people across, that of the skills.
    names: usize,
    /// The columns of the skills, or of the people.
    across: Vec<usize>,
    are_people_across: bool,
}

/// Whether a sheet is surely a team's: its head names people and skills, and its cells say how far they are.
pub(in crate::matrix) fn is_sure(table: &Table, terms: &Terms) -> bool {
    layout(table, terms).is_some_and(|layout| {
        let is_named = head_words(&table.rows[layout.head][layout.names], terms)
            .iter()
            .any(|term| term.is(Kinds::PERSON_HEADS));
        let steps = table.rows[layout.head + 1..].iter().flat_map(|row| {
            layout.across.iter().filter_map(|&at| row.get(at)).map(|cell| plain_text(cell))
        });
        // "2 - Intermediate" is a rating, whatever the head says.
        let rated = steps.filter(|text| is_numbered_word(text)).count();
        rated >= 2 || (is_named && !layout.are_people_across)
    }) || names_person_and_skill(table, terms)
}

/// A sheet with a person, a skill and a step in each row.
fn names_person_and_skill(table: &Table, terms: &Terms) -> bool {
    long_columns(table, terms).is_some()
}

/// The head of a sheet with a rating a row, and its columns: person, skill, step.
fn long_columns(table: &Table, terms: &Terms) -> Option<(usize, [usize; 3])> {
    table.rows.iter().take(MOST_ABOVE).enumerate().find_map(|(at, row)| {
        let words: Vec<Vec<Term>> = row.iter().map(|cell| head_words(cell, terms)).collect();
        let is = |at: usize, kinds: Kinds| words[at].iter().any(|term| term.is(kinds));
        let skill = (0..words.len()).find(|&at| is(at, Kinds::SKILLS))?;
        let person = (0..words.len()).find(|&at| at != skill && is(at, Kinds::PERSON_HEADS))?;
        let step = (0..words.len())
            .find(|&at| at != skill && at != person && is(at, Kinds::STEPS.or(Kinds::MASTERY)))?;
        Some((at, [person, skill, step]))
    })
}

/// What a sheet says of people; nothing where it is no team's.
pub(in crate::matrix) fn ratings(table: &Table, terms: &Terms) -> Vec<TeamRating> {
    let mut found: Vec<(String, String, String, CellStep)> = Vec::new();
    let mut add = |person: Option<String>, skill: Option<String>, written: String| {
        if let (Some(person), Some(skill), Some(step)) = (person, skill, step(&written, terms)) {
            found.push((person, skill, written, step));
        }
    };
    let text = |row: &[Vec<crate::note::Inline>], at: usize| {
        row.get(at).map(|cell| plain_text(cell).trim().to_owned()).unwrap_or_default()
    };
    let name = |row: &[Vec<crate::note::Inline>], at: usize| row_name(row.get(at)?);
    if let Some((head, [person, skill, step])) = long_columns(table, terms) {
        for row in &table.rows[head + 1..] {
            add(name(row, person), name(row, skill), text(row, step));
        }
    } else if let Some(layout) = layout(table, terms) {
        let head = &table.rows[layout.head];
        for row in &table.rows[layout.head + 1..] {
            for &at in &layout.across {
                let (row_name, head_name) = (name(row, layout.names), name(head, at));
                match layout.are_people_across {
                    true => add(head_name, row_name, text(row, at)),
                    false => add(row_name, head_name, text(row, at)),
                }
            }
        }
    }
    let highest =
        |of: fn(CellStep) -> Option<u32>| found.iter().filter_map(|(.., step)| of(*step)).max();
    let numbers =
        highest(|step| if let CellStep::Number(number) = step { Some(number) } else { None });
    let rating = |(person, skill, as_written, step): (String, String, String, CellStep)| {
        let (step, of) = match step {
            CellStep::Number(number) => (Some(number), numbers.map(|highest| highest + 1)),
            CellStep::Word(step) => (Some(step), u32::try_from(SCALE.len()).ok()),
            CellStep::Tick(is_ticked) => (Some(u32::from(is_ticked)), Some(2)),
            CellStep::Unknown => (None, None),
        };
        TeamRating { person, skill, as_written, step, of }
    };
    found.into_iter().map(rating).collect()
}

/// Where a sheet has its people and skills; `None` where it is no team's.
fn layout(table: &Table, terms: &Terms) -> Option<Layout> {
    (0..table.rows.len().min(MOST_ABOVE)).find_map(|head| {
        let row = &table.rows[head];
        let words: Vec<Vec<Term>> = row.iter().map(|cell| head_words(cell, terms)).collect();
        let is = |at: usize, kinds: Kinds| words[at].iter().any(|term| term.is(kinds));
        let below = table.rows.get(head + 1..).unwrap_or_default();
        let names = (0..row.len().min(4)).find(|&at| {
            is(at, Kinds::PERSON_HEADS)
                || (is(at, Kinds::SKILL_HEADS.or(Kinds::SKILLS)) && !is(at, Kinds::TEAM_PARTS))
        })?;
        let are_people_across = !is(names, Kinds::PERSON_HEADS);
        let is_level = |at: usize| {
            LevelName::read(&plain_text(&row[at]), terms).is_some_and(|level| level.is_only_level())
        };
        let rated = |at: usize| {
            let cells = below.iter().filter_map(|row| row.get(at)).map(|cell| plain_text(cell));
            let filled: Vec<String> = cells.filter(|cell| !cell.trim().is_empty()).collect();
            let steps = filled.iter().filter(|cell| step(cell, terms).is_some()).count();
            steps > 0 && 2 * steps >= filled.len()
        };
        let across: Vec<usize> = (names + 1..row.len())
            .filter(|&at| !words[at].is_empty() && !is_level(at))
            .filter(|&at| !words[at].iter().all(|term| term.is(Kinds::TEAM_PARTS)))
            .filter(|&at| !are_people_across || !is(at, Kinds::DESCRIPTIONS.or(Kinds::GROUP_HEADS)))
            .filter(|&at| rated(at))
            .collect();
        let levels = (names + 1..row.len()).filter(|&at| is_level(at)).count();
        let is_enough = across.len() >= if are_people_across { 2 } else { 1 };
        (is_enough && levels < 2).then_some(Layout { head, names, across, are_people_across })
    })
}

/// "2 - Intermediate", "3: expert".
fn is_numbered_word(text: &str) -> bool {
    let rest = text.trim().trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.trim().len() - rest.len();
    let rest = rest.trim_start();
    (1..=2).contains(&digits)
        && rest
            .strip_prefix(['-', '–', '—', ':', '.', '='])
            .is_some_and(|word| word.trim_start().starts_with(char::is_alphabetic))
}

/// How far a cell says that somebody is; `None` where it says nothing of the kind.
fn step(written: &str, terms: &Terms) -> Option<CellStep> {
    let text = written.trim();
    if text.is_empty() {
        return None;
    }
    let folded = text::fold(text);
    for (words, is_ticked) in [(lists::TICKED, true), (lists::UNTICKED, false)] {
        if words.contains(&folded.as_str()) {
            return Some(CellStep::Tick(is_ticked));
        }
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let number = text[..digits].parse().ok().filter(|&number: &u32| number <= HIGHEST_STEP)?;
        return (digits == text.len() || is_numbered_word(text))
            .then_some(CellStep::Number(number));
    }
    if text.len() > 40 {
        return None;
    }
    let read = terms.read(text);
    let ranked: FxHashMap<&str, u32> = (0..)
        .zip(SCALE)
        .flat_map(|(step, words)| words.iter().map(move |&word| (word, step)))
        .collect();
    let slug = text::words(text).collect::<Vec<String>>().join(" ");
    if let Some(step) = ranked.get(slug.as_str()) {
        return Some(CellStep::Word(*step));
    }
    let is_mastery = !read.is_empty() && read.iter().all(|term| term.is(Kinds::MASTERY));
    is_mastery.then_some(CellStep::Unknown)
}
