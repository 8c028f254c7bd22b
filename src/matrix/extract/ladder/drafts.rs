//! What a ladder places, before it is known which of its levels fall on one id.

use crate::matrix::extract::evidence::Evidence;
use crate::matrix::language::level_name::LevelName;
use crate::matrix::model::rule::Rule;

/// A placement in the making.
#[derive(Debug)]
pub(in crate::matrix) struct PlacementDraft {
    /// The index of the note's section in which it stands.
    pub(in crate::matrix) section: usize,
    /// The skill's name.
    pub(in crate::matrix) name: String,
    /// What the ladder sorts the skill under.
    pub(in crate::matrix) group: Option<String>,
    /// The level; `None` in a taxonomy.
    pub(in crate::matrix) level: Option<LevelName>,
    /// The rank, where a matrix that is read back has one.
    pub(in crate::matrix) rank: Option<u32>,
    /// What is expected there; empty where nothing is said.
    pub(in crate::matrix) text: String,
    /// The claims that say so.
    pub(in crate::matrix) evidence: Evidence,
    /// The rule that made it.
    pub(in crate::matrix) rule: Rule,
}

/// The placements of a ladder, and its levels in its order.
#[derive(Debug, Default)]
pub(in crate::matrix) struct Drafts {
    pub(in crate::matrix) all: Vec<PlacementDraft>,
    pub(in crate::matrix) levels: Vec<LevelName>,
    /// The sections that place nothing of their own, each with the rule that says why.
    pub(in crate::matrix) told: Vec<(usize, Rule)>,
}

impl Drafts {
    /// Adds a placement. What is said twice of a skill at a level is said once, with both texts.
    pub(in crate::matrix) fn add(&mut self, draft: PlacementDraft) {
        if let Some(level) = &draft.level
            && !self.levels.iter().any(|known| known.written == level.written)
        {
            self.levels.push(level.clone());
        }
        let is_same = |known: &&mut PlacementDraft| {
            known.name == draft.name
                && known.group == draft.group
                && known.rank == draft.rank
                && (known.rule == Rule::ChosenAsProof) == (draft.rule == Rule::ChosenAsProof)
                && known.level.as_ref().map(|level| &level.written)
                    == draft.level.as_ref().map(|level| &level.written)
        };
        // Rows that say more of the same skill follow each other.
        match self.all.iter_mut().rev().take(64).find(is_same) {
            Some(known) => {
                if !draft.text.is_empty() && known.text != draft.text {
                    if !known.text.is_empty() {
                        known.text.push('\n');
                    }
                    known.text.push_str(&draft.text);
                }
                known.evidence.join(draft.evidence);
            }
            None => self.all.push(draft),
        }
    }

    /// Makes levels known in an order, before any placement is.
    pub(in crate::matrix) fn order<'a>(&mut self, levels: impl Iterator<Item = &'a LevelName>) {
        for level in levels {
            if !self.levels.iter().any(|known| known.written == level.written) {
                self.levels.push(level.clone());
            }
        }
    }
}
