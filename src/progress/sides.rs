//! What is compared: a level with a level, or a role with a role.

use std::fmt;
use std::str::FromStr;

use crate::matrix::{Filter, LevelId, RoleFilter};

/// What stands before a role in an address.
const ROLE_PREFIX: &str = "role.";

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sides {
    /// Two levels, in the order in which they were named.
    Levels(LevelId, LevelId),
    /// A role with a role.
    Roles(RoleFilter, RoleFilter),
}

/// Text that names no two things that can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotSides;

/// One of two things that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// One of the matrix's levels, known or a ladder's own.
    Level(LevelId),
    /// One that notes name, or nobody in particular.
    Role(RoleFilter),
}

impl Sides {
    /// The first side and the second.
    #[must_use]
    pub fn both(self) -> [Side; 2] {
        match self {
            Self::Levels(from, to) => [Side::Level(from), Side::Level(to)],
            Self::Roles(from, to) => [Side::Role(from), Side::Role(to)],
        }
    }

    /// The same the other way round.
    #[must_use]
    pub fn turned(self) -> Self {
        match self {
            Self::Levels(from, to) => Self::Levels(to, from),
            Self::Roles(from, to) => Self::Roles(to, from),
        }
    }
}

impl FromStr for Sides {
    type Err = NotSides;

    /// Reads `new..senior`, or of roles `role.engineer..role.designer`: no level's name has a full stop.
    fn from_str(text: &str) -> Result<Self, NotSides> {
        let middle = text.as_bytes().windows(2).position(|two| two == b"..");
        let (from, rest) = middle.and_then(|at| text.split_at_checked(at)).ok_or(NotSides)?;
        let to = rest.strip_prefix("..").ok_or(NotSides)?;
        match (from.strip_prefix(ROLE_PREFIX), to.strip_prefix(ROLE_PREFIX)) {
            (Some(from), Some(to)) => match (from.parse(), to.parse()) {
                (Ok(from), Ok(to)) => Ok(Self::Roles(from, to)),
                _ => Err(NotSides),
            },
            (None, None) => match (from.parse(), to.parse()) {
                (Ok(from), Ok(to)) => Ok(Self::Levels(from, to)),
                _ => Err(NotSides),
            },
            _ => Err(NotSides),
        }
    }
}

impl fmt::Display for Sides {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Levels(from, to) => write!(f, "{from}..{to}"),
            Self::Roles(from, to) => {
                write!(f, "{ROLE_PREFIX}{}..{ROLE_PREFIX}{}", from.as_str(), to.as_str())
            }
        }
    }
}

impl fmt::Display for NotSides {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected two levels, such as new..senior")
    }
}

impl std::error::Error for NotSides {}

impl Side {
    /// Which placements are of this side, among those that a filter lets through.
    pub(super) fn filter(self, filter: &Filter) -> Filter {
        match self {
            Self::Level(level) => Filter { level: Some(level), ..*filter },
            Self::Role(role) => Filter { role: Some(role), ..*filter },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matrix::Role;

    #[test]
    fn an_address_names_what_is_compared() {
        let roles = Sides::Roles(RoleFilter::Named(Role::Engineer), RoleFilter::Unnamed);
        for (text, want) in [
            ("new..senior", Ok(Sides::Levels(LevelId::NEW, LevelId::SENIOR))),
            ("role.engineer..role.none", Ok(roles)),
            ("new", Err(NotSides)),
            ("new..", Err(NotSides)),
            ("new..Big Boss", Err(NotSides)),
            ("new..role.engineer", Err(NotSides)),
            ("role.baker..role.engineer", Err(NotSides)),
            ("", Err(NotSides)),
        ] {
            assert_eq!(text.parse(), want, "{text:?}");
            if let Ok(sides) = want {
                assert_eq!(sides.to_string(), text);
            }
        }
    }
}
