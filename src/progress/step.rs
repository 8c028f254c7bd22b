//! The four steps by which one rates oneself at a skill.

/// How one is at a skill, from the least to the most. Who has not rated a skill has no step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Not done yet.
    NotYet,
    /// Done with help.
    WithHelp,
    /// Done alone: from here on it counts as solid.
    Alone,
    /// Taught to others.
    TeachIt,
}

impl Step {
    /// Every step, from the least to the most.
    pub const ALL: [Self; 4] = [Self::NotYet, Self::WithHelp, Self::Alone, Self::TeachIt];

    /// The step's place, from 0.
    #[must_use]
    pub fn place(self) -> u32 {
        match self {
            Self::NotYet => 0,
            Self::WithHelp => 1,
            Self::Alone => 2,
            Self::TeachIt => 3,
        }
    }

    /// The step at a place, from 0.
    #[must_use]
    pub fn at(place: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.place() == place)
    }

    /// The step's name in data.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotYet => "not-yet",
            Self::WithHelp => "with-help",
            Self::Alone => "alone",
            Self::TeachIt => "teach-it",
        }
    }

    /// The step of a name in data.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.as_str() == name)
    }

    /// The step's name as people read it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::NotYet => "Not yet",
            Self::WithHelp => "With help",
            Self::Alone => "Alone",
            Self::TeachIt => "Teach it",
        }
    }

    /// Whether nothing needs to be done for it.
    #[must_use]
    pub fn is_solid(self) -> bool {
        self >= Self::Alone
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_found_by_its_place_and_its_name() {
        for step in Step::ALL {
            assert_eq!(Step::at(step.place()), Some(step));
            assert_eq!(Step::from_name(step.as_str()), Some(step));
        }
        assert_eq!(Step::at(4), None);
        assert_eq!(Step::from_name("Alone"), None);
        assert_eq!(Step::ALL.map(Step::is_solid), [false, false, true, true]);
    }
}
