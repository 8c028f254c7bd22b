//! The reader's list: clips that one plays, moves, ticks off and hands on. The plan is such a list.

use crate::matrix::{LevelId, SkillId};
use crate::note::NoteId;
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
mod tests {
    use super::*;
    use crate::note::Note;

    fn clip(seconds: u32) -> ClipRef {
        ClipRef { note: NoteId("a".into()), seconds }
    }

    fn list(seconds: &[u32]) -> ClipList {
        let mut list = ClipList::default();
        list.add(seconds.iter().map(|&seconds| ListItem::of_clip(clip(seconds))), 1);
        list
    }

    fn seconds(list: &ClipList) -> Vec<u32> {
        list.items.iter().filter_map(|item| Some(item.clip.as_ref()?.seconds)).collect()
    }

    #[test]
    fn items_are_moved_taken_out_and_brought_back() {
        for (from, to, want) in
            [(0, 2, [2, 3, 1]), (2, 0, [3, 1, 2]), (1, 99, [1, 3, 2]), (9, 0, [1, 2, 3])]
        {
            let mut list = list(&[1, 2, 3]);
            list.move_item(from, to, 2);
            assert_eq!(seconds(&list), want, "{from} to {to}");
        }
        let mut cleared = list(&[1, 2]);
        cleared.rename("For\nMay", 2);
        assert_eq!(cleared.name(), "For May");
        cleared.tick(&clip(2), Day::new(2026, 1, 1), 3);
        let former = cleared.clone();
        cleared.clear(4);
        assert_eq!(seconds(&cleared), [0; 0]);
        cleared.restore(&former, 5);
        assert_eq!(seconds(&cleared), [1, 2]);
        assert!(cleared.items[1].done.is_some());
        cleared.take_out(7, 6);
        cleared.take_out(0, 6);
        assert_eq!(seconds(&cleared), [2]);
    }

    #[test]
    fn a_clip_stands_in_a_list_once() {
        let mut list = list(&[1, 1]);
        let again = ListItem::for_skill(SkillId("bake".into()), LevelId::NEW, Some(clip(1)));
        list.add([again], 2);
        assert_eq!(seconds(&list), [1]);
        // A skill that nothing backs is one for each level.
        let bare = |level| ListItem::for_skill(SkillId("bake".into()), level, None);
        list.add([bare(LevelId::NEW), bare(LevelId::SENIOR), bare(LevelId::NEW)], 3);
        assert_eq!(list.items().len(), 3);
    }

    #[test]
    fn what_is_left_counts_what_can_be_played() {
        let text = "---\nvideoId: aaaaaaaaaaa\n---\n- Bake [1:00]\n- Boil [1:40]\n";
        let vault = Vault::of(vec![Note::read("a.md", text)]);
        let mut list = list(&[60, 100, 777]);
        assert_eq!(list.left(&vault), Left { clips: 2, seconds: 40 + 120, missing: 1 });
        list.tick(&clip(60), Day::new(2026, 1, 1), 2);
        assert_eq!(list.left(&vault), Left { clips: 1, seconds: 120, missing: 1 });
    }
}
