//! What stands in a note, apart from what lists show of it.

use super::{Claim, FrontMatter, Problem, Section, TimeEvidence, WikiLink};

/// What stands in a note.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Content {
    pub front_matter: FrontMatter,
    pub source: Option<WikiLink>,
    pub sections: Vec<Section>,
    pub claims: Vec<Claim>,
    pub problems: Vec<Problem>,
    pub evidence: TimeEvidence,
}
