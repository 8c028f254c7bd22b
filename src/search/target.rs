//! What a search can lead to: skills, claims, topics and notes, in groups and tiers.

use std::sync::Arc;

use crate::note::{ClaimId, NoteId};

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
    /// A whole note, by what its text says.
    Note(NoteId),
}

/// Something that was found, before it is known whether it will be among the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Candidate<'a> {
    /// A skill, by its id in the matrix.
    Skill(&'a str),
    /// By the claim's number in its note.
    Claim(&'a NoteId, ClaimId),
    /// A spoken line of a transcript.
    Line(&'a NoteId, ClaimId),
    /// A section of a note, by its index.
    Topic(&'a NoteId, usize),
    /// A whole note, by its title or what its text says.
    Note(&'a NoteId),
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
