//! The reader's list as it is changed.

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
fn what_made_room_for_others_can_be_had_again() {
    let mut list = list(&[3, 1]);
    list.tick(&clip(1), Day::new(2026, 1, 1), 2);
    assert_eq!(list.put_aside(), []);
    let items = |seconds: &[u32]| {
        seconds.iter().map(|&second| ListItem::of_clip(clip(second))).collect::<Vec<_>>()
    };
    list.play_instead(items(&[1, 7]), 3);
    assert_eq!(seconds(&list), [1, 7]);
    assert!(list.items.iter().all(|item| item.done.is_none()), "it is to be played again");
    let aside = |list: &ClipList| list.put_aside().iter().map(ListItem::key).collect::<Vec<_>>();
    assert_eq!(aside(&list), ["3 a"]);
    list.clear(4);
    assert_eq!(aside(&list), ["1 a", "7 a"]);
    list.toggle(&items(&[1, 9]), 5);
    list.toggle(&items(&[9]), 6);
    assert_eq!((seconds(&list), aside(&list)), (vec![1], vec![]));
    list.tick_at(0, Day::new(2026, 1, 1), 7);
    list.tick_at(5, None, 8);
    assert!(list.items[0].done.is_some());
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
