//! What words may stand for: the senses of those of English headings, lead-ins and labels, and the kinds of those of ladders.

/// What a word may stand for; a word may have several senses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::matrix) struct Senses(u64);

impl Senses {
    pub(in crate::matrix) const SKILLS: Self = Self(1);
    pub(in crate::matrix) const ABILITIES: Self = Self(1 << 1);
    pub(in crate::matrix) const TRAITS: Self = Self(1 << 2);
    pub(in crate::matrix) const CAPABILITIES: Self = Self(1 << 3);
    pub(in crate::matrix) const PEOPLE: Self = Self(1 << 4);
    pub(in crate::matrix) const JOBS: Self = Self(1 << 5);
    pub(in crate::matrix) const CHIEFS: Self = Self(1 << 6);
    pub(in crate::matrix) const DOERS: Self = Self(1 << 7);
    pub(in crate::matrix) const PERSONAL: Self = Self(1 << 8);
    pub(in crate::matrix) const AT_WORK: Self = Self(1 << 9);
    pub(in crate::matrix) const KINDS: Self = Self(1 << 10);
    pub(in crate::matrix) const CRAFTS: Self = Self(1 << 11);
    pub(in crate::matrix) const THINGS: Self = Self(1 << 12);
    pub(in crate::matrix) const MACHINES: Self = Self(1 << 13);
    pub(in crate::matrix) const OTHER_THINGS: Self = Self(1 << 14);
    pub(in crate::matrix) const IMPROVING: Self = Self(1 << 15);
    pub(in crate::matrix) const OF_SKILLS: Self = Self(1 << 16);
    pub(in crate::matrix) const OF_EXECUTIVES: Self = Self(1 << 17);
    pub(in crate::matrix) const DEMANDS: Self = Self(1 << 18);
    pub(in crate::matrix) const ADVICE: Self = Self(1 << 19);
    pub(in crate::matrix) const LINKS: Self = Self(1 << 20);
    pub(in crate::matrix) const JOINTS: Self = Self(1 << 21);
    pub(in crate::matrix) const LOOSE_THINGS: Self = Self(1 << 22);
    pub(in crate::matrix) const ASKED: Self = Self(1 << 23);
    pub(in crate::matrix) const GENERAL: Self = Self(1 << 24);
    pub(in crate::matrix) const PRAISE: Self = Self(1 << 26);
    pub(in crate::matrix) const EXHIBIT: Self = Self(1 << 27);
    pub(in crate::matrix) const SEEK: Self = Self(1 << 28);
    pub(in crate::matrix) const PLAYED: Self = Self(1 << 29);
    pub(in crate::matrix) const SENIORITY: Self = Self(1 << 25);
    pub(in crate::matrix) const CHANGING: Self = Self(1 << 30);
    pub(in crate::matrix) const HUMANS: Self = Self(1 << 31);
    pub(in crate::matrix) const COMPETENCIES: Self = Self(1 << 33);
    pub(in crate::matrix) const BLAME: Self = Self(1 << 32);
    pub(in crate::matrix) const OF_ROLES: Self = Self(1 << 34);

    /// Every word for skills.
    pub(in crate::matrix) const ALL_SKILLS: Self = Self::SKILLS
        .or(Self::COMPETENCIES)
        .or(Self::ABILITIES)
        .or(Self::TRAITS)
        .or(Self::CAPABILITIES);

    /// The senses that a plural shares with its singular.
    pub(in crate::matrix) const OF_PLURALS: Self =
        Self::PEOPLE.or(Self::JOBS).or(Self::DOERS).or(Self::THINGS).or(Self::OF_ROLES);

    /// Both senses.
    pub(in crate::matrix) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What both have.
    pub(in crate::matrix) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

/// What a term may stand for; a term may be of several kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::matrix) struct Kinds(u32);

impl Kinds {
    pub(in crate::matrix) const MASTERY: Self = Self(1);
    pub(in crate::matrix) const STEPS: Self = Self(1 << 1);
    pub(in crate::matrix) const ROLES: Self = Self(1 << 2);
    pub(in crate::matrix) const CRAFTS: Self = Self(1 << 3);
    pub(in crate::matrix) const SKILL_HEADS: Self = Self(1 << 4);
    pub(in crate::matrix) const GROUP_HEADS: Self = Self(1 << 5);
    pub(in crate::matrix) const DESCRIPTIONS: Self = Self(1 << 6);
    pub(in crate::matrix) const OTHER_PARTS: Self = Self(1 << 7);
    pub(in crate::matrix) const LADDER: Self = Self(1 << 8);
    pub(in crate::matrix) const LADDER_OF: Self = Self(1 << 9);
    pub(in crate::matrix) const LADDER_FORM: Self = Self(1 << 10);
    pub(in crate::matrix) const EMPTY: Self = Self(1 << 11);
    pub(in crate::matrix) const SKILLS: Self = Self(1 << 12);
    pub(in crate::matrix) const PERSON_HEADS: Self = Self(1 << 13);
    pub(in crate::matrix) const TEAM_PARTS: Self = Self(1 << 14);
    pub(in crate::matrix) const YEARS: Self = Self(1 << 15);
    pub(in crate::matrix) const QUALIFIERS: Self = Self(1 << 16);
    pub(in crate::matrix) const APART: Self = Self(1 << 17);
    pub(in crate::matrix) const FACTS: Self = Self(1 << 18);
    pub(in crate::matrix) const PARTS_ALONE: Self = Self(1 << 19);
    pub(in crate::matrix) const ACTIVITIES: Self = Self(1 << 20);
    pub(in crate::matrix) const UNSAID: Self = Self(1 << 21);
    pub(in crate::matrix) const SENTENCES: Self = Self(1 << 22);
    pub(in crate::matrix) const COUNTED: Self = Self(1 << 23);
    pub(in crate::matrix) const LADDER_GRADES: Self = Self(1 << 24);

    /// Both kinds.
    pub(in crate::matrix) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether they have one in common.
    pub(in crate::matrix) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
