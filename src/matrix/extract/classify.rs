//! The verdict on a list: an ordered list of named rules, of which the first that fits decides.

use crate::matrix::language::heading_cues::{HeadingCues, OffTopic};
use crate::matrix::language::phrases::{Requirement, SkillMention};
use crate::matrix::language::seniority::Levels;
use crate::matrix::model::role::Role;
use crate::matrix::model::rule::Rule;

/// Where the skills of a list stand in the matrix.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::matrix) struct ListScope {
    /// Whose skills they are.
    pub(in crate::matrix) role: Option<Role>,
    /// At which levels.
    pub(in crate::matrix) levels: Levels,
}

/// What stands over a list that its author did not mark.
struct ListCues {
    /// The paragraph that leads into it; nothing where there is none.
    lead: HeadingCues,
    /// The heading that it stands under.
    own: HeadingCues,
    /// The heading above that one.
    parent: HeadingCues,
}

/// Whether a list names skills once a rule fits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    Skills,
    NoSkills,
}

/// A rule: where it fits, what follows.
struct NamedRule {
    id: Rule,
    when: fn(&ListCues) -> bool,
    then: Then,
}

/// The rules, in the order in which they are asked.
const RULES: [NamedRule; 14] = [
    NamedRule {
        id: Rule::LeadInToOtherThings,
        when: ListCues::leads_off_topic,
        then: Then::NoSkills,
    },
    NamedRule {
        id: Rule::LeadInTouchesSkills,
        when: |cues| cues.lead.touches_skills,
        then: Then::NoSkills,
    },
    NamedRule { id: Rule::OfNoPerson, when: ListCues::is_of_no_person, then: Then::NoSkills },
    NamedRule {
        id: Rule::LeadInNamesSkills,
        when: |cues| cues.lead.skills >= SkillMention::Aside,
        then: Then::Skills,
    },
    NamedRule { id: Rule::LeadInNamesTraits, when: ListCues::leads_to_traits, then: Then::Skills },
    NamedRule { id: Rule::LeadInPraises, when: |cues| cues.lead.praises, then: Then::Skills },
    NamedRule { id: Rule::LeadInDemands, when: ListCues::leads_to_demands, then: Then::Skills },
    NamedRule {
        id: Rule::HeadingOfOtherThings,
        when: ListCues::is_off_topic,
        then: Then::NoSkills,
    },
    NamedRule {
        id: Rule::HeadingTouchesSkills,
        when: |cues| cues.own.touches_skills,
        then: Then::NoSkills,
    },
    NamedRule {
        id: Rule::HeadingNamesSkills,
        when: |cues| cues.own.skills >= SkillMention::Aside,
        then: Then::Skills,
    },
    NamedRule { id: Rule::HeadingPraises, when: |cues| cues.own.praises, then: Then::Skills },
    NamedRule { id: Rule::HeadingNamesTraits, when: ListCues::is_of_traits, then: Then::Skills },
    NamedRule {
        id: Rule::LevelUnderSkills,
        when: ListCues::is_level_under_skills,
        then: Then::Skills,
    },
    NamedRule { id: Rule::AskedOfLevel, when: ListCues::is_asked_of_level, then: Then::Skills },
];

/// The rule that decides on a list, by its lead-in and by the headings it stands under, the nearest
/// first; and whether the list names skills.
pub(in crate::matrix) fn classify(
    lead_in: Option<&HeadingCues>,
    chain: &[HeadingCues],
) -> (Rule, bool) {
    let cues = ListCues {
        lead: lead_in.copied().unwrap_or_default(),
        own: chain.first().copied().unwrap_or_default(),
        parent: chain.get(1).copied().unwrap_or_default(),
    };
    let found = RULES.iter().find(|rule| (rule.when)(&cues));
    found.map_or((Rule::NoWordOfSkills, false), |rule| (rule.id, rule.then == Then::Skills))
}

impl ListCues {
    fn leads_off_topic(&self) -> bool {
        let is_outright = self.own.skills == SkillMention::Outright && self.own.names_skills();
        self.lead.off_topic == OffTopic::Surely
            || (self.lead.off_topic == OffTopic::Loosely && !is_outright)
    }

    fn is_of_no_person(&self) -> bool {
        self.own.of_no_person && !self.lead.people
    }

    fn leads_to_traits(&self) -> bool {
        self.lead.skills == SkillMention::Unowned && (self.own.people || self.lead.people)
    }

    /// Advice for a level names skills only where its lead-in demands that they be mastered.
    fn leads_to_demands(&self) -> bool {
        !self.lead.levels.is_empty() && self.lead.requirement == Requirement::Demands
    }

    fn is_off_topic(&self) -> bool {
        self.own.off_topic > OffTopic::Nothing || self.own.practice
    }

    fn is_of_traits(&self) -> bool {
        self.own.skills == SkillMention::Unowned
            && self.lead.people
            && self.lead.requirement > Requirement::Nothing
    }

    fn is_level_under_skills(&self) -> bool {
        (self.own.only_levels && self.parent.requirement == Requirement::Demands)
            || ((self.own.only_levels || self.own.only_people) && self.parent.names_skills())
    }

    /// A heading names a level, and it or the lead-in says what is asked of that level.
    fn is_asked_of_level(&self) -> bool {
        if self.own.levels.is_empty() {
            // "Responsibilities" under "The Director of Sales".
            self.own.requirement == Requirement::Demands && !self.parent.levels.is_empty()
        } else {
            self.own.requirement.max(self.lead.requirement) == Requirement::Demands
        }
    }
}

/// Where the skills of a list stand, by its lead-in and by what is over it, the nearest first.
pub(in crate::matrix) fn scope(lead_in: Option<&HeadingCues>, chain: &[HeadingCues]) -> ListScope {
    let role = lead_in.into_iter().chain(chain).find_map(|cues| cues.role);
    ListScope { role, levels: levels(lead_in, chain) }
}

/// The levels at which a list's skills stand: those that its lead-in names, else those of the
/// nearest heading that names one.
fn levels(lead_in: Option<&HeadingCues>, chain: &[HeadingCues]) -> Levels {
    let mut speaks_of_others = false;
    for cues in lead_in.into_iter().chain(chain) {
        if cues.all_levels {
            break;
        }
        if !cues.levels.is_empty() {
            // "Skills of designers" under "For Directors" are the designers'.
            let is_contradicted = speaks_of_others && cues.levels.by_title;
            return if is_contradicted { Levels::default() } else { cues.levels };
        }
        speaks_of_others |= cues.jobs;
    }
    Levels::default()
}
