//! What a search finds.

use std::sync::Arc;

use crate::note::{ClaimId, NoteId};

use super::Marker;

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    groups: [Found; Group::ALL.len()],
    /// The query in the spelling of the notes, where a word of it is nowhere in them but one like
    /// it is.
    pub suggestion: Option<String>,
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

/// Which results stand first, whatever they fit like: those of the level that was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Before all others.
    First,
    /// After them.
    Other,
}

/// The groups of results, in the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Skills, by their names.
    Skills,
    /// Claims, by what is said.
    Moments,
    /// Sections, by their headings.
    Topics,
    /// Notes, by their titles.
    Notes,
    /// Lines of transcripts, by what is said.
    Lines,
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

/// What a result leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A skill, by its id in the matrix.
    Skill(Arc<str>),
    /// A claim of a note.
    Claim {
        /// The note it stands in.
        note: NoteId,
        /// Its number in that note.
        claim: ClaimId,
        /// The second at which it is said first, where the note says so.
        seconds: Option<u32>,
    },
    /// A spoken line of a transcript.
    Line {
        /// The transcript.
        note: NoteId,
        /// Its number in it.
        claim: ClaimId,
        /// The second at which it is said, where the transcript says so.
        seconds: Option<u32>,
    },
    /// A section of a note.
    Topic {
        /// The note it stands in.
        note: NoteId,
        /// Its index among the note's sections.
        section: usize,
    },
    /// A note.
    Note(NoteId),
}

/// Something that was found, before it is known whether it will be among the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Candidate<'a> {
    /// A skill, by its id in the matrix.
    Skill(&'a str),
    /// A claim of a note.
    Claim(&'a NoteId, ClaimId),
    /// A spoken line of a transcript.
    Line(&'a NoteId, ClaimId),
    /// A section of a note, by its index.
    Topic(&'a NoteId, usize),
    /// A note.
    Note(&'a NoteId),
}

impl Answer {
    pub(super) fn new(
        groups: [Found; Group::ALL.len()],
        suggestion: Option<String>,
        marker: Marker,
    ) -> Self {
        Self { groups, suggestion, marker }
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

impl Group {
    /// All groups, in order.
    pub const ALL: [Self; 5] =
        [Self::Skills, Self::Moments, Self::Topics, Self::Notes, Self::Lines];
}

impl Target {
    /// The kind's name in data.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Skill(_) => "skill",
            Self::Claim { .. } => "claim",
            Self::Line { .. } => "moment",
            Self::Topic { .. } => "topic",
            Self::Note(_) => "note",
        }
    }
}
