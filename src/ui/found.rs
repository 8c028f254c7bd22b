//! What the search has found, and which rows of the matrix that leaves.

use std::collections::HashSet;
use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::SkillId;
use crate::search::{Hit, Index, Target};

use super::shelf::{Shelf, shelves};
use super::view::view;

/// The index, once it is built.
#[derive(Clone)]
pub(super) struct SearchIndex(pub(super) ArcRwSignal<Option<Arc<Index>>>);

/// The answer to the search.
#[derive(Clone, Copy)]
pub(super) struct Search(pub(super) Memo<Arc<Found>>);

/// What the search has found.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Found {
    /// What was searched for; empty when nothing was.
    pub(super) query: String,
    /// Skills by their names, the best first.
    pub(super) skills: Vec<Hit>,
    /// What was said, the best first.
    pub(super) moments: Vec<Hit>,
    /// Notes by their titles, the best first.
    pub(super) notes: Vec<Hit>,
    /// The skills found by name or by what was said of them.
    shown: HashSet<SkillId>,
}

impl Search {
    /// Answers the view's query whenever it changes.
    pub(super) fn over(index: SearchIndex) -> Self {
        let (shelves, query) = (shelves(), view().query);
        Self(Memo::new(move |_| {
            let (shelf, query) = (shelves.get(), query.read());
            let index = index.0.read();
            // For the instant in which there is no index yet, nothing is narrowed.
            let found = match index.as_ref().filter(|_| !query.trim().is_empty()) {
                Some(index) => Found::of(&shelf, index, &query),
                None => Found::default(),
            };
            Arc::new(found)
        }))
    }
}

impl Found {
    fn of(shelf: &Shelf, index: &Index, query: &str) -> Self {
        let mut found = Self { query: query.to_owned(), ..Self::default() };
        for hit in index.search(query, usize::MAX) {
            match &hit.target {
                Target::Skill(id) => {
                    found.shown.insert(SkillId(id.as_str().into()));
                    found.skills.push(hit);
                }
                Target::Claim { note, claim, .. } => {
                    found.shown.extend(shelf.skills_of(note, *claim).iter().cloned());
                    found.moments.push(hit);
                }
                Target::Note(_) => found.notes.push(hit),
            }
        }
        found
    }

    /// Whether something was searched for.
    pub(super) fn is_search(&self) -> bool {
        !self.query.is_empty()
    }

    /// Whether a skill is among what was found.
    pub(super) fn shows(&self, skill: &SkillId) -> bool {
        !self.is_search() || self.shown.contains(skill)
    }

    /// How much was found.
    pub(super) fn count(&self) -> usize {
        self.skills.len() + self.moments.len() + self.notes.len()
    }
}

/// The search of the page.
pub(super) fn search() -> Search {
    use_context().unwrap_or_else(|| Search(Memo::new(|_| Arc::default())))
}
