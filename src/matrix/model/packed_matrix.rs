//! A matrix as it is put into a page: with the places of notes in place of their names.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::note::{ClaimId, NoteId, Stamp};
use crate::vault::Vault;
use crate::video::VideoId;

use super::explaining;
use super::rule::Rule;
use crate::matrix::model::level::{Level, LevelId};
use crate::matrix::model::role::Role;
use crate::matrix::model::types::{Matrix, Placement, Skill, SkillId};

/// A matrix beside its vault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackedMatrix {
    levels: Vec<Level>,
    videos: Vec<VideoId>,
    skills: Vec<PackedSkill>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct PackedSkill {
    id: String,
    name: String,
    group: Option<String>,
    placements: Vec<PackedPlacement>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct PackedPlacement {
    /// The note's place in the vault.
    note: usize,
    section: usize,
    /// Empty where it is the skill's name.
    as_written: String,
    role: Option<Role>,
    level: Option<LevelId>,
    level_as_written: Option<String>,
    group: Option<String>,
    text: Option<String>,
    rank: Option<u32>,
    rule: Rule,
    claims: Vec<ClaimId>,
    stamps: Vec<Stamp>,
    summary: Option<String>,
}

impl Matrix {
    /// The matrix as it is put into a page beside its vault.
    #[must_use]
    pub fn pack(&self, vault: &Vault) -> PackedMatrix {
        let notes = vault.notes().iter().map(|note| &note.id).zip(0..).collect();
        PackedMatrix {
            levels: self.levels.clone(),
            videos: self.videos.clone(),
            skills: self.skills.iter().map(|skill| skill.pack(&notes)).collect(),
        }
    }
}

impl Skill {
    fn pack(&self, notes: &FxHashMap<&NoteId, usize>) -> PackedSkill {
        let placement = |of: &Placement| PackedPlacement {
            // Every placement is of a note of the vault.
            note: notes.get(&of.note).copied().unwrap_or(usize::MAX),
            section: of.section,
            as_written: Some(&of.as_written)
                .filter(|own| **own != self.name)
                .cloned()
                .unwrap_or_default(),
            role: of.role,
            level: of.level,
            level_as_written: of.level_as_written.clone(),
            group: of.group.clone(),
            text: of.text.clone(),
            rank: of.rank,
            rule: of.rule,
            claims: of.claims.clone(),
            stamps: of.stamps.clone(),
            summary: of.summary.clone(),
        };
        PackedSkill {
            id: self.id.to_string(),
            name: self.name.clone(),
            group: self.group.clone(),
            placements: self.placements.iter().map(placement).collect(),
        }
    }
}

impl PackedMatrix {
    /// The matrix of a vault. `None` where it was made of another.
    #[must_use]
    pub fn unpack(self, vault: &Vault) -> Option<Matrix> {
        let Self { levels, videos, skills } = self;
        let skills = skills.into_iter().map(|skill| skill.unpack(vault));
        let mut skills: Vec<Skill> = skills.collect::<Option<_>>()?;
        explaining::settle(&mut skills);
        Some(Matrix { levels, videos, skills })
    }
}

impl PackedSkill {
    fn unpack(self, vault: &Vault) -> Option<Skill> {
        let Self { id, name, group, placements } = self;
        let placement = |of: PackedPlacement| {
            let note = vault.notes().get(of.note)?;
            // A talk does not place what somebody else chose from it.
            let video = note.video.filter(|_| of.rule != Rule::ChosenAsProof);
            let note = note.id.clone();
            let PackedPlacement {
                section,
                as_written,
                role,
                level,
                level_as_written,
                group,
                text,
                rank,
                rule,
                claims,
                stamps,
                summary,
                ..
            } = of;
            let as_written = if as_written.is_empty() { name.clone() } else { as_written };
            Some(Placement {
                note,
                video,
                section,
                as_written,
                role,
                level,
                level_as_written,
                group,
                text,
                rank,
                rule,
                claims,
                stamps,
                explaining: 0,
                summary,
            })
        };
        let placements = placements.into_iter().map(placement).collect::<Option<_>>()?;
        Some(Skill { id: SkillId(id.into()), name, group, placements })
    }
}
