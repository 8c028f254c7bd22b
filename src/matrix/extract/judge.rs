//! The verdict on a list: an ordered list of named rules, of which the first that fits decides.

use crate::matrix::Role;
use crate::matrix::language::headings::{Other, Said};
use crate::matrix::language::phrases::{Asking, Naming};
use crate::matrix::language::seniority::Levels;
use crate::matrix::model::rule::Rule;

/// Where the skills of a list stand in the matrix.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::matrix) struct Standing {
    /// Whose skills they are.
    pub(in crate::matrix) role: Option<Role>,
    /// At which levels.
    pub(in crate::matrix) levels: Levels,
}

/// What stands over a list that its author did not mark.
struct Case {
    /// The paragraph that leads into it; nothing where there is none.
    lead: Said,
    /// The heading that it stands under.
    own: Said,
    /// The heading above that one.
    parent: Said,
}

/// Whether a list names skills once a rule fits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    Skills,
    NoSkills,
}

/// A rule: where it fits, what follows.
struct Named {
    id: Rule,
    when: fn(&Case) -> bool,
    then: Then,
}

/// The rules, in the order in which they are asked.
const RULES: [Named; 10] = [
    Named { id: Rule::LeadInToOtherThings, when: Case::leads_to_others, then: Then::NoSkills },
    Named {
        id: Rule::LeadInNamesSkills,
        when: |case| case.lead.skills >= Naming::Aside,
        then: Then::Skills,
    },
    Named { id: Rule::LeadInNamesTraits, when: Case::leads_to_traits, then: Then::Skills },
    Named { id: Rule::LeadInPraises, when: |case| case.lead.praises, then: Then::Skills },
    Named { id: Rule::LeadInDemands, when: Case::leads_to_demands, then: Then::Skills },
    Named { id: Rule::HeadingOfOtherThings, when: Case::is_of_others, then: Then::NoSkills },
    Named {
        id: Rule::HeadingNamesSkills,
        when: |case| case.own.skills >= Naming::Aside,
        then: Then::Skills,
    },
    Named { id: Rule::HeadingNamesTraits, when: Case::is_of_traits, then: Then::Skills },
    Named { id: Rule::LevelUnderSkills, when: Case::is_level_under_skills, then: Then::Skills },
    Named { id: Rule::AskedOfLevel, when: Case::is_asked_of_level, then: Then::Skills },
];

/// The rule that decides on a list, by its lead-in and by the headings it stands under, the nearest
/// first; and whether the list names skills.
pub(in crate::matrix) fn judge(lead_in: Option<&Said>, chain: &[Said]) -> (Rule, bool) {
    let case = Case {
        lead: lead_in.copied().unwrap_or_default(),
        own: chain.first().copied().unwrap_or_default(),
        parent: chain.get(1).copied().unwrap_or_default(),
    };
    let found = RULES.iter().find(|rule| (rule.when)(&case));
    found.map_or((Rule::NoWordOfSkills, false), |rule| (rule.id, rule.then == Then::Skills))
}

impl Case {
    fn leads_to_others(&self) -> bool {
        let is_outright = self.own.skills == Naming::Outright && self.own.names_skills();
        self.lead.other == Other::Surely || (self.lead.other == Other::Loosely && !is_outright)
    }

    fn leads_to_traits(&self) -> bool {
        self.lead.skills == Naming::Unowned && (self.own.people || self.lead.people)
    }

    /// Advice for a level names skills only where its lead-in demands that they be mastered.
    fn leads_to_demands(&self) -> bool {
        !self.lead.levels.is_empty() && self.lead.asks == Asking::Demands
    }

    fn is_of_others(&self) -> bool {
        self.own.other > Other::Nothing || self.own.practice
    }

    fn is_of_traits(&self) -> bool {
        self.own.skills == Naming::Unowned && self.lead.people && self.lead.asks > Asking::Nothing
    }

    fn is_level_under_skills(&self) -> bool {
        self.own.only_levels && (self.parent.names_skills() || self.parent.asks == Asking::Demands)
    }

    /// A heading names a level, and it or the lead-in says what is asked of that level.
    fn is_asked_of_level(&self) -> bool {
        if self.own.levels.is_empty() {
            // "Responsibilities" under "The Director of Sales".
            self.own.asks == Asking::Demands && !self.parent.levels.is_empty()
        } else {
            self.own.asks.max(self.lead.asks) == Asking::Demands
        }
    }
}

/// Where the skills of a list stand, by its lead-in and by what is over it, the nearest first.
pub(in crate::matrix) fn standing(lead_in: Option<&Said>, chain: &[Said]) -> Standing {
    let role = lead_in.into_iter().chain(chain).find_map(|said| said.role);
    Standing { role, levels: levels(lead_in, chain) }
}

/// The levels at which a list's skills stand: those that its lead-in names, else those of the
/// nearest heading that names one.
fn levels(lead_in: Option<&Said>, chain: &[Said]) -> Levels {
    let mut speaks_of_others = false;
    for said in lead_in.into_iter().chain(chain) {
        if said.all_levels {
            break;
        }
        if !said.levels.is_empty() {
            // "Skills of designers" under "For Directors" are the designers'.
            let is_contradicted = speaks_of_others && said.levels.by_title;
            return if is_contradicted { Levels::default() } else { said.levels };
        }
        speaks_of_others |= said.jobs;
    }
    Levels::default()
}
