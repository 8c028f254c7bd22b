//! The columns of the matrix: which there are, and in what order.

use std::iter::once;
use std::sync::Arc;

use crate::matrix::{Filter, LevelId, Matrix};

/// The matrix's columns; `None` for the one of no named level.
pub type Columns = Arc<Vec<Option<LevelId>>>;

/// The columns under a filter. The chosen level stands beside the name, the others after it where they say
/// something of what it says, and last the one of no named level; without one, that and the levels.
pub fn columns(matrix: &Matrix, filter: &Filter) -> Columns {
    let counts = |level: Option<LevelId>| {
        matrix.skills.iter().any(|skill| {
            let is_here = |level: Option<LevelId>| {
                skill.at(level).any(|placement| filter.lets_through(placement))
            };
            is_here(level) && filter.level.is_none_or(|chosen| is_here(Some(chosen)))
        })
    };
    let levels = || matrix.levels.iter().map(|level| Some(level.id));
    Arc::new(match filter.level {
        None => once(None).chain(levels()).filter(|&level| counts(level)).collect(),
        Some(chosen) => {
            let others = levels().filter(|&level| level != Some(chosen)).chain([None]);
            once(Some(chosen)).chain(others.filter(|&level| counts(level))).collect()
        }
    })
}
