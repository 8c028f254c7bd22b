//! How much of the matrix is drawn: which of its parts are open, and the first rows of a long one, more as the
//! reader comes to them.

use std::sync::Arc;

use leptos::prelude::*;
use rustc_hash::FxHashSet;

use crate::matrix::{Filter, SkillId, Sort};
use crate::ui::state::view::View;

use crate::ui::matrix::shown_rows::{Folding, ShownPart, ShownRows};

/// How many rows are drawn at first, and how many more each time: a window holds 15 to 25, and what is drawn in one go is not to
/// keep the reader waiting.
const ROWS_AT_A_TIME: usize = 40;

/// A part of the matrix as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnPart {
    pub shown: ShownPart,
    /// Its rows that are drawn; none while it is closed.
    pub skills: Vec<SkillId>,
    pub is_open: bool,
}

/// How much of the matrix is drawn.
#[derive(Clone, Copy)]
pub struct DrawnParts {
    asked: Memo<Asked>,
    /// How many rows the reader has come to, and what was asked for then.
    reached: RwSignal<(Asked, usize)>,
    /// The parts that stand otherwise than at first.
    toggled: RwSignal<FxHashSet<String>>,
    /// How many rows are drawn at most.
    pub limit: Memo<usize>,
    /// The parts that are drawn.
    pub parts: Memo<Arc<Vec<DrawnPart>>>,
    /// How many rows there are in all open parts.
    pub open_rows: Memo<usize>,
}

/// What decides on the rows. When it changes, the reader starts at the top again.
type Asked = (Filter, Sort, String);

impl DrawnParts {
    /// The first rows of what a view asks for.
    pub fn first(view: View, rows: ShownRows) -> Self {
        let asked = Memo::new(move |_| (view.filter.get(), view.sort.get(), view.query.get()));
        let reached = RwSignal::new((Asked::default(), 0));
        let limit = Memo::new(move |_| {
            let reached = reached.read();
            if reached.0 == *asked.read() { reached.1.max(ROWS_AT_A_TIME) } else { ROWS_AT_A_TIME }
        });
        let toggled = RwSignal::new(FxHashSet::default());
        let parts =
            Memo::new(move |_| Arc::new(drawn(&rows.parts.read(), &toggled.read(), limit.get())));
        let open_rows = Memo::new(move |_| {
            let open = drawn(&rows.parts.read(), &toggled.read(), usize::MAX);
            open.iter().map(|part| part.skills.len()).sum()
        });
        Self { asked, reached, toggled, limit, parts, open_rows }
    }

    /// Opens a part, or closes it.
    pub fn toggle(self, id: &str) {
        self.toggled.update(|toggled| {
            if !toggled.remove(id) {
                toggled.insert(id.to_owned());
            }
        });
    }

    /// Draws some more rows.
    pub fn grow(self) {
        self.draw(self.limit.get_untracked().saturating_add(ROWS_AT_A_TIME));
    }

    /// Draws all rows.
    pub fn grow_to_all(self) {
        self.draw(usize::MAX);
    }

    fn draw(self, rows: usize) {
        self.reached.set((self.asked.get_untracked(), rows));
    }
}

/// The parts up to so many rows.
fn drawn(parts: &[ShownPart], toggled: &FxHashSet<String>, limit: usize) -> Vec<DrawnPart> {
    let is_open = |part: &ShownPart| match part.folding {
        Folding::Never => true,
        Folding::Open => !toggled.contains(&part.id),
        Folding::Closed => toggled.contains(&part.id),
    };
    let closed: FxHashSet<&str> =
        parts.iter().filter(|part| !is_open(part)).map(|part| part.id.as_str()).collect();
    let mut left = limit;
    let mut drawn = Vec::new();
    for part in parts {
        if part.within.is_some_and(|outer| closed.contains(outer)) {
            continue;
        }
        let is_open = is_open(part);
        // A part that is not reached yet has no heading either.
        if left == 0 {
            break;
        }
        let rows = if is_open { part.skills.len().min(left) } else { 0 };
        left -= rows;
        let skills = part.skills.iter().take(rows).cloned().collect();
        drawn.push(DrawnPart { shown: part.clone(), skills, is_open });
    }
    drawn
}
