//! Two tabs' records made one: nothing that was rated in either is lost.

use std::collections::BTreeMap;

use crate::progress::clip_list::{ClipList, ListItem};
use crate::progress::record::Record;
use crate::sorting;

impl Record {
    /// Takes over what another tab did. In whatever order records are merged, the outcome is the same: of two
    /// tabs that rated one skill at once the one with more changes behind it counts, the other's is a former
    /// value.
    pub fn merge(&mut self, other: &Self) {
        for (at, entries) in &other.ratings {
            let own = self.ratings.entry(at.clone()).or_default();
            own.extend(entries);
            sorting::sort_by(own, Ord::cmp);
            own.dedup();
        }
        for (skill, name) in &other.names {
            let own = self.names.entry(skill.clone()).or_default();
            if *name > *own {
                own.clone_from(name);
            }
        }
        self.list.merge(&other.list);
        for part in &other.unread {
            if !self.unread.contains(part) {
                self.unread.push(part.clone());
            }
        }
        sorting::sort_by(&mut self.unread, Ord::cmp);
    }

    /// Takes over an earlier record that was not known when this one was begun: what was done here counts as later than
    /// all of it.
    pub fn follow(&mut self, earlier: &Self) {
        let last = earlier.next_revision() - 1;
        let list = &mut self.list;
        let entries = self.ratings.values_mut().flatten().map(|entry| &mut entry.revision);
        let items = list.items.iter_mut().chain(&mut list.taken_out);
        let of_list = [&mut list.name_revision, &mut list.order_revision];
        // What was never set keeps its 0.
        let set = entries.chain(items.map(|item| &mut item.revision)).chain(of_list);
        for revision in set.filter(|revision| **revision > 0) {
            *revision = revision.saturating_add(last);
        }
        self.merge(earlier);
    }
}

impl ClipList {
    /// Takes over what another tab did. What one tab took out and the other left alone is out; what one added
    /// is in. The order and the name are of the tab that set them last.
    pub(in crate::progress) fn merge(&mut self, other: &Self) {
        let mut states: BTreeMap<String, (bool, ListItem)> = BTreeMap::new();
        let weight = |(is_in, item): &(bool, ListItem)| {
            let level = item.level.map(|level| level.to_string());
            (item.revision, *is_in, item.done, item.skill.clone(), level)
        };
        let all = |list: &Self| {
            let out = list.taken_out.iter().map(|item| (false, item.clone()));
            list.items.iter().map(|item| (true, item.clone())).chain(out).collect::<Vec<_>>()
        };
        for state in all(self).into_iter().chain(all(other)) {
            let known = states.entry(state.1.key()).or_insert_with(|| state.clone());
            if weight(&state) > weight(known) {
                *known = state;
            }
        }
        let order_of = |list: &Self| -> Vec<String> {
            let is_in = |key: &String| states.get(key).is_some_and(|(is_in, _)| *is_in);
            list.order().into_iter().filter(is_in).collect()
        };
        let leads = |list: &Self| (list.order_revision, order_of(list).len(), order_of(list));
        let (first, second) =
            if leads(other) > leads(self) { (other, &*self) } else { (&*self, other) };
        let mut order = order_of(first);
        let is_tie = first.order_revision == second.order_revision;
        if is_tie && !holds_in_order(&order, &order_of(second)) {
            // Two tabs moved at the very same time: neither order is the later one.
            order.extend(order_of(second));
            let changed = |key: &String| states.get(key).map(|(_, item)| item.revision);
            sorting::sort_by_key(&mut order, |key| (changed(key), key.clone()));
        }
        order.extend(order_of(second));
        let named = |list: &Self| (list.name_revision, list.name.clone());
        let (name_revision, name) = named(first).max(named(second));
        let order_revision = first.order_revision;
        let mut items = Vec::new();
        for key in order {
            items.extend(states.remove(&key).map(|(_, item)| item));
        }
        *self = Self {
            name,
            name_revision,
            items,
            order_revision,
            taken_out: states.into_values().map(|(_, item)| item).collect(),
        };
    }
}

