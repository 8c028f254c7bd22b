//! The verdict on a list: whether it names skills, whose, and at which levels.

use crate::matrix::Role;
use crate::matrix::language::headings::{Other, Said};
use crate::matrix::language::phrases::{Asking, Naming};
use crate::matrix::language::seniority::Levels;

/// Where the skills of a list stand in the matrix.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::matrix) struct Standing {
    /// Whose skills they are.
    pub(in crate::matrix) role: Option<Role>,
    /// At which levels.
    pub(in crate::matrix) levels: Levels,
}

/// Where the skills of a list stand, by its lead-in and by what is over it, the nearest first.
pub(in crate::matrix) fn standing(lead_in: Option<&Said>, chain: &[Said]) -> Standing {
    let role = lead_in.into_iter().chain(chain).find_map(|said| said.role);
    Standing { role, levels: levels(lead_in, chain) }
}

/// Whether a list names skills, by its lead-in and by the headings it stands under, the nearest
/// first.
pub(in crate::matrix) fn list_names_skills(lead_in: Option<&Said>, chain: &[Said]) -> bool {
    let lead = lead_in.copied().unwrap_or_default();
    let own = chain.first().copied().unwrap_or_default();
    let parent = chain.get(1).copied().unwrap_or_default();
    // The lead-in stands nearest and wins.
    let is_outright = own.skills == Naming::Outright && own.names_skills();
    if lead.other == Other::Surely || (lead.other == Other::Loosely && !is_outright) {
        return false;
    }
    let says_skills = lead.skills >= Naming::Aside
        || (lead.skills == Naming::Unowned && (own.people || lead.people));
    if says_skills {
        return true;
    }
    // Advice for a level names skills only where its lead-in demands that they be mastered.
    let demands = !lead.levels.is_empty() && lead.asks == Asking::Demands;
    if own.other > Other::Nothing || own.practice {
        return demands;
    }
    own.skills >= Naming::Aside
        || (own.skills == Naming::Unowned && lead.people && lead.asks > Asking::Nothing)
        || (own.only_levels && (parent.names_skills() || parent.asks == Asking::Demands))
        || is_asked_of_level(&lead, &own, &parent)
        || demands
}

/// Whether a heading names a level, and it or the lead-in says what is asked of that level.
fn is_asked_of_level(lead: &Said, own: &Said, parent: &Said) -> bool {
    if own.levels.is_empty() {
        // "Responsibilities" under "The Director of Sales".
        own.asks == Asking::Demands && !parent.levels.is_empty()
    } else {
        own.asks.max(lead.asks) == Asking::Demands
    }
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
