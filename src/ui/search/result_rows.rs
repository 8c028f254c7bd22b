//! The rows of what a search has found: which results are shown, in which order, with what beside them.

use std::mem;
use std::ptr;
use std::sync::Arc;

use leptos::prelude::*;

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
const AT_ONCE: usize = 6;

/// A result as it stands in the list. The same row stays as it is drawn, but for what is marked in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultRow {
    /// What was found.
    pub target: Target,
    /// The part of the results that it stands in.
    pub group: Group,
    /// What stands beside it, where it is the first of its kind.
    pub head: Option<&'static str>,
    /// The level whose results come first, as people read it.
    level: Option<String>,
}

/// A result and what finds in it what was matched.
pub type FoundRow = (ResultRow, Arc<Marker>);

/// Rows with numbers by which those that stay are known.
#[derive(Debug, Default)]
pub struct NumberedRows {
    rows: Vec<NumberedRow>,
    next: usize,
}

#[derive(Clone, Debug)]
struct NumberedRow {
    number: usize,
    row: ResultRow,
    marker: ArcRwSignal<Arc<Marker>>,
}

/// What comes of putting rows in the place of others.
#[derive(Debug, Default)]
pub struct Replaced {
    /// The rows' numbers.
    numbers: Vec<usize>,
    /// What is to be told to rows that stay: what is marked in them now.
    marked: Vec<(ArcRwSignal<Arc<Marker>>, Arc<Marker>)>,
}

impl Replaced {
    /// Tells the rows that stay what is marked in them; gives the numbers of all.
    pub fn tell(self) -> Vec<usize> {
        for (told, marker) in self.marked {
            told.set(marker);
        }
        self.numbers
    }
}

impl NumberedRows {
    /// Puts rows in the place of those before. One that was there before keeps its number.
    pub fn replace(&mut self, rows: Vec<FoundRow>) -> Replaced {
        let former = mem::take(&mut self.rows);
        let mut marked = Vec::new();
        for (place, (row, marker)) in rows.into_iter().enumerate() {
            // Where notes are still being gathered, most stay where they are.
            let at_place = former.get(place).filter(|known| known.row == row);
            let known = at_place.or_else(|| former.iter().find(|known| known.row == row));
            let Some(known) = known else {
                let marker = ArcRwSignal::new(marker);
                self.rows.push(NumberedRow { number: self.next, row, marker });
                self.next += 1;
                continue;
            };
            if *known.marker.read_untracked() != marker {
                marked.push((known.marker.clone(), marker));
            }
            self.rows.push(known.clone());
        }
        Replaced { numbers: self.rows.iter().map(|row| row.number).collect(), marked }
    }

    /// The row of a number, and what finds in it what was matched, as that changes.
    pub fn row(&self, number: usize) -> Option<(ResultRow, ArcRwSignal<Arc<Marker>>)> {
        let row = self.rows.iter().find(|row| row.number == number)?;
        Some((row.row.clone(), row.marker.clone()))
    }
}

/// The rows of what is found now; those further down as they were `further`, where anything was, until they are drawn,
/// too, and never more than there are now.
pub fn rows_to_show(
    found: &SearchResults,
    further: Option<&SearchResults>,
    is_all: bool,
) -> Vec<FoundRow> {
    let mut rows = rows_of(found, is_all);
    if further.is_some_and(|further| ptr::eq(found, further)) || rows.len() <= AT_ONCE {
        return rows;
    }
    let below = rows.split_off(AT_ONCE).len();
    let former = further.map(|further| rows_of(further, is_all)).unwrap_or_default();
    // What was down there may be among the first by now.
    let is_above = |row: &ResultRow| rows.iter().any(|(first, _)| first.target == row.target);
    let former = former.into_iter().skip(AT_ONCE).filter(|(row, _)| !is_above(row));
    let former: Vec<FoundRow> = former.take(below).collect();
    rows.extend(former);
    rows
}

fn rows_of(found: &SearchResults, is_all: bool) -> Vec<FoundRow> {
    let marker = Arc::new(found.searched.answer.marker.clone());
    let mut rows = Vec::new();
    for (group, first) in SHOWN_AT_FIRST {
        let shown = if is_all { MOST_RESULTS } else { first };
        let mut last = None;
        for hit in found.shown_of(group, is_all).iter().take(shown) {
            let is_elsewhere = found.searched.level.is_some() && hit.tier == Tier::Other;
            let head = match last.replace(is_elsewhere) {
                None if is_elsewhere => Some(elsewhere(group)),
                None => Some(label(group)),
                Some(false) if is_elsewhere => Some("Elsewhere"),
                Some(_) => None,
            };
            let (target, level) = (hit.target.clone(), found.searched.level.clone());
            rows.push((ResultRow { target, group, head, level }, Arc::clone(&marker)));
        }
    }
    rows
}

/// How many results are not shown: of those that were looked up, no more than [`MOST_RESULTS`] of a kind.
pub fn hidden(found: &SearchResults, is_all: bool) -> usize {
    let hidden_of = |(group, first): (Group, usize)| {
        let most = if is_all { MOST_RESULTS } else { first };
        let shown = found.shown_of(group, is_all).len().min(most);
        found.searched.answer.hits(group).len().min(MOST_RESULTS).saturating_sub(shown)
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
