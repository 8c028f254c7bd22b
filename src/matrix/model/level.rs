//! The steps of seniority: those that are known in any note, and those that a ladder has of its own.

use std::fmt;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::matrix::language::words::LEVELS;
use crate::text;

/// The longest name that a level has in addresses, in bytes.
const LONGEST_ID: usize = 62;

/// A level's name in addresses and data, such as `senior` or `engineer-ii`. It holds its text itself, so that
/// it can be copied like a number.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct LevelId {
    length: u8,
    bytes: [u8; LONGEST_ID],
}

/// A step of seniority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Level {
    /// Its name in addresses and data, unique in the matrix.
    pub id: LevelId,
    /// Its name as people read it.
    pub label: String,
}

/// Text that can be no level's name: it is empty, or not as names in addresses are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotALevel;

impl LevelId {
    /// New to the role: junior, aspiring, entry-level.
    pub const NEW: Self = Self::known("new");
    /// Some years in.
    pub const MID: Self = Self::known("mid");
    /// Senior or experienced.
    pub const SENIOR: Self = Self::known("senior");
    /// Beyond senior, without people to lead.
    pub const STAFF: Self = Self::known("staff");
    /// Principal, distinguished, fellow.
    pub const PRINCIPAL: Self = Self::known("principal");
    /// Leading people or a field.
    pub const LEAD: Self = Self::known("lead");
    /// Director or head of.
    pub const DIRECTOR: Self = Self::known("director");
    /// VP, chief, C-level.
    pub const EXECUTIVE: Self = Self::known("executive");

    /// The levels that are known in any note, from the first to the last.
    pub const KNOWN: [Self; 8] = [
        Self::NEW,
        Self::MID,
        Self::SENIOR,
        Self::STAFF,
        Self::PRINCIPAL,
        Self::LEAD,
        Self::DIRECTOR,
        Self::EXECUTIVE,
    ];

    const fn known(id: &str) -> Self {
        let source = id.as_bytes();
        let mut bytes = [0; LONGEST_ID];
        let mut at = 0;
        while at < source.len() {
            bytes[at] = source[at];
            at += 1;
        }
        #[expect(clippy::cast_possible_truncation, reason = "known names are short")]
        Self { length: source.len() as u8, bytes }
    }

    /// The name of a level that a ladder calls so; `None` where no letter is in it.
    #[must_use]
    pub fn of_own(written: &str) -> Option<Self> {
        let slug = text::slug(written);
        let end = slug.floor_char_boundary(LONGEST_ID);
        let cut = slug.get(..end)?.trim_end_matches('-');
        let mut bytes = [0; LONGEST_ID];
        bytes.get_mut(..cut.len())?.copy_from_slice(cut.as_bytes());
        let length = u8::try_from(cut.len()).ok().filter(|&length| length > 0)?;
        Some(Self { length, bytes })
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..usize::from(self.length)]).unwrap_or_default()
    }

    /// The level's place among the known ones, from 0; `None` for a ladder's own.
    #[must_use]
    pub fn known_place(&self) -> Option<usize> {
        Self::KNOWN.iter().position(|known| known == self)
    }

    /// The known level's name as people read it; for a ladder's own, the name in addresses.
    #[must_use]
    pub fn known_label(&self) -> &str {
        self.known_place().map_or(self.as_str(), |place| LEVELS[place].label)
    }
}

impl FromStr for LevelId {
    type Err = NotALevel;

    fn from_str(text: &str) -> Result<Self, NotALevel> {
        Self::of_own(text).filter(|level| level.as_str() == text).ok_or(NotALevel)
    }
}

impl fmt::Display for LevelId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for LevelId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LevelId({self})")
    }
}

impl Serialize for LevelId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for LevelId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

impl fmt::Display for NotALevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a level's name, such as senior")
    }
}

impl std::error::Error for NotALevel {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_levels_name_is_its_slug() {
        for (written, name) in [
            ("L3", "l3"),
            ("Engineer II", "engineer-ii"),
            ("Confirmé", "confirme"),
            ("高级", "高级"),
        ] {
            assert_eq!(LevelId::of_own(written).map(|id| id.to_string()).as_deref(), Some(name));
        }
        assert_eq!(LevelId::of_own("–"), None);
        let long = "é".repeat(100);
        assert!(LevelId::of_own(&long).is_some_and(|id| id.as_str().len() <= LONGEST_ID));
    }

    #[test]
    fn an_address_names_a_level_as_it_is_written_there() {
        assert_eq!("senior".parse(), Ok(LevelId::SENIOR));
        for text in ["", "Senior", "a b", "-"] {
            assert_eq!(text.parse::<LevelId>(), Err(NotALevel), "{text:?}");
        }
    }

    #[test]
    fn the_known_levels_are_those_of_the_data() {
        let ids: Vec<&str> = LEVELS.iter().map(|level| level.id).collect();
        let known: Vec<&str> = LevelId::KNOWN.iter().map(LevelId::as_str).collect();
        assert_eq!(ids, known);
    }
}
