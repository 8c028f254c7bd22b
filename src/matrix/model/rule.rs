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
    /// A lead-in that names skills on its way to something else.
    LeadInTouchesSkills,
    /// A note of a game or of machines, whose abilities are no person's.
    OfNoPerson,
    /// A lead-in that names skills of people.
    LeadInNamesSkills,
    /// A lead-in to traits, of people that it or the heading names.
    LeadInNamesTraits,
    /// A lead-in that says what praised people have, or what somebody looks for in people.
    LeadInPraises,
    /// A lead-in that says what a level has to master.
    LeadInDemands,
    /// A heading of something that is no ability.
    HeadingOfOtherThings,
    /// A heading that names skills on its way to something else.
    HeadingTouchesSkills,
    /// A heading that names skills of people.
    HeadingNamesSkills,
    /// A heading that asks what praised people have: "What a good baker needs".
    HeadingPraises,
    /// A heading of traits, and a lead-in that says whose.
    HeadingNamesTraits,
    /// A level or a role alone, under a heading of skills.
    LevelUnderSkills,
    /// A level, and what is asked of it.
    AskedOfLevel,
    /// Headings right below one that names skills.
    SubHeadings,
    /// A ladder's table with levels as columns: each row is a skill.
    LadderColumns,
    /// A ladder's table with levels as rows: each column is a skill.
    LadderRows,
    /// Under a heading of a level: what names skills.
    LadderLevelHeading,
    /// Under a heading of a skill: levels.
    LadderSkillHeading,
    /// Under a heading of a skill in a ladder: what is said of it.
    LadderOfSkill,
    /// In a ladder, a heading over skills: their group.
    LadderGroup,
    /// In a ladder, a part of what is said of a level: "Responsibilities".
    LadderPart,
    /// In a ladder, what holds no skills: "Pitfalls".
    LadderApart,
    /// In a ladder, plain sentences under a level.
    LadderSentences,
    /// A taxonomy: skills and no levels.
    Taxonomy,
    /// A sheet with a placement in each row.
    SheetRows,
    /// A clip that whoever keeps the notes chose as proof of what a ladder expects.
    ChosenAsProof,
    /// Nothing says that skills follow.
    NoWordOfSkills,
}

impl Rule {
    /// Every rule: those of talks in the order in which they are asked, then those of ladders.
    pub const ALL: [Self; 30] = [
        Self::MarkedNoSkills,
        Self::MarkedSkills,
        Self::LeadInToOtherThings,
        Self::LeadInTouchesSkills,
        Self::OfNoPerson,
        Self::LeadInNamesSkills,
        Self::LeadInNamesTraits,
        Self::LeadInPraises,
        Self::LeadInDemands,
        Self::HeadingOfOtherThings,
        Self::HeadingTouchesSkills,
        Self::HeadingNamesSkills,
        Self::HeadingPraises,
        Self::HeadingNamesTraits,
        Self::LevelUnderSkills,
        Self::AskedOfLevel,
        Self::SubHeadings,
        Self::LadderColumns,
        Self::LadderRows,
        Self::LadderLevelHeading,
        Self::LadderSkillHeading,
        Self::LadderOfSkill,
        Self::LadderGroup,
        Self::LadderPart,
        Self::LadderApart,
        Self::LadderSentences,
        Self::Taxonomy,
        Self::SheetRows,
        Self::ChosenAsProof,
        Self::NoWordOfSkills,
    ];

    /// Whether it is one of ladders.
    #[must_use]
    pub fn is_of_ladder(self) -> bool {
        matches!(
            self,
            Self::LadderColumns
                | Self::LadderRows
                | Self::LadderLevelHeading
                | Self::LadderSkillHeading
                | Self::LadderOfSkill
                | Self::LadderGroup
                | Self::LadderPart
                | Self::LadderApart
                | Self::LadderSentences
                | Self::Taxonomy
                | Self::SheetRows
        )
    }

