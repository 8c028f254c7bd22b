//! How much of a long matrix is drawn: the first rows, and more as the reader comes to them.

use leptos::prelude::*;

use crate::matrix::{Filter, Sort};
use crate::ui::state::view::View;

/// How many lines are drawn at first, and how many more each time.
const STEP: usize = 60;

/// How much of the matrix is drawn.
#[derive(Clone, Copy)]
pub struct DrawnRows {
    asked: Memo<Asked>,
    /// How many lines the reader has come to, and what was asked for then.
    reached: RwSignal<(Asked, usize)>,
    /// How many lines are drawn at most.
    pub limit: Memo<usize>,
}

/// What decides on the rows. When it changes, the reader starts at the top again.
type Asked = (Filter, Sort, String);

impl DrawnRows {
    /// The first lines of what a view asks for.
    pub fn first(view: View) -> Self {
        let asked = Memo::new(move |_| (view.filter.get(), view.sort.get(), view.query.get()));
        let reached = RwSignal::new((Asked::default(), 0));
        let limit = Memo::new(move |_| {
            let reached = reached.read();
            if reached.0 == *asked.read() { reached.1.max(STEP) } else { STEP }
        });
        Self { asked, reached, limit }
    }

    /// Draws some more lines.
    pub fn grow(self) {
        self.draw(self.limit.get_untracked().saturating_add(STEP));
    }

    /// Draws all lines.
    pub fn grow_to_all(self) {
        self.draw(usize::MAX);
    }

    fn draw(self, lines: usize) {
        self.reached.set((self.asked.get_untracked(), lines));
    }
}
