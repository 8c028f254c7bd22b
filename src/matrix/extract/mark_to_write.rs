//! What an author can write into a note to say what the rules would have to guess, and where it goes.

use crate::matrix::model::level::LevelId;

/// What an author can write into a note, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkToWrite {
    /// `<!-- skills -->`, or with a level that any note may name, on a line of its own right above the line with this
    /// number, at which a list begins.
    Skills {
        /// The level at which the list's skills are to stand; `None` leaves it to the headings.
        level: Option<LevelId>,
        /// The number of the list's first line, from 1.
        above: u32,
    },
    /// `ladder: true` in the front matter, which is made where there is none.
    Ladder,
    /// `ladder: true` in a row of its own above the first row of a sheet, which stands on the line with this number.
    LadderRow {
        /// The number of the sheet's first line, from 1.
        above: u32,
    },
}

impl MarkToWrite {
    /// What is written.
    #[must_use]
    pub fn text(self) -> String {
        match self {
            Self::Skills { level: None, .. } => "<!-- skills -->".to_owned(),
            Self::Skills { level: Some(level), .. } => format!("<!-- skills: {level} -->"),
            Self::Ladder | Self::LadderRow { .. } => "ladder: true".to_owned(),
        }
    }

    /// Where it goes, in words: "on a line of its own above line 12".
    #[must_use]
    pub fn place(self) -> String {
        match self {
            Self::Skills { above, .. } => format!("on a line of its own above line {above}"),
            Self::Ladder => "in the front matter, between two lines of --- at the top".to_owned(),
            Self::LadderRow { .. } => "in a row of its own above the sheet’s first".to_owned(),
        }
    }

    /// The same with a level, where it can have one.
    #[must_use]
    pub fn at(self, level: Option<LevelId>) -> Self {
        match self {
            Self::Skills { above, .. } => Self::Skills { level, above },
            other => other,
        }
    }

    /// Whether it can name a level.
    #[must_use]
    pub fn takes_level(self) -> bool {
        matches!(self, Self::Skills { .. })
    }
}