    /// What the rule says, as the README does.
    #[must_use]
    pub fn says(self) -> &'static str {
        match self {
            Self::MarkedNoSkills => "the author's mark says that it names no skills",
            Self::MarkedSkills => "the author's mark says that it names skills",
            Self::LeadInToOtherThings => "its lead-in speaks of something that is no ability",
            Self::LeadInTouchesSkills => "its lead-in names skills on its way to something else",
            Self::OfNoPerson => "the note is of a game or of machines, and nobody is named",
            Self::LeadInNamesSkills => "its lead-in names skills of people",
            Self::LeadInNamesTraits => "its lead-in names traits of people",
            Self::LeadInPraises => {
                "its lead-in says what praised people have, or what is looked for in people"
            }
            Self::LeadInDemands => "its lead-in says what people of a level have to master",
            Self::HeadingOfOtherThings => "its heading speaks of something that is no ability",
            Self::HeadingTouchesSkills => "its heading names skills on its way to something else",
            Self::HeadingNamesSkills => "its heading names skills of people",
            Self::HeadingPraises => "its heading says what praised people have",
            Self::HeadingNamesTraits => "its heading names traits, and its lead-in people",
            Self::LevelUnderSkills => "its heading is a level or a role under a heading of skills",
            Self::AskedOfLevel => "its heading names a level and what is asked of it",
            Self::SubHeadings => {
                "the heading above names skills, and those right below it are their names"
            }
            Self::LadderColumns => "a table with levels as columns",
            Self::LadderRows => "a table with levels as rows",
            Self::LadderLevelHeading => "what names skills under a heading of a level",
            Self::LadderSkillHeading => "levels under a heading of a skill",
            Self::LadderOfSkill => "said of the skill above it",
            Self::LadderGroup => "a heading over skills, which is their group",
            Self::LadderPart => "a part of what is said of a level, which is no skill itself",
            Self::LadderApart => "a part of a ladder that holds no skills",
            Self::LadderSentences => "sentences without labels under a level, which name no skill",
            Self::SheetRows => "a sheet with a skill and a level in each row",
            Self::Taxonomy => "names of skills without levels, in a framework",
            Self::ChosenAsProof => {
                "its author chose clips as proof of what a ladder expects, which are no skills of their own"
            }
            Self::NoWordOfSkills => "nothing says that it names skills",
        }
    }

    /// The rule's name in data and messages.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::MarkedNoSkills => "marked-no-skills",
            Self::MarkedSkills => "marked-skills",
            Self::LeadInToOtherThings => "lead-in-to-other-things",
            Self::LeadInTouchesSkills => "lead-in-touches-skills",
            Self::OfNoPerson => "of-no-person",
            Self::LeadInNamesSkills => "lead-in-names-skills",
            Self::LeadInNamesTraits => "lead-in-names-traits",
            Self::LeadInPraises => "lead-in-praises-people",
            Self::LeadInDemands => "lead-in-demands",
            Self::HeadingOfOtherThings => "heading-of-other-things",
            Self::HeadingTouchesSkills => "heading-touches-skills",
            Self::HeadingNamesSkills => "heading-names-skills",
            Self::HeadingPraises => "heading-praises-people",
            Self::HeadingNamesTraits => "heading-names-traits",
            Self::LevelUnderSkills => "level-under-skills",
            Self::AskedOfLevel => "asked-of-level",
            Self::SubHeadings => "sub-headings",
            Self::LadderColumns => "ladder-levels-as-columns",
            Self::LadderRows => "ladder-levels-as-rows",
            Self::LadderLevelHeading => "ladder-heading-of-a-level",
            Self::LadderSkillHeading => "ladder-heading-of-a-skill",
            Self::LadderOfSkill => "ladder-of-the-skill-above",
            Self::LadderGroup => "ladder-group",
            Self::LadderPart => "ladder-part-of-a-level",
            Self::LadderApart => "ladder-apart",
            Self::LadderSentences => "ladder-sentences",
            Self::Taxonomy => "taxonomy",
            Self::SheetRows => "sheet-with-a-placement-a-row",
            Self::ChosenAsProof => "chosen-as-proof",
            Self::NoWordOfSkills => "no-word-of-skills",
        }
    }
}
