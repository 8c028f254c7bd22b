//! The rows of what a search has found: which results are shown, in which order, with what beside them.

use std::mem;
use std::ptr;
use std::sync::Arc;

use crate::search::{Group, Marker, Target, Tier};

use super::found::{MOST_RESULTS, SearchResults};

/// How many results of a kind are shown before the reader asks for the rest: as many as leave
/// sight of the matrix.
const SHOWN_AT_FIRST: [(Group, usize); 5] = [
    (Group::Skills, 4),
    (Group::Moments, 5),
    (Group::Topics, 3),
    (Group::Notes, 3),
    (Group::Lines, 3),
];

/// How many rows are drawn with a key. Those below come a frame later, so that whoever types sees the best sooner.
const AT_ONCE: usize = 8;

/// A result as it stands in the list. The same row stays as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultRow {
    /// What was found.
    pub target: Target,
    /// The part of the results that it stands in.
    pub group: Group,
    /// What stands beside it, where it is the first of its kind.
    pub head: Option<&'static str>,
    /// Finds what was matched.
    pub marker: Arc<Marker>,
    /// The level whose results come first, as people read it.
    level: Option<String>,
}

/// Rows with numbers by which those that stay are known.
#[derive(Debug, Default)]
pub struct NumberedRows {
    rows: Vec<(usize, ResultRow)>,
    next: usize,
}

impl NumberedRows {
    /// Puts rows in the place of those before; gives their numbers. One that was there before keeps its number.
    pub fn replace(&mut self, rows: Vec<ResultRow>) -> Vec<usize> {
        let former = mem::take(&mut self.rows);
        for (place, row) in rows.into_iter().enumerate() {
            // Where notes are still being gathered, most stay where they are.
            let at_place = former.get(place).filter(|(_, known)| *known == row);
            let known = at_place.or_else(|| former.iter().find(|(_, known)| *known == row));
            let number = known.map_or(self.next, |(number, _)| *number);
            self.next += usize::from(known.is_none());
            self.rows.push((number, row));
        }
        self.rows.iter().map(|(number, _)| *number).collect()
    }

    /// The row of a number.
    pub fn row(&self, number: usize) -> Option<&ResultRow> {
        self.rows.iter().find_map(|(known, row)| (*known == number).then_some(row))
    }
}

/// The rows of what is found now; those further down as they were `further`, where anything was, until they are drawn,
/// too, and never more than there are now.
pub fn rows_to_show(
    found: &SearchResults,
    further: Option<&SearchResults>,
    is_all: bool,
) -> Vec<ResultRow> {
    let mut rows = rows_of(found, is_all);
    if further.is_some_and(|further| ptr::eq(found, further)) || rows.len() <= AT_ONCE {
        return rows;
    }
    let below = rows.split_off(AT_ONCE).len();
    let former = further.map(|further| rows_of(further, is_all)).unwrap_or_default();
    // What was down there may be among the first by now.
    let is_above = |row: &ResultRow| rows.iter().any(|first| first.target == row.target);
    let former = former.into_iter().skip(AT_ONCE).filter(|row| !is_above(row));
    let former: Vec<ResultRow> = former.take(below).collect();
    rows.extend(former);
    rows
}

fn rows_of(found: &SearchResults, is_all: bool) -> Vec<ResultRow> {
    let marker = Arc::new(found.answer.marker.clone());
    let mut rows = Vec::new();
    for (group, first) in SHOWN_AT_FIRST {
        let shown = if is_all { MOST_RESULTS } else { first };
        let mut last = None;
        for hit in found.shown_of(group, is_all).iter().take(shown) {
            let is_elsewhere = found.level.is_some() && hit.tier == Tier::Other;
            let head = match last.replace(is_elsewhere) {
                None if is_elsewhere => Some(elsewhere(group)),
                None => Some(label(group)),
                Some(false) if is_elsewhere => Some("Elsewhere"),
                Some(_) => None,
            };
            let (target, marker) = (hit.target.clone(), Arc::clone(&marker));
            rows.push(ResultRow { target, group, head, marker, level: found.level.clone() });
        }
    }
    rows
}

/// How many results are not shown: of those that were looked up, no more than [`MOST_RESULTS`] of a kind.
pub fn hidden(found: &SearchResults, is_all: bool) -> usize {
    let hidden_of = |(group, first): (Group, usize)| {
        let most = if is_all { MOST_RESULTS } else { first };
        let shown = found.shown_of(group, is_all).len().min(most);
        found.answer.hits(group).len().min(MOST_RESULTS).saturating_sub(shown)
    };
    SHOWN_AT_FIRST.into_iter().map(hidden_of).sum()
}

/// What stands beside the first result of a group.
pub fn label(group: Group) -> &'static str {
    match group {
        Group::Skills => "Skills",
        Group::Moments => "Moments",
        Group::Topics => "Topics",
        Group::Notes => "Notes",
        Group::Lines => "Said",
    }
}

/// What stands beside the first result of a group of which none is of the chosen level.
fn elsewhere(group: Group) -> &'static str {
    match group {
        Group::Skills => "Skills elsewhere",
        Group::Moments => "Moments elsewhere",
        Group::Topics => "Topics elsewhere",
        Group::Notes => "Notes elsewhere",
        Group::Lines => "Said elsewhere",
    }
}
