//! Whether a text that names skills is of skills, or names them on its way to something else.

use super::phrases::Phrase;
use super::senses::Senses;
use super::words::lists;

/// How far a word may stand from the skills that it joins to a sentence.
const REACH: usize = 4;

impl Phrase<'_> {
    /// Whether a heading is of the skills that it names at a place: "Role and Skills of a Baker", but not
    /// "Restaurants That Train These Skills". What stands before `start`, such as a part before a colon, is
    /// another matter.
    pub(in crate::matrix) fn is_heading_of_skills(&self, place: usize, start: usize) -> bool {
        let points_back = |at: usize| at > start && self.is_in(at, lists::POINTING);
        if (start..place).any(points_back) && !self.is(start, Senses::SEEK) {
            return false;
        }
        let Some((joint, _)) = self.joint_before(place, start) else { return true };
        let before = joint.checked_sub(1);
        let is_set = before.is_some_and(|before| self.is_in(before, lists::SETS));
        let is_repeated = before.is_some_and(|before| self.word(before) == self.word(joint + 1));
        self.is_in(joint, lists::ONTO)
            || self.is_in(joint + 1, lists::DEMANDED)
            || is_set
            || self.is(start, Senses::SEEK)
            || (self.is_in(joint, lists::BEING) && self.is_in(start, lists::ASKING))
            // "Day-to-Day Skills"
            || is_repeated
    }

    /// Whether a sentence leads to the skills that it names at a place: "She looks for three skills", but not
    /// "Several regions take part in motor skills".
    pub(in crate::matrix) fn leads_to_skills(&self, place: usize) -> bool {
        if self.is_in(self.0.len().saturating_sub(1), lists::LISTING) {
            // "Companies that hire for these skills include:"
            let relative = (0..place).find(|&at| self.is_in(at, lists::RELATING));
            let speaks_again = |at: usize| self.is_in(at, lists::AGAIN);
            if relative.is_some_and(|relative| (relative + 2..place).any(speaks_again)) {
                return false;
            }
        }
        let Some((joint, place)) = self.joint_before(place, 0) else { return true };
        let serves = joint.checked_sub(1).is_some_and(|before| self.is_in(before, lists::SERVING));
        !serves || place - joint > REACH
    }

    /// Whether a sentence leads to some who have skills, and not to the skills: "three people with rare skills",
    /// "she had her skills at several places".
    pub(in crate::matrix) fn lists_holders(&self) -> bool {
        let last = self.0.len().saturating_sub(1);
        (1..self.0.len()).filter(|&at| self.is_in(at, lists::HOLDERS)).any(|at| {
            let is_counted = (at.saturating_sub(2)..at).any(|at| self.is_in(at, lists::COUNTS));
            let goes_on = self.is_in(at + 1, lists::RELATING) || self.is_in(at + 1, lists::HAVING);
            is_counted && (at == last || goes_on)
        })
    }

    /// The place of the last word before another one that joins what follows it to what stands before, and the place
    /// of the first of what it joins: in "the need for skill and tact" that is "for", before "skill and tact".
    fn joint_before(&self, place: usize, start: usize) -> Option<(usize, usize)> {
        let mut joined = place;
        for at in (start..place).rev().filter(|&at| self.is(at, Senses::JOINTS)) {
            if !self.is_in(at, lists::JOINING) {
                return Some((at, joined));
            }
            joined = at;
        }
        None
    }

    /// Whether the word at a place is one of a list.
    pub(in crate::matrix) fn is_in(&self, place: usize, list: &[&str]) -> bool {
        list.contains(&self.word(place))
    }
}
