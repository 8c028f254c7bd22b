//! What each heading of a ladder is: a level, a part of what is said of one, or a name.

use crate::matrix::extract::labels;
use crate::matrix::language::bare_name::unmarked;
use crate::matrix::language::level_name::LevelName;
use crate::matrix::language::senses::Kinds;
use crate::matrix::language::terms::{Term, Terms};

/// A heading that names a level or a skill.
#[derive(Clone, Debug, Default)]
pub(in crate::matrix) struct LadderHeading {
    /// Its words without a number and signs before them.
    pub(in crate::matrix) name: String,
    /// The level that it names, and nothing else.
    pub(in crate::matrix) level: Option<LevelName>,
    /// Whether it names a known level, whatever it says besides.
    pub(in crate::matrix) names_level: bool,
    /// Whether it is a part of what is said of a level: "Responsibilities".
    pub(in crate::matrix) is_other: bool,
    /// Whether it is a part that holds no skills: "Anti-patterns".
    pub(in crate::matrix) is_apart: bool,
    /// Whether it speaks of the ladder or of its steps as a whole, or explains them.
    pub(in crate::matrix) is_ladder: bool,
    /// Whether it says that what follows is of a ladder: "Skills Matrix".
    pub(in crate::matrix) says_ladder: bool,
    /// Whether it names a kind of skills: "Core Competencies".
    pub(in crate::matrix) is_skills: bool,
    /// Whether it names skills and says nothing more of them: "Skills".
    pub(in crate::matrix) is_only_skills: bool,
    /// Whether it says that skills follow, and nothing of which: "Key Skills".
    pub(in crate::matrix) is_bare_skills: bool,
}

impl LadderHeading {
    pub(in crate::matrix) fn read(title: &str, terms: &Terms) -> Self {
        let (_, name) = labels::numbered(unmarked(title));
        if name.len() > 120 {
            return Self { name, ..Self::default() };
        }
        let read = terms.read(&name);
        let level = LevelName::read(title, terms).filter(LevelName::is_only_level);
        let has = |kinds: Kinds| read.iter().any(|term| term.is(kinds));
        let is_legend = has(Kinds::STEPS) || has(Kinds::DESCRIPTIONS);
        let names_level = read.iter().any(|term| term.level.is_some());
        Self {
            level,
            names_level,
            is_other: is_other(&read) || name.ends_with(['?', '？']),
            is_apart: is_apart(&read),
            is_ladder: is_of_a_ladder(&read) || is_legend,
            says_ladder: is_of_a_ladder(&read) && !has(Kinds::DESCRIPTIONS),
            is_skills: has(Kinds::SKILLS),
            is_bare_skills: is_bare_skills(&read),
            is_only_skills: has(Kinds::SKILLS)
                && read
                    .iter()
                    .all(|term| term.is(Kinds::SKILLS.or(Kinds::CRAFTS).or(Kinds::ROLES))),
            name,
        }
    }

    /// Whether it can be the name of a skill.
    pub(in crate::matrix) fn can_be_skill(&self) -> bool {
        self.level.is_none() && self.can_be_group() && !self.is_bare_skills
    }

    /// Whether it can be the name of a group of skills.
    pub(in crate::matrix) fn can_be_group(&self) -> bool {
        !self.name.is_empty() && !self.is_other && !self.is_ladder && self.level.is_none()
    }
}

/// Whether a label or heading names a part of what is said of a level: all that it says is of that kind,
/// besides whose it is.
pub(in crate::matrix) fn is_other(read: &[Term]) -> bool {
    let of = Kinds::OTHER_PARTS
        .or(Kinds::ROLES)
        .or(Kinds::CRAFTS)
        .or(Kinds::STEPS)
        .or(Kinds::DESCRIPTIONS);
    let is_part = |term: &Term| term.is(Kinds::OTHER_PARTS);
    let are_parts = read.len() <= 3 && is_end(read, is_part);
    let are_all = read.iter().all(|term| term.is(of) || term.level.is_some());
    let alone = Kinds::OTHER_PARTS.or(Kinds::PARTS_ALONE);
    let is_alone = read.iter().any(|term| term.is(alone))
        && read.iter().all(|term| term.is(alone.or(Kinds::QUALIFIERS)));
    is_alone || (read.iter().any(is_part) && (are_parts || are_all)) || is_apart(read)
}

/// Whether a label or heading names a part of what is said of a level that holds no skills: "Anti-patterns".
pub(in crate::matrix) fn is_apart(read: &[Term]) -> bool {
    let is_part = |term: &Term| term.is(Kinds::APART);
    read.iter().any(is_part) && read.len() <= 4 && is_end(read, is_part)
}

/// Whether the first or the last term is such a part, and the term at the other end makes no ability of it:
/// "Requirements gathering".
fn is_end(read: &[Term], is_part: impl Fn(&Term) -> bool) -> bool {
    let (Some(first), Some(last)) = (read.first(), read.last()) else { return false };
    let is_activity = |term: &Term| term.is(Kinds::ACTIVITIES);
    (is_part(last) && (is_part(first) || !is_activity(first)))
        || (is_part(first) && !is_activity(last))
}

/// Whether a label or heading says that skills follow, and nothing of which: "Key Skills".
pub(in crate::matrix) fn is_bare_skills(read: &[Term]) -> bool {
    let of = Kinds::SKILLS.or(Kinds::QUALIFIERS).or(Kinds::ROLES).or(Kinds::STEPS);
    read.iter().any(|term| term.is(Kinds::SKILLS))
        && read.iter().all(|term| term.is(of) || term.level.is_some())
}

/// Whether a text says that it is of a ladder: "career ladder", "competency matrix", "job levels".
pub(in crate::matrix) fn is_of_a_ladder(read: &[Term]) -> bool {
    let has = |kinds: Kinds| read.iter().any(|term| term.is(kinds));
    let of_form = |pair: &[Term]| {
        (pair[0].is(Kinds::LADDER_OF) && pair[1].is(Kinds::LADDER_FORM))
            || (pair[1].is(Kinds::LADDER_OF) && pair[0].is(Kinds::LADDER_FORM))
    };
    let near = |size: usize| {
        read.windows(size).any(|window| of_form(&[window[0].clone(), window[size - 1].clone()]))
    };
    // "Consultant grades"
    let of_grades = |pair: &[Term]| pair[0].is(Kinds::ROLES) && pair[1].is(Kinds::LADDER_GRADES);
    has(Kinds::LADDER) || near(2) || near(3) || read.windows(2).any(of_grades)
}
