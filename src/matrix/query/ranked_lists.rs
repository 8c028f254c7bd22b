//! The lists that rank skills at a level: of one talk, for one role. No two of them are zipped.

use rustc_hash::FxHashSet;

use crate::matrix::model::level::LevelId;
use crate::matrix::model::role::Role;
use crate::matrix::model::types::{Placement, Skill};
use crate::note::NoteId;
use crate::sorting;
use crate::text;
use crate::video::VideoId;

use super::filter::Filter;
use super::rows::{Sort, sorted_by};

/// A list that ranks: of one talk, for one role. Notes of one talk that contradict each other are several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankedList {
    /// Whose skills it ranks, where the notes say so.
    pub role: Option<Role>,
    /// The talk, where the notes name its video.
    pub video: Option<VideoId>,
    /// The notes that hold it, in the order of notes.
    pub notes: Vec<NoteId>,
}

/// A list in the making.
pub(super) struct RankedListDraft<'a> {
    pub(super) list: RankedList,
    /// Each skill with its rank, none twice.
    pub(super) ranks: Vec<(u32, &'a Skill)>,
}

/// The lists that rank at a level, the reader's own role first, then those whose skills most videos name.
pub(super) fn ranked_lists<'a>(
    skills: &[&'a Skill],
    filter: &Filter,
    level: LevelId,
    own: Option<Role>,
) -> Vec<RankedListDraft<'a>> {
    // List by list as notes write them: a section of a note.
    let mut lists: Vec<((&NoteId, usize), RankedListDraft<'a>)> = Vec::new();
    for &skill in skills {
        for placement in skill.at(Some(level)).filter(|place| filter.lets_through(place)) {
            let Some(rank) = placement.rank else { continue };
            let of = (&placement.note, placement.section);
            match lists.iter_mut().find(|(known, list)| *known == of && list.is_of(placement)) {
                Some((_, list)) => list.add(rank, skill),
                None => lists.push((of, RankedListDraft::of(placement, rank, skill))),
            }
        }
    }
    let mut merged: Vec<RankedListDraft<'a>> = Vec::new();
    for (_, list) in lists {
        match merged.iter_mut().find(|known| known.agrees_with(&list)) {
            Some(known) => known.join(list),
            None => merged.push(list),
        }
    }
    sorting::sort_by_key(&mut merged, |list| list.order(own));
    merged
}

impl<'a> RankedListDraft<'a> {
    fn of(placement: &Placement, rank: u32, skill: &'a Skill) -> Self {
        let Placement { role, video, ref note, .. } = *placement;
        let list = RankedList { role, video, notes: vec![note.clone()] };
        Self { list, ranks: vec![(rank, skill)] }
    }

    fn is_of(&self, placement: &Placement) -> bool {
        (self.list.role, self.list.video) == (placement.role, placement.video)
    }

    /// Adds a skill, which stays at its best rank.
    fn add(&mut self, rank: u32, skill: &'a Skill) {
        match self.ranks.iter_mut().find(|(_, known)| known.id == skill.id) {
            Some((known, _)) => *known = rank.min(*known),
            None => self.ranks.push((rank, skill)),
        }
    }

    /// Whether another list may be the same list in the words of another note of the same talk: no rank is of
    /// two skills, and no skill has two ranks.
    fn agrees_with(&self, other: &Self) -> bool {
        let is_of_one = self.list.video.is_some() && self.list.video == other.list.video;
        is_of_one
            && self.list.role == other.list.role
            && other.ranks.iter().all(|(rank, skill)| {
                self.ranks.iter().all(|(own_rank, own)| (own_rank == rank) == (own.id == skill.id))
            })
            && other
                .ranks
                .iter()
                .any(|(_, skill)| self.ranks.iter().any(|(_, own)| own.id == skill.id))
    }

    fn join(&mut self, other: Self) {
        for (rank, skill) in other.ranks {
            self.add(rank, skill);
        }
        for note in other.list.notes {
            if !self.list.notes.contains(&note) {
                self.list.notes.push(note);
            }
        }
    }

    /// What lists are sorted by, the lesser first.
    fn order(&self, own: Option<Role>) -> impl Ord + use<> {
        let is_of_others = own.is_none() || self.list.role != own;
        let videos: FxHashSet<VideoId> = self
            .ranks
            .iter()
            .flat_map(|(_, skill)| skill.placements.iter().filter_map(|placement| placement.video))
            .collect();
        let first = self.ranks.iter().min_by_key(|(rank, _)| *rank);
        let name = first.map(|(_, skill)| text::fold(&skill.name));
        (is_of_others, std::cmp::Reverse(videos.len()), self.list.video.is_none(), name)
    }

    /// The list, and its skills in their order.
    pub(super) fn into_sorted(mut self, sort: Sort) -> (RankedList, Vec<&'a Skill>) {
        sorting::sort_by_key(&mut self.ranks, |(rank, skill)| (*rank, text::fold(&skill.name)));
        let skills = self.ranks.into_iter().map(|(_, skill)| skill).collect();
        let skills = match sort {
            Sort::Rank => skills,
            other => sorted_by(skills, &Filter::default(), other),
        };
        (self.list, skills)
    }
}

impl RankedList {
    /// Whether a placement is of this list.
    #[must_use]
    pub fn holds(&self, placement: &Placement) -> bool {
        placement.rank.is_some()
            && placement.role == self.role
            && placement.video == self.video
            && self.notes.contains(&placement.note)
    }
}
