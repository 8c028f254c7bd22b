//! The line under a skill's name.

use crate::matrix::{Filter, Placement, Skill};

/// What is said about a skill first, as one line, by the notes that a filter lets through; at the
/// chosen level, where something is said there. `None` where nothing is said at all.
pub fn first_line<'a>(skill: &'a Skill, filter: &Filter) -> Option<&'a str> {
    let counted = || skill.placements.iter().filter(|placement| filter.lets_through(placement));
    let is_chosen =
        |placement: &&Placement| filter.level.is_some() && placement.level == filter.level;
    counted().filter(is_chosen).chain(counted()).find_map(|placement| placement.summary.as_deref())
}
