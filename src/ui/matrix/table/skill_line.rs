//! The line under a skill's name.

use crate::matrix::{Filter, LevelId, Placement, Skill};

/// What is said about a skill as one line, by the notes that a filter lets through: in the column whose time stands
/// for the row, where it is ranked highest there, so that this time plays these words; else what is said first.
/// `None` where nothing is said at all.
pub fn line_of<'a>(
    skill: &'a Skill,
    filter: &Filter,
    first_column: Option<Option<LevelId>>,
) -> Option<&'a str> {
    let said = || {
        let counted = skill.placements.iter().filter(|placement| filter.lets_through(placement));
        counted.filter_map(|placement: &Placement| Some((placement, placement.summary.as_deref()?)))
    };
    let here = said().filter(|(placement, _)| Some(placement.level) == first_column);
    let highest = here.min_by_key(|(placement, _)| placement.rank.unwrap_or(u32::MAX));
    highest.or_else(|| said().next()).map(|(_, line)| line)
}
