//! The roles that people have at work.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// What people do at work, whatever their seniority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Product managers, owners and leaders of products.
    ProductManager,
    /// Leaders and managers of no field that is a role itself.
    Leader,
    /// Founders of companies.
    Founder,
    /// Engineers and developers.
    Engineer,
    /// Designers.
    Designer,
    /// Researchers.
    Researcher,
    /// Sellers.
    Sales,
    /// Marketers.
    Marketing,
}

/// Which role a reader asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RoleFilter {
    /// This one.
    Named(Role),
    /// What notes say of nobody in particular.
    Unnamed,
}

/// Text that names no role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotARole;

impl Role {
    /// Every role, in the order in which it is offered.
    pub const ALL: [Self; 8] = [
        Self::ProductManager,
        Self::Leader,
        Self::Founder,
        Self::Engineer,
        Self::Designer,
        Self::Researcher,
        Self::Sales,
        Self::Marketing,
    ];

    /// The role's name in addresses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ProductManager => "product-manager",
            Self::Leader => "leader",
            Self::Founder => "founder",
            Self::Engineer => "engineer",
            Self::Designer => "designer",
            Self::Researcher => "researcher",
            Self::Sales => "sales",
            Self::Marketing => "marketing",
        }
    }

    /// The people who have it, in the middle of a sentence.
    #[must_use]
    pub fn people(self) -> &'static str {
        match self {
            Self::ProductManager => "product managers",
            Self::Leader => "leaders",
            Self::Founder => "founders",
            Self::Engineer => "engineers",
            Self::Designer => "designers",
            Self::Researcher => "researchers",
            Self::Sales => "sellers",
            Self::Marketing => "marketers",
        }
    }

    /// The role's name as people read it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::ProductManager => "Product manager",
            Self::Leader => "Leader",
            Self::Founder => "Founder",
            Self::Engineer => "Engineer",
            Self::Designer => "Designer",
            Self::Researcher => "Researcher",
            Self::Sales => "Sales",
            Self::Marketing => "Marketing",
        }
    }
}

impl RoleFilter {
    /// Every choice, those of a role first.
    pub fn all() -> impl Iterator<Item = Self> {
        Role::ALL.into_iter().map(Self::Named).chain([Self::Unnamed])
    }

    /// The choice that a role, or none, falls under.
    #[must_use]
    pub fn of(role: Option<Role>) -> Self {
        role.map_or(Self::Unnamed, Self::Named)
    }

    /// The role, where it is one.
    #[must_use]
    pub fn named(self) -> Option<Role> {
        match self {
            Self::Named(role) => Some(role),
            Self::Unnamed => None,
        }
    }

    /// The choice's name in addresses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Named(role) => role.as_str(),
            Self::Unnamed => "none",
        }
    }

    /// The choice's name as people read it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Named(role) => role.label(),
            Self::Unnamed => "None named",
        }
    }
}

impl FromStr for RoleFilter {
    type Err = NotARole;

    fn from_str(text: &str) -> Result<Self, NotARole> {
        Self::all().find(|choice| choice.as_str() == text).ok_or(NotARole)
    }
}

impl fmt::Display for NotARole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "expected product-manager, leader, founder, engineer, designer, researcher, sales, \
             marketing or none",
        )
    }
}

impl std::error::Error for NotARole {}
