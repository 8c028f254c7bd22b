//! What a reader rated, when, and the list that was made of it: one record for the notes of a page.

pub(in crate::progress) mod json;
pub(in crate::progress) mod link;
mod merge;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::matrix::{LevelId, SkillId};
use crate::progress::clip_list::ClipList;
use crate::progress::day::Day;
use crate::progress::step::Step;

/// What is rated: a skill at the level one aims at.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct At {
    /// By its id in the matrix, which may have no such skill any more.
    pub skill: SkillId,
    /// The one that the reader aims at.
    pub level: LevelId,
}

/// A rating of a day, or that it was taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RatingEntry {
    /// Its place among all that was done to the record, from 1. Two tabs may use one number.
    pub revision: u32,
    /// The day by the reader's own clock.
    pub day: Day,
    /// The step; `None` where the rating was taken back.
    pub step: Option<Step>,
}

/// What a reader rated, and the reader's list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// Every rating with its former values, the oldest first. None is empty.
    pub(super) ratings: BTreeMap<At, Vec<RatingEntry>>,
    /// The skills' names as they were when they were rated: a skill may be gone.
    pub(super) names: BTreeMap<SkillId, String>,
    /// The reader's list, which is the plan where it was made of the gap.
    pub list: ClipList,
    /// What of it could not be read, as JSON of it was; it is written back.
    pub(super) unread: Vec<String>,
}

impl Record {
    /// The step at which a skill is rated at a level.
    #[must_use]
    pub fn step(&self, at: &At) -> Option<Step> {
        self.history(at).last()?.step
    }

    /// The step at which a skill was rated on a day, at its end.
    #[must_use]
    pub fn step_on(&self, at: &At, day: Day) -> Option<Step> {
        self.history(at).iter().rfind(|entry| entry.day <= day)?.step
    }

    /// The former values and the present one, the oldest first.
    #[must_use]
    pub fn history(&self, at: &At) -> &[RatingEntry] {
        self.ratings.get(at).map_or(&[], Vec::as_slice)
    }

    /// What is rated now, in the order of skills.
    pub fn rated(&self) -> impl Iterator<Item = (&At, Step)> {
        self.ratings.iter().filter_map(|(at, entries)| Some((at, entries.last()?.step?)))
    }

    /// What was ever rated.
    pub fn ever_rated(&self) -> impl Iterator<Item = &At> {
        self.ratings.keys()
    }

    /// The skill's name when it was rated; its name in addresses where that is not known.
    #[must_use]
    pub fn name<'a>(&'a self, skill: &'a SkillId) -> &'a str {
        self.names.get(skill).map_or(&skill.0, String::as_str)
    }

    /// Whether nothing was ever rated or listed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ratings.is_empty() && self.list.is_untouched() && self.unread.is_empty()
    }

    /// Rates a skill called `name`, or takes its rating back. The value that it had on an earlier day stays known.
    pub fn rate(&mut self, at: At, name: &str, step: Option<Step>, today: Day) {
        let former = self.history(&at).last().copied();
        if former.map_or(step.is_none(), |former| former.step == step) {
            return;
        }
        let revision = self.next_revision();
        let entries = self.ratings.entry(at.clone()).or_default();
        // Who tries the dots one after the other has not grown by them.
        entries.retain(|entry| entry.day != today);
        entries.push(RatingEntry { revision, day: today, step });
        self.names.insert(at.skill, name.to_owned());
    }

    /// The number of the next change.
    pub(super) fn next_revision(&self) -> u32 {
        let entries = self.ratings.values().flatten().map(|entry| entry.revision);
        let last = entries.chain([self.list.last_revision()]).max();
        last.unwrap_or_default().saturating_add(1)
    }

    /// Changes the reader's list by one step that other tabs take over.
    pub fn change_list(&mut self, change: impl FnOnce(&mut ClipList, u32)) {
        let revision = self.next_revision();
        change(&mut self.list, revision);
    }
}

impl Ord for At {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |at: &Self| (at.skill.clone(), at.level);
        let ((skill, level), (other_skill, other_level)) = (key(self), key(other));
        skill.cmp(&other_skill).then_with(|| level.as_str().cmp(other_level.as_str()))
    }
}

impl PartialOrd for At {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(skill: &str) -> At {
        At { skill: SkillId(skill.into()), level: LevelId::SENIOR }
    }

    #[test]
    fn a_rating_keeps_the_values_of_other_days() {
        let day = |day| Day::new(2026, 3, day).expect("a day");
        let mut record = Record::default();
        // Nothing rated takes nothing back.
        record.rate(at("bake"), "Bake", None, day(1));
        assert!(record.is_empty());
        for (step, on) in [
            (Some(Step::NotYet), day(1)),
            (Some(Step::WithHelp), day(1)),
            (Some(Step::WithHelp), day(2)),
            (Some(Step::Alone), day(3)),
            (None, day(4)),
        ] {
            record.rate(at("bake"), "Bake", step, on);
        }
        let told: Vec<_> =
            record.history(&at("bake")).iter().map(|entry| (entry.day, entry.step)).collect();
        let want = [(day(1), Some(Step::WithHelp)), (day(3), Some(Step::Alone)), (day(4), None)];
        assert_eq!(told, want);
        assert_eq!(record.step(&at("bake")), None);
        assert_eq!(record.step_on(&at("bake"), day(2)), Some(Step::WithHelp));
        assert_eq!(record.step_on(&at("bake"), day(3)), Some(Step::Alone));
        assert_eq!(record.rated().count(), 0);
        assert_eq!(record.name(&SkillId("bake".into())), "Bake");
    }
}
