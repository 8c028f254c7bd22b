//! Tests of ratings in an address.

use super::*;
use crate::progress::Day;

const WORDS: [&str; 12] = [
    "communicate",
    "strategy",
    "stakeholder",
    "roadmap",
    "insight",
    "decision",
    "alignment",
    "metrics",
    "discovery",
    "influence",
    "execution",
    "coaching",
];

/// A record of so many ratings and so many clips, with names as long as those of notes.
fn record(ratings: usize, clips: usize) -> Record {
    let today = Day::new(2026, 3, 2).expect("a day");
    let word = |at: usize| WORDS[at % WORDS.len()];
    let skill =
        |at: usize| format!("{}-and-{}-in-{}", word(at), word(at / 12 + at + 1), word(at * 7 + 3));
    let mut record = Record::default();
    for number in 0..ratings {
        let at = At { skill: SkillId(skill(number).into()), level: LevelId::SENIOR };
        let step = Step::at(u32::try_from(number % 4).expect("small"));
        record.rate(at, &format!("Skill {number}"), step, today);
    }
    let items = (0..clips).map(|number| {
        let note = format!(
            "talks/How {} became {} at company {}",
            word(number),
            word(number * 5 + 2),
            number / 3
        );
        let seconds = u32::try_from(number * 397 + 61).expect("small");
        let clip = ClipRef { note: NoteId(note.into()), seconds };
        ListItem::for_skill(SkillId(skill(number).into()), LevelId::SENIOR, Some(clip))
    });
    record.change_list(|list, revision| list.add(items, revision));
    record.change_list(|list, revision| list.rename("For May", revision));
    if let Some(clip) = record.list.items().first().and_then(|item| item.clip.clone()) {
        record.change_list(|list, revision| list.tick(&clip, Some(today), revision));
    }
    record
}

#[test]
fn a_link_is_read_as_it_was_written() {
    let record = record(60, 12);
    let received = read_link(&write_link(&record, LevelId::SENIOR, true));
    let rated: Vec<(At, Step)> = record.rated().map(|(at, step)| (at.clone(), step)).collect();
    assert_eq!(received.ratings, rated);
    let items: Vec<(String, bool)> =
        record.list.items().iter().map(|item| (item.key(), item.done.is_some())).collect();
    let read: Vec<(String, bool)> =
        received.items.iter().map(|item| (item.item.key(), item.is_done)).collect();
    assert_eq!(read, items);
    assert_eq!(received.list_name, "For May");
    assert!(received.items.iter().all(|item| item.item.done.is_none()));
    assert_eq!((received.unread, received.is_cut, received.is_newer), (0, false, false));
    // The list goes along only where it is asked for, and so does another level never.
    assert_eq!(read_link(&write_link(&record, LevelId::SENIOR, false)).items, []);
    assert_eq!(read_link(&write_link(&record, LevelId::NEW, false)).ratings, []);
}

#[test]
fn sixty_ratings_and_a_plan_are_short() {
    let link = write_link(&record(60, 20), LevelId::SENIOR, true);
    assert!(link.len() < 1800, "{} characters", link.len());
    assert!(link.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b)), "{link}");
}

#[test]
fn no_day_and_no_name_of_a_rating_stands_in_a_link() {
    let link = write_link(&record(4, 1), LevelId::SENIOR, true);
    let packed = URL_SAFE_NO_PAD.decode(&link[2..]).expect("packed");
    let mut text = String::new();
    DeflateDecoder::new(&packed[..]).read_to_string(&mut text).expect("text");
    assert!(!text.contains("2026") && !text.contains("Skill 1"), "{text}");
}

#[test]
fn a_link_that_is_cut_anywhere_is_read_as_far_as_it_goes() {
    let record = record(60, 12);
    let link = write_link(&record, LevelId::SENIOR, true);
    let whole = read_link(&link);
    let mut most = 0;
    for length in 0..link.len() {
        let received = read_link(&link[..length]);
        assert!(received.is_cut || received.unread > 0, "{length} of {}", link.len());
        // What is read is right, however little it is.
        assert!(whole.ratings.starts_with(&received.ratings), "{length}");
        assert!(whole.items.starts_with(&received.items), "{length}");
        most = most.max(received.ratings.len());
    }
    assert_eq!(most, 60);
}

#[test]
fn what_mail_programs_do_to_a_link_does_no_harm() {
    let link = write_link(&record(20, 3), LevelId::SENIOR, true);
    let whole = read_link(&link);
    let half = link.len() / 2;
    for mended in [
        format!("{link}."),
        format!("{link})"),
        format!("{link}> and so on"),
        format!("{}\r\n {}", &link[..half], &link[half..]),
    ] {
        assert_eq!(read_link(&mended), whole, "{mended}");
    }
}

fn packed(version: &str, text: &str) -> String {
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::best());
    packer.write_all(text.as_bytes()).expect("memory");
    format!("{version}.{}", URL_SAFE_NO_PAD.encode(packer.finish().expect("memory")))
}

#[test]
fn what_is_strange_is_passed_over_and_told() {
    let cases = [
        ("1", "Lsenior\nR1bake\n", (1, 0, 0, false, false)),
        ("2", "Lsenior\nR1bake\nZnews\n", (1, 0, 1, false, true)),
        ("1", "Lsenior\nR9bake\nRbake\nR1\nR\n\n", (0, 0, 5, false, false)),
        ("1", "R1bake\n", (0, 0, 1, false, false)),
        ("1", "LNot A Level\nR1bake\nLnew\nR2bake\n", (1, 0, 2, false, false)),
        ("1", "Lnew\nR1bake\nR2bake\n", (1, 0, 0, false, false)),
        ("1", "Lnew\nC12\nNa\nC12\nC12x\nCx\nC99999999999\n", (0, 1, 3, false, false)),
        ("1", "Lnew\nR1ba\u{7}ke\nR1<img src=x onerror=alert(1)>\n", (1, 0, 1, false, false)),
        ("1", "Lnew\nR1é\nRé\n", (1, 0, 1, false, false)),
        ("1", "Lnew\nR1bake", (0, 0, 0, true, false)),
        ("", "Lnew\n", (0, 0, 1, false, false)),
        ("x", "Lnew\n", (0, 0, 1, false, false)),
    ];
    for (version, text, want) in cases {
        let Received { ratings, items, unread, is_cut, is_newer, .. } =
            read_link(&packed(version, text));
        assert_eq!((ratings.len(), items.len(), unread, is_cut, is_newer), want, "{text:?}");
    }
    // A text that unpacks to a hundred times its size is read up to a limit.
    let bomb = packed("1", &format!("Lnew\nR1bake\n{}", "x".repeat(30_000_000)));
    let received = read_link(&bomb);
    assert_eq!((received.ratings.len(), received.is_cut), (1, true));
    for nonsense in ["", ".", "1.", "1.!!!", "1.AAAA", &"1.A".repeat(5000), &"x".repeat(10_000)] {
        let received = read_link(nonsense);
        assert!(received.is_cut || received.unread > 0, "{received:?}");
        assert_eq!(received.ratings, []);
    }
}
