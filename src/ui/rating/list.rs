//! What is done to the reader's list.

use leptos::prelude::*;

use crate::browser::page::calendar;
use crate::progress::{ClipList, ListItem};
use crate::vault::video::clip::ClipRef;

use super::ratings::Ratings;

impl Ratings {
    /// The reader's list.
    pub fn list(self) -> Memo<ClipList> {
        self.list
    }

    /// Whether the list goes on paper next, and not the page.
    pub fn prints_list(self) -> RwSignal<bool> {
        self.prints_list
    }

    /// Whether what was in the list before can be had again.
    pub fn can_undo(self) -> bool {
        self.former.read().is_some()
    }

    /// Changes the list.
    pub fn change_list(self, change: impl FnOnce(&mut ClipList, u32) + 'static) {
        self.change(Box::new(move |record| record.change_list(change)));
    }

    /// Ticks a clip that played to its end.
    pub fn tick(self, clip: &ClipRef) {
        if let Some(today) = calendar::today() {
            let clip = clip.clone();
            self.change_list(move |list, revision| list.tick(&clip, Some(today), revision));
        }
    }

    /// Plays other items in place of the list, and remembers how it was.
    pub fn play_instead(self, items: Vec<ListItem>) {
        let former = self.list.get_untracked();
        let makes_room =
            former.items().iter().any(|item| !items.iter().any(|own| own.says_the_same(item)));
        self.change_list(move |list, revision| {
            list.play_instead(items, revision);
            if makes_room {
                list.rename("", revision);
            }
        });
        self.former.set(makes_room.then_some(former));
    }

    /// Puts a plan in place of the list, and remembers how it was.
    pub fn plan(self, items: Vec<ListItem>) {
        let former = self.list.get_untracked();
        let makes_room =
            former.items().iter().any(|item| !items.iter().any(|own| own.says_the_same(item)));
        self.change_list(move |list, revision| list.replace(items, revision));
        self.former.set(makes_room.then_some(former));
    }

    /// Takes all out of the list, and remembers how it was.
    pub fn clear_list(self) {
        let former = self.list.get_untracked();
        self.change_list(ClipList::clear);
        self.former.set(Some(former));
    }

    /// Brings the list back that was cleared, or that made room for another one.
    pub fn bring_back(self) {
        let former = self.former.get_untracked();
        self.former.set(None);
        self.change_list(move |list, revision| match former {
            Some(former) => list.restore(&former, revision),
            None => {
                let aside = list.put_aside();
                list.replace(aside, revision);
            }
        });
    }

    /// Leaves the list as it is now.
    pub fn forget_former(self) {
        self.former.set(None);
    }

    /// Takes the list of the other person's link over, behind one's own.
    pub fn take_list(self) {
        let Some(received) = self.shown().received().get_untracked() else { return };
        let items = received.items.into_iter().map(|item| item.item);
        self.change_list(move |list, revision| {
            list.add(items, revision);
            if list.name().is_empty() {
                list.rename(&received.list_name, revision);
            }
        });
    }
}
