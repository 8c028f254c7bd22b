//! What a sheet is: levels as columns or rows, a placement a row, a taxonomy, a team's ratings, or nothing of it.

use rustc_hash::FxHashSet;

use crate::matrix::extract::evidence::Evidence;
use crate::matrix::language::level_name::LevelName;
use crate::matrix::language::senses::Kinds;
use crate::matrix::language::terms::{Term, Terms};
use crate::matrix::model::rule::Rule;
use crate::note::{Block, Note, Table, is_sheet, plain_text};

use super::head::head_words;
use super::mark;
use super::own_csv;
use super::team::{self, TeamRating};
use crate::matrix::extract::ladder::drafts::{Drafts, PlacementDraft};
use crate::matrix::extract::ladder::headings::LadderHeading;
use crate::matrix::extract::ladder::tables::cells::{TableRow, lines, row_name};
use crate::matrix::extract::ladder::tables::table::{self, TableContext, TableShape};

/// The most rows above a sheet's head.
const MOST_ABOVE: usize = 8;

/// What a sheet is.
pub(in crate::matrix) enum SheetKind {
    /// A matrix that this program wrote: the place of its head.
    Own(usize),
    /// Levels as columns or rows.
    Levels,
    /// What its author says to be a ladder: the table without the row that says so.
    Marked(Table),
    /// A placement a row.
    Long(LongHead),
    /// Skills below their groups.
    Taxonomy(TaxonomyHead),
    /// What people of a team can do.
    Team,
    /// Nothing that is looked for.
    Nothing,
}

/// The head of a sheet with a placement a row: its place, and its columns.
pub(in crate::matrix) struct LongHead {
    row: usize,
    skill: usize,
    level: usize,
    group: Option<usize>,
    text: Option<usize>,
}

/// The head of a taxonomy: its place, and its columns.
pub(in crate::matrix) struct TaxonomyHead {
    row: usize,
    skill: usize,
    groups: Vec<usize>,
}

/// The sheets of a note that is a sheet or a workbook: each with the index of its section.
pub(in crate::matrix) fn tables(note: &Note) -> impl Iterator<Item = (usize, &Table)> {
    let sections = note.sections().iter().enumerate().filter(|_| is_sheet(&note.path));
    sections.filter_map(|(at, section)| {
        let table = section.blocks.iter().find_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        Some((at, table?))
    })
}

/// The sheets of a note that hold skills, as places among all of its sheets. Any other may name people, and
/// what names people is not handed out unasked.
#[must_use]
pub fn ladder_sheets(note: &Note) -> Vec<usize> {
    let terms = Terms::new();
    tables(note).filter(|(_, table)| kind(table, &terms).is_of_skills()).map(|(at, _)| at).collect()
}

/// What the sheets of a note say of the people of a team. What names people stays where it is, unless asked for.
#[must_use]
pub fn team(note: &Note) -> Vec<TeamRating> {
    let terms = Terms::new();
    let sheets = tables(note).map(|(_, table)| table);
    sheets
        .filter(|table| matches!(kind(table, &terms), SheetKind::Team))
        .flat_map(|table| team::ratings(table, &terms))
        .collect()
}

impl SheetKind {
    /// Whether the matrix holds something of it.
    pub(in crate::matrix) fn is_of_skills(&self) -> bool {
        !matches!(self, Self::Team | Self::Nothing)
    }
}

/// What a sheet is.
pub(in crate::matrix) fn kind(table: &Table, terms: &Terms) -> SheetKind {
    if let Some(head) = own_csv::head(table) {
        return SheetKind::Own(head);
    }
    if let Some(rest) = mark::below(table) {
        return SheetKind::Marked(rest);
    }
    if team::is_sure(table, terms) {
        return SheetKind::Team;
    }
    match table::shape(table, terms, false) {
        Some(TableShape::Down) => {
            return by_repeated_levels(table, terms).map_or(SheetKind::Levels, SheetKind::Long);
        }
        Some(TableShape::Across) => return SheetKind::Levels,
        None => {}
    }
    if let Some(kind) = by_head(table, terms) {
        return kind;
    }
    if team::ratings(table, terms).is_empty() { SheetKind::Nothing } else { SheetKind::Team }
}

/// A sheet that its head tells: a placement a row, or a taxonomy.
fn by_head(table: &Table, terms: &Terms) -> Option<SheetKind> {
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
            let is_text = |at: &usize| {
                let kinds = Kinds::DESCRIPTIONS.or(Kinds::OTHER_PARTS);
                words[*at].iter().any(|term| term.is(kinds)) && *at != skill && *at != level
            };
            let is_group = |at: &usize| words[*at].iter().any(|term| term.is(Kinds::GROUP_HEADS));
            return Some(SheetKind::Long(LongHead {
                row: at,
                skill,
                level,
                group: (0..skill).find(is_group),
                text: (0..words.len()).find(is_text),
            }));
        }
        let is_parent = |at: &usize| {
            words[*at].iter().any(|term| term.is(Kinds::GROUP_HEADS.or(Kinds::SKILLS)))
        };
        let groups: Vec<usize> = (0..skill).filter(is_parent).collect();
        if !groups.is_empty() && level.is_none() {
            return Some(SheetKind::Taxonomy(TaxonomyHead { row: at, skill, groups }));
        }
    }
    None
}

