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

impl Content {
    /// The same without what lists of many notes show nothing of: sections have their titles alone.
    pub(super) fn without_blocks(self) -> Self {
        let bare =
            |section: Section| Section { heading: Vec::new(), blocks: Vec::new(), ..section };
        let sections = self.sections.into_iter().map(bare).collect();
        Self { source: None, sections, problems: Vec::new(), ..self }
    }
}
