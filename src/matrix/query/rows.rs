//! Which rows a reader sees, and in what order.

use std::collections::HashSet;
use std::str::FromStr;

use crate::text;

use crate::matrix::{Filter, LevelId, Matrix, Skill, SkillId};

/// The rows of the matrix under a filter and a search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows<'a> {
    /// With a level chosen: the skills placed at it. Without one: all.
    pub first: Vec<&'a Skill>,
    /// With a level chosen: the skills that no note places at it.
    pub rest: Vec<&'a Skill>,
}

/// The order of rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// By rank at the chosen level, those without one last; without a level, and for the rest, in
    /// the order of the notes.
    #[default]
    Rank,
    /// By the number of notes that place the skill, the most first; at the chosen level, where
    /// there is one.
    Notes,
    /// By name.
    Name,
}

/// Text that names no order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotASort;

/// What a row is sorted by; a row's place settles what is equal.
type Key = (u32, String);

impl<'a> Rows<'a> {
    /// The rows for a filter in an order, of the skills that `is_shown` lets through.
    pub fn of(
        matrix: &'a Matrix,
        filter: &Filter,
        sort: Sort,
        is_shown: impl Fn(&SkillId) -> bool,
    ) -> Self {
        let mut first: Vec<(Key, &Skill)> = Vec::new();
        let mut rest: Vec<(Key, &Skill)> = Vec::new();
        for skill in matrix.skills.iter().filter(|skill| is_shown(&skill.id)) {
            let at = |level: Option<LevelId>| {
                let filter = Filter { level, ..*filter };
                skill
                    .placements
                    .iter()
                    .any(|placement| filter.fits_level(placement) && filter.lets_through(placement))
            };
            if at(filter.level) {
                first.push((key(skill, filter, sort), skill));
            } else if at(None) {
                rest.push((key(skill, &filter.at_any_level(), sort), skill));
            }
        }
        Self { first: sorted(first), rest: sorted(rest) }
    }
}

fn key(skill: &Skill, filter: &Filter, sort: Sort) -> Key {
    let placements = || {
        let counts =
            |placement: &&_| filter.fits_level(placement) && filter.lets_through(placement);
        skill.placements.iter().filter(counts)
    };
    match sort {
        Sort::Rank if filter.level.is_none() => (0, String::new()),
        Sort::Rank => {
            let best = placements().filter_map(|placement| placement.rank).min();
            (best.unwrap_or(u32::MAX), String::new())
        }
        Sort::Notes => {
            let notes: HashSet<_> = placements().map(|placement| &placement.note).collect();
            let fewer = u32::try_from(notes.len()).unwrap_or(u32::MAX);
            (u32::MAX - fewer, String::new())
        }
        Sort::Name => (0, text::fold(&skill.name)),
    }
}

fn sorted(mut rows: Vec<(Key, &Skill)>) -> Vec<&Skill> {
    rows.sort_by(|(one, _), (other, _)| one.cmp(other));
    rows.into_iter().map(|(_, skill)| skill).collect()
}

impl Sort {
    /// Every order.
    pub const ALL: [Self; 3] = [Self::Rank, Self::Notes, Self::Name];

    /// The order's name in addresses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Rank => "rank",
            Self::Notes => "notes",
            Self::Name => "name",
        }
    }
}

impl FromStr for Sort {
    type Err = NotASort;

    fn from_str(text: &str) -> Result<Self, NotASort> {
        Self::ALL.into_iter().find(|sort| sort.as_str() == text).ok_or(NotASort)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matrix::{Role, RoleFilter};
    use crate::note::Note;
    use crate::vault::Vault;

    fn matrix() -> Matrix {
        let notes = [
            "## Skills of new designers\n1. **Zeal**\n2. **Bend**\n",
            "## Skills of senior designers\n1. **Bend**\n2. **Ébauche**\n3. **Wait**\n",
            "## Skills of senior engineers\n1. **Wait**\n2. **Bend**\n3. **Weld**\n",
            "## Skills of senior engineers\n- **Weld**\n- **Hope**\n",
        ];
        let notes = notes.iter().zip(0..);
        let read = |(text, number): (&&str, u32)| Note::read(&format!("{number}.md"), text);
        Matrix::of(&Vault::of(notes.map(read).collect()))
    }

    /// The rows' ids, with a `|` before the rest.
    fn rows(filter: Filter, sort: Sort) -> String {
        let matrix = matrix();
        let rows = Rows::of(&matrix, &filter, sort, |skill| &*skill.0 != "hope");
        let names = |skills: &[&Skill]| {
            skills.iter().map(|skill| skill.id.0.to_string()).collect::<Vec<_>>().join(" ")
        };
        [names(&rows.first), names(&rows.rest)].join(" | ")
    }

    #[test]
    fn rows_are_filtered_and_sorted() {
        let any = Filter::default();
        let senior = Filter { level: Some(LevelId::SENIOR), ..any };
        let engineers = Some(RoleFilter::Named(Role::Engineer));
        let cases = [
            (any, Sort::Rank, "zeal bend ebauche wait weld | "),
            (any, Sort::Notes, "bend wait weld zeal ebauche | "),
            (any, Sort::Name, "bend ebauche wait weld zeal | "),
            (senior, Sort::Rank, "bend wait ebauche weld | zeal"),
            (senior, Sort::Notes, "bend wait weld ebauche | zeal"),
            (senior, Sort::Name, "bend ebauche wait weld | zeal"),
            // Only the engineers' notes and ranks count.
            (Filter { role: engineers, ..any }, Sort::Rank, "bend wait weld | "),
            (Filter { role: engineers, ..senior }, Sort::Rank, "wait bend weld | "),
            (Filter { role: engineers, ..senior }, Sort::Notes, "weld bend wait | "),
            (
                Filter { role: engineers, level: Some(LevelId::NEW), ..any },
                Sort::Name,
                " | bend wait weld",
            ),
            (Filter { role: Some(RoleFilter::Unnamed), ..any }, Sort::Name, " | "),
        ];
        for (filter, sort, want) in cases {
            assert_eq!(rows(filter, sort), want, "{filter:?} {sort:?}");
        }
    }
}