/// A sheet whose first column has levels, each in several rows, and another the skill that is asked of it.
fn by_repeated_levels(table: &Table, terms: &Terms) -> Option<LongHead> {
    let words = |row: TableRow<'_>| -> Vec<Vec<Term>> {
        row.iter().map(|cell| head_words(cell, terms)).collect()
    };
    let find = |words: &[Vec<Term>], kinds: Kinds| {
        (1..words.len()).find(|&at| words[at].iter().any(|term| term.is(kinds)))
    };
    let heads = table.rows.iter().enumerate().take(MOST_ABOVE);
    let mut heads = heads.map(|(at, row)| (at, words(row)));
    let (row, words, skill) = heads
        .find_map(|(at, words)| find(&words, Kinds::SKILLS).map(|skill| (at, words, skill)))?;
    let below = table.rows[row + 1..].iter().filter_map(|row| level_of(row, 0, terms));
    let levels: Vec<String> = below.map(|level| level.written).collect();
    let distinct: FxHashSet<&str> = levels.iter().map(String::as_str).collect();
    let group = find(&words, Kinds::GROUP_HEADS).filter(|&group| group != skill);
    let text = (1..words.len()).rfind(|&at| at != skill && Some(at) != group);
    let comes_again = distinct.len() >= 2 && 2 * distinct.len() <= levels.len();
    comes_again.then_some(LongHead { row, skill, level: 0, group, text })
}

/// Reads a note's sheets.
pub(in crate::matrix) fn read(note: &Note, terms: &Terms) -> Drafts {
    let mut drafts = Drafts::default();
    let all: Vec<(usize, &Table, SheetKind)> =
        tables(note).map(|(at, table)| (at, table, kind(table, terms))).collect();
    // Of several sheets with levels, each is a group of its own where it names none.
    let has_levels = |kind: &SheetKind| matches!(kind, SheetKind::Levels | SheetKind::Marked(_));
    let several = all.iter().filter(|(.., kind)| has_levels(kind)).count() > 1;
    for (section, table, kind) in &all {
        let section = *section;
        match kind {
            SheetKind::Own(head) => own_csv::read(table, section, *head, &mut drafts),
            SheetKind::Levels => {
                of_levels(note, (section, table), several, false, terms, &mut drafts);
            }
            SheetKind::Marked(table) => {
                of_levels(note, (section, table), several, true, terms, &mut drafts);
            }
            SheetKind::Long(head) => long(table, section, head, terms, &mut drafts),
            SheetKind::Taxonomy(head) => taxonomy(table, section, head, &mut drafts),
            SheetKind::Team | SheetKind::Nothing => {}
        }
    }
    drafts
}

/// A sheet with levels as columns or rows.
fn of_levels(
    note: &Note,
    (section, table): (usize, &Table),
    several: bool,
    is_ladder: bool,
    terms: &Terms,
    drafts: &mut Drafts,
) {
    let title = note.sections().get(section).map(|section| section.title.as_str());
    let context = TableContext {
        section,
        // A table without a column of skills is of the skill that its sheet is called by.
        skill: title.filter(|title| several && LadderHeading::read(title, terms).can_be_skill()),
        group: title.filter(|_| several),
        skill_group: None,
        is_ladder,
        recurs: false,
    };
    table::read(table, &context, terms, drafts);
}

/// How many skills a sheet would name if its author said that it is a ladder.
pub(in crate::matrix) fn skills_if_ladder(table: &Table, terms: &Terms) -> usize {
    let context = TableContext {
        section: 0,
        skill: None,
        group: None,
        skill_group: None,
        is_ladder: true,
        recurs: false,
    };
    let mut drafts = Drafts::default();
    table::read(table, &context, terms, &mut drafts);
    let names: FxHashSet<&str> = drafts.all.iter().map(|draft| draft.name.as_str()).collect();
    names.len()
}

fn level_of(row: TableRow<'_>, level: usize, terms: &Terms) -> Option<LevelName> {
    let text = plain_text(row.get(level)?);
    // A word that needs a role beside it in a sentence stands for itself in a column of levels.
    LevelName::read(&text, terms).or_else(|| LevelName::in_column(&text, terms))
}

/// A row a placement.
fn long(table: &Table, section: usize, head: &LongHead, terms: &Terms, drafts: &mut Drafts) {
    for row in &table.rows[head.row + 1..] {
        let (Some(name), Some(level)) =
            (row.get(head.skill).and_then(|cell| row_name(cell)), level_of(row, head.level, terms))
        else {
            continue;
        };
        let evidence = Evidence::of_cells(row);
        drafts.add(PlacementDraft {
            section,
            name,
            group: head.group.and_then(|at| row_name(row.get(at)?)),
            level: Some(level),
            rank: None,
            text: head.text.and_then(|at| row.get(at)).map(|cell| lines(cell)).unwrap_or_default(),
            evidence,
            rule: Rule::SheetRows,
        });
    }
}

/// Skills below their groups.
fn taxonomy(table: &Table, section: usize, head: &TaxonomyHead, drafts: &mut Drafts) {
    let mut parent: Option<String> = None;
    for row in &table.rows[head.row + 1..] {
        for &group in &head.groups {
            if let Some(name) = row.get(group).and_then(|cell| row_name(cell)) {
                parent = Some(name);
            }
        }
        let Some(name) = row.get(head.skill).and_then(|cell| row_name(cell)) else { continue };
        drafts.add(PlacementDraft {
            section,
            name,
            group: parent.clone(),
            level: None,
            rank: None,
            text: String::new(),
            evidence: Evidence::default(),
            rule: Rule::Taxonomy,
        });
    }
}
