//! What the matrix is made of.

use std::fmt;
use std::sync::Arc;

use crate::note::{ClaimId, NoteId, Stamp};
use crate::video::VideoId;

use super::rule::Rule;
use super::summary::without_label;
use crate::matrix::model::level::{Level, LevelId};
use crate::matrix::model::role::Role;

/// A skill's name in addresses, such as `think-big`. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SkillId(pub Arc<str>);

/// What the column is called of what is named at no level.
pub const NO_LEVEL: &str = "No level said";

/// Skills × levels.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matrix {
    /// The levels at which some note places a skill, from the first to the last: a ladder's own in its order,
    /// those that are known in any note among them.
    pub levels: Vec<Level>,
    /// The videos whose notes place a skill, in the order of notes.
    pub videos: Vec<VideoId>,
    /// The skills, in the order in which they are listed: ranked ones first, those that more videos
    /// name before others, then by name.
    pub skills: Vec<Skill>,
}

/// A row: one skill, with every place where a note puts it.
#[derive(Clone, Debug, PartialEq)]
pub struct Skill {
    /// The skill's name in addresses, unique in the matrix.
    pub id: SkillId,
    /// The most common spelling of its name.
    pub name: String,
    /// What a ladder sorts it under.
    pub group: Option<String>,
    /// Where notes put it, in the order of notes and of reading. Never empty.
    pub placements: Vec<Placement>,
}

/// A note's word that a skill matters, at a level or at none named.
#[derive(Clone, Debug, PartialEq)]
pub struct Placement {
    /// The note that says so.
    pub note: NoteId,
    /// The video of that note, where it names one.
    pub video: Option<VideoId>,
    /// The index of the section of that note in which it is said.
    pub section: usize,
    /// The skill's name in the note's own words.
    pub as_written: String,
    /// Whose skill it is, where the note names a role.
    pub role: Option<Role>,
    /// The level, where the note names one.
    pub level: Option<LevelId>,
    /// The level as a ladder writes it: `Senior Engineer (IC5)`. `None` in talks.
    pub level_as_written: Option<String>,
    /// What a ladder sorts the skill under.
    pub group: Option<String>,
    /// What a ladder expects there, a line a paragraph; `None` in talks and where it says nothing.
    pub text: Option<String>,
    /// The rank at that level, from 1, where the note gives one.
    pub rank: Option<u32>,
    /// The rule that made it a skill.
    pub rule: Rule,
    /// The claims of the note that back it, in the order of reading.
    pub claims: Vec<ClaimId>,
    /// The stamps of those claims, in the order of writing, none twice.
    pub stamps: Vec<Stamp>,
    /// The place among the stamps of the one that explains ([`Placement::explaining`]).
    pub explaining: usize,
    /// What those claims say first, as one line; `None` where they say no more than the skill's name.
    pub summary: Option<String>,
}

impl Matrix {
    /// `None` where no note names it.
    #[must_use]
    pub fn skill(&self, id: &SkillId) -> Option<&Skill> {
        self.skills.iter().find(|skill| skill.id == *id)
    }
}

impl Matrix {
    /// Whether a level is one that any note may name, or one of a ladder that is here.
    #[must_use]
    pub fn has_level(&self, id: LevelId) -> bool {
        id.known_place().is_some() || self.shows_level(id)
    }

    /// A level's name as people read it, here; [`NO_LEVEL`] for none.
    #[must_use]
    pub fn level_label(&self, level: Option<LevelId>) -> &str {
        let Some(id) = level else { return NO_LEVEL };
        let known = self.levels.iter().find(|level| level.id == id);
        known.map_or("Unknown level", |level| &level.label)
    }

    /// Whether something is said of a level here, be it known elsewhere or not.
    #[must_use]
    pub fn shows_level(&self, level: LevelId) -> bool {
        self.levels.iter().any(|known| known.id == level)
    }
}

impl Placement {
    /// Whether whoever keeps the notes chose it as proof of what a ladder expects; the note itself does not place it.
    #[must_use]
    pub fn is_chosen(&self) -> bool {
        self.rule == Rule::ChosenAsProof
    }

    /// The moment at which it is explained, where one is known: the first that is not past the end of its video,
    /// and at which the same list is not just counting up its skills.
    #[must_use]
    pub fn explaining(&self) -> Option<&Stamp> {
        self.stamps.get(self.explaining)
    }

    /// A claim's text without the skill's name in front of it, which stands above it anyway. Where the name
    /// is all of it, the name is what was said.
    #[must_use]
    pub fn without_label<'a>(&self, text: &'a str) -> &'a str {
        Some(without_label(text, &self.as_written)).filter(|said| !said.is_empty()).unwrap_or(text)
    }
}

impl Skill {
    /// Whether a ladder names it.
    #[must_use]
    pub fn is_of_ladder(&self) -> bool {
        self.placements.iter().any(|placement| placement.rule.is_of_ladder())
    }

    /// Whether a ladder says in words what it expects.
    #[must_use]
    pub fn expects_in_words(&self) -> bool {
        self.placements.iter().any(|placement| placement.text.is_some())
    }

    /// The placements at a level; with `None`, those at no named level.
    pub fn at(&self, level: Option<LevelId>) -> impl Iterator<Item = &Placement> {
        self.placements.iter().filter(move |placement| placement.level == level)
    }

    /// The best rank that a note gives the skill at a level.
    #[must_use]
    pub fn best_rank(&self, level: LevelId) -> Option<u32> {
        self.at(Some(level)).filter_map(|placement| placement.rank).min()
    }
}

impl fmt::Display for SkillId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
