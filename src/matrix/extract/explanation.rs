//! What became of a list, a table or a group of headings, in words.

use crate::matrix::model::level::LevelId;
use crate::matrix::model::rule::Rule;

/// The fewest names that make a list, which nothing says to be of skills, one that nearly counted.
const FEWEST_NAMES: usize = 2;

/// What a part of a note is that names skills, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExplainedPart {
    /// A list, with so many items, of which so many begin with a label.
    List {
        /// Its items.
        items: usize,
        /// Those that begin with a label.
        labels: usize,
    },
    /// A table of a note.
    Table,
    /// A sheet, or one of a workbook.
    Sheet,
    /// A sheet of what people of a team can do.
    TeamSheet,
    /// A line of a note of proofs.
    Proof,
    /// A heading with those below it.
    Headings,
}

/// What became of a list, a table or a group of headings, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// What it is.
    pub kind: ExplainedPart,
    /// The line in the note's file at which it begins, from 1.
    pub line: u32,
    /// The index of the note's section in which it stands.
    pub section: usize,
    /// The heading of that section; empty where there is none.
    pub heading: String,
    /// The rule that decided; of what names no skills the one that came nearest.
    pub rule: Rule,
    /// Whether it names skills.
    pub made: bool,
    /// How many skills it names; or of what names none, how many it would, as far as names go.
    pub names: usize,
    /// The levels at which its skills would stand by what is written over it, where that is known.
    pub levels: Vec<LevelId>,
    /// Whether its lead-in or its heading speaks of people, of a level or of traits.
    pub is_of_people: bool,
    /// What its author can write to make it skills.
    pub mark: Option<MarkToWrite>,
}

impl Why {
    /// Whether it only lacks a word: a list under words that speak of people, of a level or of traits, at least half of
    /// whose items begin with a label that can be the name of a skill (two at least), of which nothing says that it
    /// names skills; or a table that would be a ladder if its author said so. What speaks of other things is none.
    #[must_use]
    pub fn nearly_counted(&self) -> bool {
        let is_word = !self.made && self.rule == Rule::NoWordOfSkills;
        is_word
            && match self.kind {
                ExplainedPart::List { items, .. } => {
                    self.is_of_people && self.names >= FEWEST_NAMES && 2 * self.names >= items
                }
                ExplainedPart::Table | ExplainedPart::Sheet => self.mark.is_some(),
                ExplainedPart::TeamSheet | ExplainedPart::Proof | ExplainedPart::Headings => false,
            }
    }

    /// What was missing, with the mark to write; `None` where nothing was.
    #[must_use]
    pub fn missing(&self) -> Option<String> {
        if self.made {
            return None;
        }
        let lack = self.lack();
        Some(match (self.mark, self.kind) {
            (None, _) => lack,
            (Some(mark), ExplainedPart::List { labels: 0, .. }) => format!(
                "{} Or mark it with {} {}: then each short item is a name.",
                lack,
                mark.text(),
                mark.place()
            ),
            (Some(mark), ExplainedPart::List { .. }) => {
                format!("{lack} If it names skills, mark it with {} {}.", mark.text(), mark.place())
            }
            (Some(mark), _) => format!(
                "{lack} If it is a career ladder, write “{}” {}.",
                mark.text(),
                mark.place()
            ),
        })
    }

    /// What was missing, without the mark; empty where nothing was.
    #[must_use]
    pub fn lack(&self) -> String {
        match self.kind {
            _ if self.made => String::new(),
            ExplainedPart::List { labels, .. } => self.lack_of_list(labels),
            ExplainedPart::Table if self.rule == Rule::MarkedNoSkills => {
                "A table: its author says that it names no skills.".to_owned()
            }
            ExplainedPart::Table => {
                "No two columns and no two rows of this table are named by levels, such as \
                                    Junior and Senior."
                    .to_owned()
            }
            ExplainedPart::Sheet => {
                "This sheet names no two levels (such as Junior and Senior), no skill with a \
                                    level and no skill with a group."
                    .to_owned()
            }
            ExplainedPart::TeamSheet => {
                "This sheet says what people of a team can do. It puts nothing into the \
                                         matrix."
                    .to_owned()
            }
            ExplainedPart::Proof => "It names a clip for a skill that a ladder has; “skillreel check” says where it does \
                                     not."
                .to_owned(),
            ExplainedPart::Headings if self.rule == Rule::LadderSentences => format!(
                "Under “{}” stand {}: begin each with its name in bold, “- **Name**: …”.",
                self.heading,
                self.rule.says()
            ),
            ExplainedPart::Headings => format!("“{}” is {}.", self.heading, self.rule.says()),
        }
    }

    fn lack_of_list(&self, labels: usize) -> String {
        let heading = &self.heading;
        let under =
            if heading.is_empty() { String::new() } else { format!(" under “{heading}”") };
        if self.rule == Rule::MarkedNoSkills {
            return format!("A list{under}: its author says that it names no skills.");
        }
        if labels == 0 {
            return format!(
                "A list{under}, no item of which begins with a label: write it in bold, “- **Name**: …”."
            );
        }
        let why = match self.rule {
            Rule::LeadInToOtherThings => "whose lead-in speaks of something that is no ability",
            Rule::HeadingOfOtherThings => "whose heading speaks of something that is no ability",
            Rule::LeadInTouchesSkills => "whose lead-in names skills on its way to something else",
            Rule::HeadingTouchesSkills => "whose heading names skills on its way to something else",
            Rule::OfNoPerson => {
                "in a note of a game or of machines, under a heading that names nobody"
            }
            Rule::NoWordOfSkills => "with no word of skills",
            _ => {
                "none of which names an ability: they are people, levels, dates, steps or parts of the text"
            }
        };
        format!("A list of labels{under}, {why}.")
    }
}

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
