//! What holds for every record and every link, tried on thousands that chance makes up.

use proptest::collection::vec;
use proptest::prelude::*;
use skillreel::matrix::{LevelId, SkillId};
use skillreel::note::NoteId;
use skillreel::progress::{At, Day, ListItem, Record, Step, Wording, read_link, write_link};
use skillreel::vault::video::clip::ClipRef;

/// One thing that somebody does.
#[derive(Clone, Debug)]
enum Deed {
    Rate(String, u8, Option<u32>, u8),
    Add(String, u32),
    TakeOut(usize),
    Move(usize, usize),
    Tick(String, u32, bool),
    Rename(String),
    Clear,
}

fn deed() -> impl Strategy<Value = Deed> {
    let skill = prop_oneof![4 => "[a-d]", 1 => "\\PC{1,12}"];
    let note = prop_oneof![4 => "[x-z]", 1 => "\\PC{1,12}"];
    prop_oneof![
        6 => (skill, 0_u8..3, proptest::option::of(0_u32..4), 1_u8..29)
            .prop_map(|(skill, level, step, day)| Deed::Rate(skill, level, step, day)),
        3 => (note.clone(), 0_u32..4).prop_map(|(note, seconds)| Deed::Add(note, seconds)),
        1 => (0_usize..6).prop_map(Deed::TakeOut),
        1 => (0_usize..6, 0_usize..6).prop_map(|(from, to)| Deed::Move(from, to)),
        1 => (note, 0_u32..4, any::<bool>()).prop_map(|(note, at, done)| Deed::Tick(note, at, done)),
        1 => "\\PC{0,12}".prop_map(Deed::Rename),
        1 => Just(Deed::Clear),
    ]
}

const LEVELS: [LevelId; 3] = [LevelId::NEW, LevelId::SENIOR, LevelId::LEAD];

fn clip(note: &str, seconds: u32) -> ClipRef {
    ClipRef { note: NoteId(note.into()), seconds }
}

fn with(record: &Record, deeds: &[Deed]) -> Record {
    let mut record = record.clone();
    for deed in deeds {
        match deed {
            Deed::Rate(skill, level, step, day) => {
                let at = At {
                    skill: SkillId(skill.as_str().into()),
                    level: LEVELS[usize::from(*level)],
                };
                let day = Day::new(2026, 3, *day).expect("a day");
                record.rate(at, skill, step.and_then(Step::at), day);
            }
            Deed::Add(note, seconds) => {
                let item = ListItem::of_clip(clip(note, *seconds));
                record.change_list(|list, revision| list.add([item], revision));
            }
            Deed::TakeOut(place) => {
                record.change_list(|list, revision| list.take_out(*place, revision))
            }
            Deed::Move(from, to) => {
                record.change_list(|list, revision| list.move_item(*from, *to, revision));
            }
            Deed::Tick(note, seconds, done) => {
                let day = done.then(|| Day::new(2026, 3, 2)).flatten();
                record
                    .change_list(|list, revision| list.tick(&clip(note, *seconds), day, revision));
            }
            Deed::Rename(name) => record.change_list(|list, revision| list.rename(name, revision)),
            Deed::Clear => record.change_list(|list, revision| list.clear(revision)),
        }
    }
    record
}

fn merged(left: &Record, right: &Record) -> Record {
    let mut merged = left.clone();
    merged.merge(right);
    merged
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 256,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_record_is_read_as_it_was_written(deeds in vec(deed(), 0..40)) {
        let record = with(&Record::default(), &deeds);
        let read = Record::from_json(&record.to_json()).expect("a record");
        prop_assert_eq!(read.record, record);
        prop_assert_eq!((read.unread, read.is_newer), (0, false));
    }

    #[test]
    fn two_tabs_become_one_in_either_order_and_lose_no_rating(
        before in vec(deed(), 0..15),
        left in vec(deed(), 0..15),
        right in vec(deed(), 0..15),
    ) {
        let before = with(&Record::default(), &before);
        let (left, right) = (with(&before, &left), with(&before, &right));
        let both = merged(&left, &right);
        prop_assert_eq!(&both, &merged(&right, &left));
        prop_assert_eq!(&both, &merged(&both, &left));
        prop_assert_eq!(&both, &merged(&both, &both));
        for record in [&left, &right] {
            for at in record.ever_rated() {
                for entry in record.history(at) {
                    prop_assert!(both.history(at).contains(entry), "{:?} {:?}", at, entry);
                }
            }
        }
    }

    #[test]
    fn what_is_rated_since_both_were_one_counts(deeds in vec(deed(), 0..20), right in vec(deed(), 0..20)) {
        let (left, right) = (with(&Record::default(), &deeds), with(&Record::default(), &right));
        let both = with(&merged(&left, &right), &[Deed::Rate("a".into(), 0, Some(3), 28)]);
        let at = At { skill: SkillId("a".into()), level: LEVELS[0] };
        prop_assert_eq!(merged(&both, &left).step(&at), Some(Step::TeachIt));
        prop_assert_eq!(merged(&right, &both).step(&at), Some(Step::TeachIt));
    }

    #[test]
    fn a_link_says_what_was_rated(deeds in vec(deed(), 0..40)) {
        let record = with(&Record::default(), &deeds);
        for level in LEVELS {
            let received = read_link(&write_link(&record, level, true));
            let rated = record.rated().filter(|(at, _)| at.level == level);
            let rated: Vec<(At, Step)> = rated.map(|(at, step)| (at.clone(), step)).collect();
            prop_assert_eq!(received.ratings, rated);
            let clips: Vec<_> = received.items.iter().map(|item| item.item.clip.clone()).collect();
            let sent: Vec<_> = record.list.items().iter().map(|item| item.clip.clone()).collect();
            prop_assert_eq!(clips, sent);
            prop_assert_eq!((received.unread, received.is_cut, received.is_newer), (0, false, false));
        }
    }

    #[test]
    fn any_text_can_be_read_as_a_link_or_a_record(text in "\\PC{0,60}|1\\.[A-Za-z0-9_-]{0,200}") {
        let received = read_link(&text);
        prop_assert!(received.ratings.len() + received.items.len() < 10_000);
        let _ = Record::from_json(&text);
    }

    #[test]
    fn the_pieces_of_two_texts_are_the_texts(before in "[a-c .,\\n画图]{0,60}", after in "[a-c .,\\n画图]{0,60}") {
        let wording = Wording::of(&before, &after);
        let text = |pieces: &[skillreel::progress::WordingPiece]| -> String {
            pieces.iter().map(|piece| piece.text.as_str()).collect()
        };
        prop_assert_eq!(text(&wording.before), before.clone());
        prop_assert_eq!(text(&wording.after), after);
        prop_assert!(Wording::of(&before, &before).is_same());
    }
}
