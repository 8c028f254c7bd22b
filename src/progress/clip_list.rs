//! The reader's list: clips that one plays, moves, ticks off and hands on. The plan is such a list.

use crate::matrix::{LevelId, SkillId};
use crate::note::NoteId;
use crate::sorting;
use crate::vault::Vault;
use crate::vault::video::clip::{Clip, ClipRef, resolve};

use super::day::Day;

/// A list of clips, and of skills that no clip backs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClipList {
    /// What the reader calls it; empty without a name.
    pub(super) name: String,
    pub(super) name_revision: u32,
    pub(super) items: Vec<ListItem>,
    pub(super) order_revision: u32,
    /// What was taken out: so that another tab does not put it back, and one can go back.
    pub(super) taken_out: Vec<ListItem>,
}

/// One line of a list. It has a clip or a skill or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListItem {
    /// The skill that it is for, where it was made for one.
    pub skill: Option<SkillId>,
    /// The level that it is for.
    pub level: Option<LevelId>,
    /// The clip; `None` where nothing backs the skill.
    pub clip: Option<ClipRef>,
    /// The day on which it was played to its end, or ticked.
    pub done: Option<Day>,
    pub(super) revision: u32,
}

/// What is left of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// The clips that are not ticked and can be played.
    pub clips: usize,
    /// How long they are together, in seconds.
    pub seconds: u32,
    /// The items whose clip is in no note that is here.
    pub missing: usize,
}

impl ListItem {
    /// An item of a clip for no skill in particular.
    #[must_use]
    pub fn of_clip(clip: ClipRef) -> Self {
        Self { skill: None, level: None, clip: Some(clip), done: None, revision: 0 }
    }

    /// An item for a skill at a level.
    #[must_use]
    pub fn for_skill(skill: SkillId, level: LevelId, clip: Option<ClipRef>) -> Self {
        Self { skill: Some(skill), level: Some(level), clip, done: None, revision: 0 }
    }

    /// An item of a clip that backs a skill, at a level where its note names one.
    #[must_use]
    pub fn of_backed(skill: SkillId, level: Option<LevelId>, clip: ClipRef) -> Self {
        Self { skill: Some(skill), level, ..Self::of_clip(clip) }
    }

    /// Whether another item stands for the same.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.key() == other.key()
    }

    /// What is another one for every item that is to be drawn in another way.
    #[must_use]
    pub fn identity(&self) -> (String, Option<SkillId>, Option<LevelId>, Option<Day>) {
        (self.key(), self.skill.clone(), self.level, self.done)
    }

    /// What is the same for items that say the same: a clip is in a list once, whatever it is for.
    pub(super) fn key(&self) -> String {
        match (&self.clip, &self.skill, self.level) {
            (Some(ClipRef { note: NoteId(note), seconds }), ..) => format!("{seconds} {note}"),
            (None, skill, level) => {
                let (skill, level) = (skill.as_ref().map_or("", |skill| &skill.0), level);
                format!("- {skill} {}", level.as_ref().map_or("", LevelId::as_str))
            }
        }
    }
}

/// Every change takes its number ([`super::Record::change_list`]).
impl ClipList {
    /// What the reader calls it; empty without a name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The items, in the order in which they play.
    #[must_use]
    pub fn items(&self) -> &[ListItem] {
        &self.items
    }

    /// Its clips, in the order in which they play.
    #[must_use]
    pub fn clips(&self) -> Vec<ClipRef> {
        self.items.iter().filter_map(|item| item.clip.clone()).collect()
    }

    /// Names it; line ends become spaces.
    pub fn rename(&mut self, name: &str, revision: u32) {
        self.name = name.split(char::is_control).collect::<Vec<_>>().join(" ");
        self.name_revision = revision;
    }

    /// Adds items behind the others. What is in the list already stays where and as it is.
    pub fn add(&mut self, items: impl IntoIterator<Item = ListItem>, revision: u32) {
        for item in items {
            let key = item.key();
            if self.items.iter().all(|known| known.key() != key) {
                self.taken_out.retain(|known| known.key() != key);
                self.items.push(ListItem { revision, ..item });
            }
        }
        self.order_revision = revision;
    }

    /// Puts these items in place of all others. What was ticked stays so.
    pub fn replace(&mut self, items: impl IntoIterator<Item = ListItem>, revision: u32) {
        let former = self.items.clone();
        self.clear(revision);
        let ticked = |item: ListItem| {
            let known = former.iter().find(|known| known.key() == item.key());
            let done = item.done.or(known.and_then(|known| known.done));
            ListItem { done, ..item }
        };
        self.add(items.into_iter().map(ticked), revision);
    }

