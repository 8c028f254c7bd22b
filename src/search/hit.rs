//! What a search finds.

use super::marker::Marker;
use super::target::{Group, Target, Tier};

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    groups: [Found; Group::ALL.len()],
    /// The query in the spelling of the notes, where a word of it is nowhere in them but one like
    /// it is.
    pub suggestion: Option<String>,
    /// The words of the query that nothing has, and nothing like them either.
    pub missing: Vec<String>,
    /// Finds the words that were matched, to highlight them.
    pub marker: Marker,
}

/// What was found of one group.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Found {
    pub hits: Vec<Hit>,
    pub total: usize,
    /// How many of all are of the first tier.
    pub first: usize,
}

/// A result of a search.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// What was found.
    pub target: Target,
    /// How well it fits; higher is better, and only comparable within one search.
    pub score: f32,
    /// Whether it holds every word of the query. In a tier those that do come first.
    pub is_complete: bool,
    /// The tier that it was found in.
    pub tier: Tier,
}

impl Answer {
    pub(super) fn new(
        groups: [Found; Group::ALL.len()],
        suggestion: Option<String>,
        marker: Marker,
    ) -> Self {
        Self { groups, suggestion, missing: Vec::new(), marker }
    }

    /// The best results of a group, as many as were asked for.
    #[must_use]
    pub fn hits(&self, group: Group) -> &[Hit] {
        self.groups.get(group as usize).map_or(&[], |found| &found.hits)
    }

    /// How much was found of a group.
    #[must_use]
    pub fn total(&self, group: Group) -> usize {
        self.groups.get(group as usize).map_or(0, |found| found.total)
    }

    /// How much of a group is of the first tier.
    #[must_use]
    pub fn first(&self, group: Group) -> usize {
        self.groups.get(group as usize).map_or(0, |found| found.first)
    }

    /// How much was found of all groups.
    #[must_use]
    pub fn count(&self) -> usize {
        self.groups.iter().map(|found| found.total).sum()
    }

    /// The best results of all groups together.
    #[must_use]
    pub fn best(&self, limit: usize) -> Vec<Hit> {
        let mut hits: Vec<Hit> =
            self.groups.iter().flat_map(|found| &found.hits).cloned().collect();
        // A stable sort: of results that fit alike, those of the first group come first.
        hits.sort_by(|a, b| {
            b.is_complete.cmp(&a.is_complete).then_with(|| b.score.total_cmp(&a.score))
        });
        hits.truncate(limit);
        hits
    }
}
