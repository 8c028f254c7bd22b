//! The kinds that a term of a ladder may be of.

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

    /// Both kinds.
    pub(in crate::matrix) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether they have one in common.
    pub(in crate::matrix) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