    /// Puts these items in place of all others, to be played from the first on: none of them is ticked. What
    /// the list knows of one of them, such as what it is for, it keeps.
    pub fn play_instead(&mut self, items: impl IntoIterator<Item = ListItem>, revision: u32) {
        let former = std::mem::take(&mut self.items);
        let known = |item: ListItem| {
            let known = former.iter().find(|known| known.key() == item.key());
            ListItem { done: None, ..known.cloned().unwrap_or(item) }
        };
        let items: Vec<ListItem> = items.into_iter().map(known).collect();
        self.items.clone_from(&former);
        self.clear(revision);
        self.add(items, revision);
    }

    /// What was taken out at once, by [`ClipList::clear`] or in favour of other items, if that was the last that
    /// was taken out. Its order is that of notes and seconds: that is all that tabs agree on.
    #[must_use]
    pub fn put_aside(&self) -> Vec<ListItem> {
        let Some(last) = self.taken_out.iter().map(|item| item.revision).max() else {
            return Vec::new();
        };
        if self.items.iter().any(|item| item.revision < last) {
            return Vec::new();
        }
        let mut aside: Vec<ListItem> =
            self.taken_out.iter().filter(|item| item.revision == last).cloned().collect();
        let place = |item: &ListItem| {
            let clip = item.clip.as_ref();
            (clip.map(|clip| (clip.note.0.to_string(), clip.seconds)), item.key())
        };
        sorting::sort_by_key(&mut aside, place);
        aside
    }

    /// Whether an item that says the same is in the list.
    #[must_use]
    pub fn has(&self, item: &ListItem) -> bool {
        let key = item.key();
        self.items.iter().any(|known| known.key() == key)
    }

    /// Adds what is not in the list; where all of it is, takes it out.
    pub fn toggle(&mut self, items: &[ListItem], revision: u32) {
        if !items.iter().all(|item| self.has(item)) {
            return self.add(items.iter().cloned(), revision);
        }
        for item in items {
            let key = item.key();
            if let Some(place) = self.items.iter().position(|known| known.key() == key) {
                self.take_out(place, revision);
            }
        }
    }

    /// Takes an item out.
    pub fn take_out(&mut self, place: usize, revision: u32) {
        if place < self.items.len() {
            let item = self.items.remove(place);
            self.taken_out.push(ListItem { revision, ..item });
        }
    }

    /// Takes all items out. The list as it was ([`Clone`]) given to [`ClipList::restore`] undoes it.
    pub fn clear(&mut self, revision: u32) {
        let items = std::mem::take(&mut self.items);
        self.taken_out.extend(items.into_iter().map(|item| ListItem { revision, ..item }));
    }

    /// Brings a list back as it was.
    pub fn restore(&mut self, former: &Self, revision: u32) {
        self.replace(former.items.iter().cloned(), revision);
        self.rename(&former.name, revision);
    }

    /// Moves an item to a place, counted without it.
    pub fn move_item(&mut self, from: usize, to: usize, revision: u32) {
        if from < self.items.len() {
            let item = self.items.remove(from);
            self.items.insert(to.min(self.items.len()), item);
            self.order_revision = revision;
        }
    }

    /// Ticks the item of a clip, or takes the tick off.
    pub fn tick(&mut self, clip: &ClipRef, done: Option<Day>, revision: u32) {
        let of_clip = |item: &&mut ListItem| item.clip.as_ref() == Some(clip);
        if let Some(item) = self.items.iter_mut().find(of_clip).filter(|item| item.done != done) {
            (item.done, item.revision) = (done, revision);
        }
    }

    /// Ticks the item at a place, or takes the tick off: what no clip backs can be done, too.
    pub fn tick_at(&mut self, place: usize, done: Option<Day>, revision: u32) {
        if let Some(item) = self.items.get_mut(place).filter(|item| item.done != done) {
            (item.done, item.revision) = (done, revision);
        }
    }

    /// What is left to play.
    #[must_use]
    pub fn left(&self, vault: &Vault) -> Left {
        let left = self.items.iter().filter(|item| item.done.is_none());
        let references: Vec<ClipRef> = left.filter_map(|item| item.clip.clone()).collect();
        let clips = resolve(vault, &references);
        Left {
            clips: clips.len(),
            seconds: clips.iter().map(Clip::length_secs).sum(),
            missing: references.len().saturating_sub(clips.len()),
        }
    }

    pub(super) fn order(&self) -> Vec<String> {
        self.items.iter().map(ListItem::key).collect()
    }

    pub(super) fn last_revision(&self) -> u32 {
        let items = self.items.iter().chain(&self.taken_out).map(|item| item.revision);
        items.chain([self.name_revision, self.order_revision]).max().unwrap_or_default()
    }

    pub(super) fn is_untouched(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
#[path = "clip_list_tests.rs"]
mod tests;
