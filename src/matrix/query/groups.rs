//! The parts in which a reader sees the matrix: what is ranked, list by list; what is named; the rest.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use crate::matrix::model::level::LevelId;
use crate::matrix::model::role::Role;
use crate::matrix::model::types::{Matrix, Skill, SkillId};
use crate::text;

use super::families::FOLDED_FROM;
use super::filter::Filter;
use super::ranked_lists::{RankedList, RankedListDraft, ranked_lists};
use super::rows::{Sort, sorted_by};

/// Rows of the matrix under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct RowGroup<'a> {
    /// What they have in common.
    pub part: GroupedBy,
    /// The rows. A skill that several lists rank stands in each of them, for a rank means something only
    /// inside its list; elsewhere it stands once.
    pub skills: Vec<&'a Skill>,
}

/// What the rows of a group have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupedBy {
    /// They are all there is: nothing parts them.
    Whole,
    /// A list ranks them at the chosen level.
    Ranked(RankedList),
    /// They are named at the chosen level, without an order.
    Named,
    /// They are said of another level than the chosen one; the first of those where there are several.
    OfLevel(LevelId),
    /// A ladder sorts them under this.
    OfLadder(String),
    /// Talks name them beside a ladder, which does not.
    Talks,
    /// They are said of no level.
    Unplaced,
}

impl<'a> RowGroup<'a> {
    /// The matrix in parts, of the skills that `is_shown` lets through. No part is empty. The lists for the
    /// reader's own role go before others.
    pub fn all(
        matrix: &'a Matrix,
        filter: &Filter,
        sort: Sort,
        own: Option<Role>,
        is_shown: impl Fn(&SkillId) -> bool,
    ) -> Vec<Self> {
        let counts = |skill: &&Skill| {
            is_shown(&skill.id) && skill.placements.iter().any(|place| filter.lets_through(place))
        };
        let skills: Vec<&Skill> = matrix.skills.iter().filter(counts).collect();
        let is_of_ladder = |skill: &&Skill| {
            let is_here = filter.level.is_none_or(|level| is_at(skill, level, filter));
            skill.is_of_ladder() && is_here
        };
        let (ladder, talks): (Vec<&Skill>, Vec<&Skill>) =
            skills.into_iter().partition(is_of_ladder);
        let all = if ladder.is_empty() { GroupedBy::Whole } else { GroupedBy::Talks };
        let mut groups = of_ladder(ladder, filter, sort);
        groups.extend(match filter.level {
            None => Self::of_no_level(all, talks, filter, sort),
            Some(level) => Self::of_level(matrix, talks, filter, level, sort, own),
        });
        groups
    }

    /// The skills that answer what is asked, in the order of the parts, none twice: what is printed, embedded and
    /// played.
    pub fn asked_for(
        matrix: &'a Matrix,
        filter: &Filter,
        sort: Sort,
        own: Option<Role>,
        is_shown: impl Fn(&SkillId) -> bool,
    ) -> Vec<&'a Skill> {
        let mut known = FxHashSet::default();
        let groups = Self::all(matrix, filter, sort, own, is_shown).into_iter();
        let asked_for = groups.filter(|group| group.part.is_asked_for(filter.level));
        asked_for.flat_map(|group| group.skills).filter(|skill| known.insert(&skill.id)).collect()
    }

    fn of_no_level(
        all: GroupedBy,
        skills: Vec<&'a Skill>,
        filter: &Filter,
        sort: Sort,
    ) -> Vec<Self> {
        let is_placed = |skill: &&Skill| {
            let mut placements = skill.placements.iter().filter(|place| filter.lets_through(place));
            placements.any(|placement| placement.level.is_some())
        };
        let unplaced = skills.iter().filter(|skill| !is_placed(skill)).count();
        if unplaced <= FOLDED_FROM {
            return parts([(all, skills)], filter, sort);
        }
        let (placed, unplaced) = skills.into_iter().partition(is_placed);
        parts([(all, placed), (GroupedBy::Unplaced, unplaced)], filter, sort)
    }

    fn of_level(
        matrix: &Matrix,
        skills: Vec<&'a Skill>,
        filter: &Filter,
        level: LevelId,
        sort: Sort,
        own: Option<Role>,
    ) -> Vec<Self> {
        let at = |skill: &Skill, level| is_at(skill, level, filter);
        let drafts = ranked_lists(&skills, filter, level, own);
        let ranked: FxHashSet<&SkillId> =
            drafts.iter().flat_map(|draft| &draft.ranks).map(|(_, skill)| &skill.id).collect();
        let (mut named, mut unplaced) = (Vec::new(), Vec::new());
        let mut others: Vec<(LevelId, Vec<&Skill>)> =
            matrix.levels.iter().map(|level| (level.id, Vec::new())).collect();
        for skill in skills.into_iter().filter(|skill| !ranked.contains(&skill.id)) {
            if at(skill, level) {
                named.push(skill);
            } else if let Some((_, group)) = others.iter_mut().find(|(other, _)| at(skill, *other))
            {
                group.push(skill);
            } else {
                unplaced.push(skill);
            }
        }
        let mut groups: Vec<Self> =
            drafts.into_iter().map(|draft| ranked_group(draft, sort)).collect();
        groups.extend(parts([(GroupedBy::Named, named)], filter, sort));
        let anywhere = filter.at_any_level();
        let others = others.into_iter().map(|(level, skills)| (GroupedBy::OfLevel(level), skills));
        groups.extend(parts(others.chain([(GroupedBy::Unplaced, unplaced)]), &anywhere, sort));
        groups
    }
}

