//! What a document of the index is.

/// What a hit in the document leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) enum DocumentKind {
    /// A skill's names.
    Skill,
    /// A note's title.
    Note,
    /// A section's heading.
    Topic,
    /// A claim's text.
    Claim,
    /// The text of a claim without a stamp.
    UnstampedClaim,
    /// What a section shows besides heading and claims.
    Rest,
    /// What the spoken lines of a transcript stand in. It has no words of its own.
    Transcript,
    /// A spoken line.
    Line,
}

impl DocumentKind {
    /// All of them; a packed index names them by their places here.
    pub(in crate::search) const ALL: [Self; 8] = [
        Self::Skill,
        Self::Note,
        Self::Topic,
        Self::Claim,
        Self::UnstampedClaim,
        Self::Rest,
        Self::Transcript,
        Self::Line,
    ];
}
