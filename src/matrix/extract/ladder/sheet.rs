//! What a sheet holds besides levels as columns or rows: a placement a row, a taxonomy, a team's ratings.

use crate::matrix::extract::evidence::Evidence;
use crate::matrix::language::kinds::Kinds;
use crate::matrix::language::level_name::LevelName;
use crate::matrix::language::terms::{Term, Terms};
use crate::matrix::model::rule::Rule;
use crate::note::{Block, Inline, Note, Table, is_sheet, plain_text};

use super::cells::{lines, row_name};
use super::drafts::{Draft, Drafts};

/// The most rows above a sheet's head.
const MOST_ABOVE: usize = 8;

/// The table of a note that is a sheet.
pub(in crate::matrix) fn table(note: &Note) -> Option<&Table> {
    let blocks =
        note.sections().iter().filter(|_| is_sheet(&note.path)).flat_map(|section| &section.blocks);
    blocks.into_iter().find_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

/// Whether a note is a sheet of skills: any other may name people, and what names people is not handed out
/// unasked.
#[must_use]
pub fn is_ladder_sheet(note: &Note) -> bool {
    table(note).is_some() && super::cues(note, &Terms::new()).is_ladder()
}

/// Whether a sheet holds what people of a team can do: steps with their number in front, in several rows.
pub(in crate::matrix) fn is_of_a_team(table: &Table) -> bool {
    let is_rating = |cell: &Vec<Inline>| {
        let text = plain_text(cell);
        let rest = text.trim().trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = text.trim().len() - rest.len();
        (1..=2).contains(&digits) && rest.trim_start().starts_with(['-', '–', '—'])
    };
    table.rows.iter().filter(|row| row.iter().any(is_rating)).count() >= 2
}

/// Reads a sheet whose columns are no levels. `false` where it is neither a list of placements nor a taxonomy.
pub(in crate::matrix) fn read(table: &Table, terms: &Terms, drafts: &mut Drafts) -> bool {
    for (at, row) in table.rows.iter().enumerate().take(MOST_ABOVE) {
        let words: Vec<Vec<Term>> = row.iter().map(|cell| head_words(cell, terms)).collect();
        let find =
            |kinds: Kinds| words.iter().rposition(|words| words.iter().any(|term| term.is(kinds)));
        let Some(skill) = find(Kinds::SKILLS) else { continue };
        let below = &table.rows[at + 1..];
        let level = find(Kinds::STEPS).filter(|&level| level != skill);
        if let Some(level) = level
            && below.iter().filter(|row| level_of(row, level, terms).is_some()).count() >= 2
        {
            long(below, (skill, level), &words, terms, drafts);
            return true;
        }
        let groups: Vec<usize> = (0..skill)
            .filter(|&at| {
                words[at].iter().any(|term| term.is(Kinds::GROUP_HEADS.or(Kinds::SKILLS)))
            })
            .collect();
        if !groups.is_empty() && level.is_none() {
            taxonomy(below, skill, &groups, drafts);
            return true;
        }
    }
    false
}

fn head_words(cell: &[Inline], terms: &Terms) -> Vec<Term> {
    let text = plain_text(cell);
    if text.len() < 60 { terms.read(&text) } else { Vec::new() }
}

fn level_of(row: &[Vec<Inline>], level: usize, terms: &Terms) -> Option<LevelName> {
    let text = plain_text(row.get(level)?);
    // A word that needs a role beside it in a sentence stands for itself in a column of levels.
    LevelName::read(&text, terms).or_else(|| LevelName::in_column(&text, terms))
}

/// A row a placement.
fn long(
    rows: &[Vec<Vec<Inline>>],
    (skill, level): (usize, usize),
    words: &[Vec<Term>],
    terms: &Terms,
    drafts: &mut Drafts,
) {
    let is_text = |at: &usize| {
        words[*at].iter().any(|term| term.is(Kinds::DESCRIPTIONS.or(Kinds::OTHER_PARTS)))
            && *at != skill
            && *at != level
    };
    let text = (0..words.len()).find(is_text);
    let group = (0..skill).find(|&at| words[at].iter().any(|term| term.is(Kinds::GROUP_HEADS)));
    for row in rows {
        let (Some(name), Some(level)) =
            (row.get(skill).and_then(|cell| row_name(cell)), level_of(row, level, terms))
        else {
            continue;
        };
        let mut evidence = Evidence::default();
        row.iter().for_each(|cell| evidence.cell(cell));
        let group = group.and_then(|at| row_name(row.get(at)?));
        let text = text.and_then(|at| row.get(at)).map(|cell| lines(cell)).unwrap_or_default();
        let level = Some(level);
        drafts.add(Draft { section: 0, name, group, level, text, evidence, rule: Rule::SheetRows });
    }
}

/// Skills below their groups.
fn taxonomy(rows: &[Vec<Vec<Inline>>], skill: usize, groups: &[usize], drafts: &mut Drafts) {
    let mut parent: Option<String> = None;
    for row in rows {
        for &group in groups {
            if let Some(name) = row.get(group).and_then(|cell| row_name(cell)) {
                parent = Some(name);
            }
        }
        let Some(name) = row.get(skill).and_then(|cell| row_name(cell)) else { continue };
        let (group, evidence) = (parent.clone(), Evidence::default());
        drafts.add(Draft {
            section: 0,
            name,
            group,
            level: None,
            text: String::new(),
            evidence,
            rule: Rule::Taxonomy,
        });
    }
}