fn ranked_group(draft: RankedListDraft<'_>, sort: Sort) -> RowGroup<'_> {
    let (list, skills) = draft.into_sorted(sort);
    RowGroup { part: GroupedBy::Ranked(list), skills }
}

/// Whether a placement that counts is at a level.
fn is_at(skill: &Skill, level: LevelId, filter: &Filter) -> bool {
    skill.at(Some(level)).any(|placement| filter.lets_through(placement))
}

/// The parts that hold anything, each sorted.
fn parts<'a>(
    parts: impl IntoIterator<Item = (GroupedBy, Vec<&'a Skill>)>,
    filter: &Filter,
    sort: Sort,
) -> Vec<RowGroup<'a>> {
    let is_there = |(_, skills): &(GroupedBy, Vec<_>)| !skills.is_empty();
    let group = |(part, skills)| RowGroup { part, skills: sorted_by(skills, filter, sort) };
    parts.into_iter().filter(is_there).map(group).collect()
}

/// A ladder's skills under what it sorts them under, in its order; one group where it sorts them under nothing.
fn of_ladder<'a>(skills: Vec<&'a Skill>, filter: &Filter, sort: Sort) -> Vec<RowGroup<'a>> {
    let mut groups: Vec<(GroupedBy, Vec<&Skill>)> = Vec::new();
    for skill in skills {
        let part = skill.group.clone().map_or(GroupedBy::Whole, GroupedBy::OfLadder);
        match groups.iter_mut().find(|(known, _)| *known == part) {
            Some((_, skills)) => skills.push(skill),
            None => groups.push((part, vec![skill])),
        }
    }
    parts(groups, filter, sort)
}

impl GroupedBy {
    /// The part's name in the document: `data-group`. The place counts ranked lists and a ladder's groups.
    #[must_use]
    pub fn id(&self, place: usize) -> Cow<'static, str> {
        match self {
            Self::Whole => "all".into(),
            Self::Ranked(_) => ["ranked-", &(place + 1).to_string()].concat().into(),
            Self::Named => "named".into(),
            Self::OfLevel(level) => ["level-", level.as_str()].concat().into(),
            Self::OfLadder(name) => ["group-", &text::slug(name)].concat().into(),
            Self::Talks => "talks".into(),
            Self::Unplaced => "no-level".into(),
        }
    }

    /// Whether it answers what was asked: it is printed, embedded, exported and counted. The rest stands
    /// below, for who looks further.
    #[must_use]
    pub fn is_asked_for(&self, level: Option<LevelId>) -> bool {
        level.is_none() || !matches!(self, Self::OfLevel(_) | Self::Unplaced)
    }
}
