//! The rules by which notes name skills, each with the sentence that it stands for.

use serde::{Deserialize, Serialize};

/// A rule that made something of a note a skill, or kept it from being one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Rule {
    /// `<!-- no skills -->`
    MarkedNoSkills,
    /// `<!-- skills -->`
    MarkedSkills,
    /// A lead-in to something that is no ability.
    LeadInToOtherThings,
    /// A lead-in that names skills of people.
    LeadInNamesSkills,
    /// A lead-in to traits, of people that it or the heading names.
    LeadInNamesTraits,
    /// A lead-in that says what a level has to master.
    LeadInDemands,
    /// A heading of something that is no ability.
    HeadingOfOtherThings,
    /// A heading that names skills of people.
    HeadingNamesSkills,
    /// A heading of traits, and a lead-in that says whose.
    HeadingNamesTraits,
    /// A level alone, under a heading of skills.
    LevelUnderSkills,
    /// A level, and what is asked of it.
    AskedOfLevel,
    /// Headings right below one that names skills.
    SubHeadings,
    /// Nothing says that skills follow.
    NoWordOfSkills,
}

impl Rule {
    /// The rule's name in data and messages.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::MarkedNoSkills => "marked-no-skills",
            Self::MarkedSkills => "marked-skills",
            Self::LeadInToOtherThings => "lead-in-to-other-things",
            Self::LeadInNamesSkills => "lead-in-names-skills",
            Self::LeadInNamesTraits => "lead-in-names-traits",
            Self::LeadInDemands => "lead-in-demands",
            Self::HeadingOfOtherThings => "heading-of-other-things",
            Self::HeadingNamesSkills => "heading-names-skills",
            Self::HeadingNamesTraits => "heading-names-traits",
            Self::LevelUnderSkills => "level-under-skills",
            Self::AskedOfLevel => "asked-of-level",
            Self::SubHeadings => "sub-headings",
            Self::NoWordOfSkills => "no-word-of-skills",
        }
    }
}
