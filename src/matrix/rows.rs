//! Which rows a reader sees, and in what order.

use super::{Level, Matrix, Skill, SkillId};

/// The rows of the matrix under the chosen level and search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows<'a> {
    /// With a level chosen: the skills placed at it, by rank, those without a rank last.
    /// Without one: all.
    pub first: Vec<&'a Skill>,
    /// With a level chosen: the skills that no note places at it, in the order of the notes.
    pub rest: Vec<&'a Skill>,
}

impl<'a> Rows<'a> {
    /// The rows for a level, of the skills that `is_shown` lets through.
    pub fn of(
        matrix: &'a Matrix,
        level: Option<Level>,
        is_shown: impl Fn(&SkillId) -> bool,
    ) -> Self {
        let shown = matrix.skills.iter().filter(|skill| is_shown(&skill.id));
        let Some(level) = level else {
            return Self { first: shown.collect(), rest: Vec::new() };
        };
        let (mut first, rest): (Vec<_>, Vec<_>) =
            shown.partition(|skill| skill.at(Some(level)).next().is_some());
        first.sort_by_key(|skill| skill.best_rank(level).unwrap_or(u32::MAX));
        Self { first, rest }
    }
}

/// The matrix's levels, each with the number of skills placed at it that `is_shown` lets through.
pub fn levels_with_counts(
    matrix: &Matrix,
    is_shown: impl Fn(&SkillId) -> bool,
) -> Vec<(Level, usize)> {
    let count = |level: Level| {
        let at_level =
            |skill: &&Skill| is_shown(&skill.id) && skill.at(Some(level)).next().is_some();
        matrix.skills.iter().filter(at_level).count()
    };
    matrix.levels.iter().map(|&level| (level, count(level))).collect()
}
