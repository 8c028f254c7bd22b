//! The steps of seniority.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A step of seniority, from the first to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// New to the role: junior, aspiring, entry-level.
    New,
    /// Some years in.
    Mid,
    /// Senior or experienced.
    Senior,
    /// Leading: lead, staff, principal, group.
    Lead,
    /// Director or head of.
    Director,
    /// VP, chief, C-level.
    Executive,
}

/// Text that names no level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotALevel;

impl Level {
    /// Every level, from the first to the last.
    pub const ALL: [Self; 6] =
        [Self::New, Self::Mid, Self::Senior, Self::Lead, Self::Director, Self::Executive];

    /// The level's name in addresses and data.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Mid => "mid",
            Self::Senior => "senior",
            Self::Lead => "lead",
            Self::Director => "director",
            Self::Executive => "executive",
        }
    }

    /// The level's name as people read it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::New => "New",
            Self::Mid => "Mid",
            Self::Senior => "Senior",
            Self::Lead => "Lead",
            Self::Director => "Director",
            Self::Executive => "Executive",
        }
    }
}

impl FromStr for Level {
    type Err = NotALevel;

    fn from_str(text: &str) -> Result<Self, NotALevel> {
        Self::ALL.into_iter().find(|level| level.as_str() == text).ok_or(NotALevel)
    }
}

impl fmt::Display for NotALevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected new, mid, senior, lead, director or executive")
    }
}

impl std::error::Error for NotALevel {}