/// Whether all of a list stands in another one, in the same order.
fn holds_in_order(list: &[String], part: &[String]) -> bool {
    let mut rest = list.iter();
    part.iter().all(|key| rest.any(|other| other == key))
}

#[cfg(test)]
mod tests {
    use crate::matrix::{LevelId, SkillId};
    use crate::note::NoteId;
    use crate::progress::{At, Day, ListItem, Record, Step};
    use crate::vault::video::clip::ClipRef;

    fn at(skill: &str) -> At {
        At { skill: SkillId(skill.into()), level: LevelId::NEW }
    }

    fn item(seconds: u32) -> ListItem {
        ListItem::of_clip(ClipRef { note: NoteId("a".into()), seconds })
    }

    fn seconds(record: &Record) -> Vec<u32> {
        record.list.items().iter().filter_map(|item| Some(item.clip.as_ref()?.seconds)).collect()
    }

    #[test]
    fn two_tabs_that_rate_at_once_lose_nothing() {
        let day = Day::new(2026, 3, 2).expect("a day");
        let mut first = Record::default();
        first.rate(at("bake"), "Bake", Some(Step::NotYet), day);
        let mut second = first.clone();
        first.rate(at("boil"), "Boil", Some(Step::Alone), day);
        second.rate(at("bake"), "Bake", Some(Step::WithHelp), day);
        second.rate(at("fry"), "Fry", Some(Step::TeachIt), day);
        let mut merged = first.clone();
        merged.merge(&second);
        let mut other_way = second.clone();
        other_way.merge(&first);
        assert_eq!(merged, other_way);
        let rated: Vec<_> = merged.rated().map(|(at, step)| (&*at.skill.0, step)).collect();
        assert_eq!(
            rated,
            [("bake", Step::WithHelp), ("boil", Step::Alone), ("fry", Step::TeachIt)]
        );
    }

    #[test]
    fn two_tabs_that_change_the_list_at_once_keep_both_changes() {
        let mut first = Record::default();
        first.change_list(|list, revision| list.add([item(1), item(2), item(3)], revision));
        let mut second = first.clone();
        first.change_list(|list, revision| list.take_out(0, revision));
        second.change_list(|list, revision| list.add([item(4)], revision));
        second.change_list(|list, revision| list.move_item(0, 2, revision));
        let mut merged = first.clone();
        merged.merge(&second);
        second.merge(&first);
        assert_eq!(merged, second);
        // 1 was taken out by one; 4 was added, and the order set, by the other.
        assert_eq!(seconds(&merged), [2, 3, 4]);
        // What was taken out can come back.
        merged.change_list(|list, revision| list.add([item(1)], revision));
        merged.merge(&first);
        assert_eq!(seconds(&merged), [2, 3, 4, 1]);
    }

    #[test]
    fn what_was_done_without_an_earlier_record_counts_as_later() {
        let day = |day| Day::new(2026, 3, day).expect("a day");
        let mut earlier = Record::default();
        for (step, on) in [(Step::Alone, 1), (Step::TeachIt, 2), (Step::NotYet, 3)] {
            earlier.rate(at("bake"), "Bake", Some(step), day(on));
        }
        earlier.change_list(|list, revision| list.add([item(1), item(2)], revision));
        earlier.change_list(|list, revision| list.rename("May", revision));
        let mut record = Record::default();
        record.rate(at("bake"), "Bake", Some(Step::WithHelp), day(9));
        record.change_list(|list, revision| list.add([item(3)], revision));
        record.follow(&earlier);
        assert_eq!(record.step(&at("bake")), Some(Step::WithHelp));
        assert_eq!(record.history(&at("bake")).len(), 4);
        assert_eq!(record.list.name(), "May");
        let mut listed = seconds(&record);
        listed.sort_unstable();
        assert_eq!(listed, [1, 2, 3]);

        let mut untouched = Record::default();
        untouched.follow(&earlier);
        assert_eq!(untouched, earlier);
    }
}
