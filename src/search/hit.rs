//! What a search finds.

use crate::note::{ClaimId, NoteId};

/// A result of a search.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// What was found.
    pub target: Target,
    /// What it is called: the skill's name, or the note's title.
    pub title: String,
    /// The text that was found: the claim's, or the name again.
    pub text: String,
    /// How well it fits; higher is better, and only comparable within one search.
    pub score: f32,
}

/// What a result leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A skill, by its id in the matrix.
    Skill(String),
    /// A claim of a note.
    Claim {
        /// The note it stands in.
        note: NoteId,
        /// Its number in that note.
        claim: ClaimId,
        /// The second at which it is said first, where the note says so.
        seconds: Option<u32>,
    },
    /// A note.
    Note(NoteId),
}

impl Target {
    /// The kind's name in data.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Skill(_) => "skill",
            Self::Claim { .. } => "claim",
            Self::Note(_) => "note",
        }
    }
}
