//! What the search has found, and which rows of the matrix that leaves.

use std::collections::HashSet;
use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::SkillId;
use crate::search::{Answer, Candidate, Group, Index, Query};

use super::shelf::{Shelf, shelf};
use super::view::view;

/// The index, once it is built.
#[derive(Clone)]
pub(super) struct SearchIndex(pub(super) ArcRwSignal<Option<Arc<Index>>>);

/// The answer to the search.
#[derive(Clone, Copy)]
pub(super) struct Search(pub(super) Memo<Arc<Found>>);

/// The most results of a kind that are ever drawn: nobody reads on after so many.
pub(super) const MOST: usize = 200;

/// The groups of results that the page shows.
const SHOWN: [Group; 3] = [Group::Skills, Group::Moments, Group::Notes];

/// What the search has found.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Found {
    /// What was searched for; empty when nothing was.
    pub(super) query: String,
    /// The results, and what they have of the query.
    pub(super) answer: Answer,
    /// The skills found by name or by what was said of them.
    shown: HashSet<SkillId>,
}

impl Search {
    /// Answers the view's query whenever it changes.
    pub(super) fn over(index: SearchIndex) -> Self {
        let (shelf, query) = (shelf(), view().query);
        Self(Memo::new(move |_| {
            let query = query.read();
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
        let mut shown = HashSet::new();
        let mut note_down = |candidate: Candidate<'_>| {
            match candidate {
                Candidate::Skill(id) => {
                    shown.insert(SkillId(id.into()));
                }
                Candidate::Claim(note, claim) => {
                    shown.extend(shelf.skills_of(note, claim).iter().cloned());
                }
                Candidate::Topic(..) | Candidate::Note(_) => {}
            }
            true
        };
        let answer = index.search_among(&Query::read(query), MOST, &mut note_down);
        Self { query: query.to_owned(), answer, shown }
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
        SHOWN.iter().map(|&group| self.answer.total(group)).sum()
    }
}

/// The search of the page.
pub(super) fn search() -> Search {
    use_context().unwrap_or_else(|| Search(Memo::new(|_| Arc::default())))
}
