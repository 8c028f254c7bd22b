//! One reading for all times of a note, by all that is known of its video's length.

use skillreel::matrix::Matrix;
use skillreel::note::{Code, Note, Scale, Stamp};
use skillreel::vault::{NoteFile, Vault};
use skillreel::video::VideoId;
use skillreel::video::player::pace::note_line;
use test_support::folder;

use crate::shared::shared;

const VIDEO: &str = "7gaPPrAd7nc";

fn text(front: &str, body: &str) -> String {
    format!("---\ntitle: A\nvideoId: {VIDEO}\n{front}---\n{body}\n")
}

fn stamps(note: &Note) -> impl Iterator<Item = &Stamp> {
    note.claims().iter().flat_map(|claim| &claim.stamps)
}

fn seconds(note: &Note) -> Vec<u32> {
    stamps(note).map(|stamp| stamp.seconds).collect()
}

fn has(note: &Note, code: Code) -> bool {
    note.problems().iter().any(|problem| problem.code == code)
}

#[test]
fn a_note_has_one_reading_of_its_times() {
    let cases: [(&str, &str, &[u32], bool); 10] = [
        // Some can only be hundredths, and hours lead too far: all that end in 00 are hundredths.
        ("", "[14:11:00] [02:30:00] [05:40:00] [00:12:00]", &[851, 150, 340, 12], true),
        ("", "[10:31:94] [05:40:00]", &[631, 340], true),
        // Those that count seconds are hours, as long as that makes sense.
        ("", "[14:11:00] [05:40:00] [01:06:42] [08:02:02]", &[851, 340, 4002, 482], true),
        // Hours make sense for all the others.
        ("", "[14:11:00] [02:30:00] [00:12:00]", &[851, 9000, 720], false),
        // Nothing says that hundredths are meant.
        ("", "[05:40:00] [02:30:00]", &[20400, 9000], false),
        // What the author says of the video counts.
        ("duration: 1:25:00\n", "[14:11:00] [02:30:00] [00:12:00]", &[851, 150, 12], true),
        ("duration: 6h\n", "[14:11:00] [05:40:00]", &[851, 20400], false),
        ("Duration: 85 min\n", "[05:40:00] [02:30:00]", &[340, 150], true),
        // All lie in the video as they stand.
        ("duration: 6:00:00\n", "[05:40:00] [02:30:00]", &[20400, 9000], false),
        // One of several is past the end: it is mistaken, and the others stay.
        ("duration: 85m\n", "[00:40:00] [01:26:00] [00:50:00]", &[2400, 5160, 3000], false),
    ];
    for (front, body, want, is_told) in cases {
        let note = Note::read("a.md", &text(front, &format!("- {body}")));
        assert_eq!(seconds(&note), want, "{front}{body}");
        assert_eq!(has(&note, Code::StampScale), is_told, "{front}{body}: {:?}", note.problems());
    }
}

#[test]
fn a_time_past_the_end_is_told() {
    let note = Note::read(
        "a.md",
        &text("duration: 1:25:00\n", "- A [00:40:00] [00:50:00]\n- B [01:26:10]"),
    );
    let past: Vec<bool> = stamps(&note).map(|stamp| stamp.is_past_end).collect();
    assert_eq!(past, [false, false, true]);
    let told = note.problems().iter().find(|problem| problem.code == Code::StampPastEnd).unwrap();
    assert!(told.message.contains("“01:26:10”") && told.message.contains("1:25:00"), "{told:?}");
    assert_eq!(told.line, 7);
}

#[test]
fn notes_of_one_video_tell_each_other_how_long_it_is() {
    let open = NoteFile::new("open.md", text("", "- A [14:11:00] [02:30:00]"));
    let short = NoteFile::new("short.md", text("", "- B [01:24:13]"));
    let long = NoteFile::new("long.md", text("", "- C [04:24:13] [2:40:00]"));
    let first = |files: &[NoteFile]| {
        let vault = Vault::read(files);
        let note = vault.notes().iter().find(|note| note.path == "open.md").unwrap();
        seconds(note)
    };
    assert_eq!(first(std::slice::from_ref(&open)), [851, 9000]);
    assert_eq!(first(&[open.clone(), short.clone()]), [851, 150]);
    assert_eq!(first(&[short.clone(), open.clone()]), [851, 150]);
    assert_eq!(first(&[short, long, open]), [851, 9000]);
}

#[test]
fn once_the_length_is_known_one_second_holds_everywhere() {
    let body = "## Skills for new product managers\n\n1. **Listen**: closely [01:05:00]\n\
        2. **Write**: daily [00:40:30] [02:00:30]\n";
    let files = [NoteFile::new("a.md", text("", body)), NoteFile::new("b.md", "- B [01:05:00]")];
    let vault = Vault::read(&files);
    let matrix = Matrix::of(&vault);
    let video = VideoId::parse(VIDEO).unwrap();
    let of_matrix = |matrix: &Matrix| -> Vec<(u32, bool)> {
        let placements = matrix.skills.iter().flat_map(|skill| &skill.placements);
        let stamps = placements.flat_map(|placement| &placement.stamps);
        stamps.map(|stamp| (stamp.seconds, stamp.is_past_end)).collect()
    };
    assert_eq!(of_matrix(&matrix), [(3900, false), (2430, false), (7230, false)]);
    let (moved_vault, moved) = vault.with_length(video, 2500.0);
    assert_eq!((moved.stamps, moved.past_end), (2, 0), "{moved:?}");
    let moved_matrix = matrix.with_length(video, 2500.0);
    assert_eq!(moved_matrix, Matrix::of(&moved_vault), "as if read anew");
    assert_eq!(of_matrix(&moved_matrix), [(65, false), (2430, false), (120, false)]);
    let note = &moved_vault.notes()[0];
    assert!(has(note, Code::StampScale), "{:?}", note.problems());
    assert_eq!(seconds(&moved_vault.notes()[1]), [3900], "another note's times stay");
    // Either second finds the stamp again.
    assert!(
        stamps(note).next().is_some_and(|stamp| stamp.is_named_by(3900) && stamp.is_named_by(65))
    );
    // A longer video, and all stand as they are written.
    let (same, moved) = moved_vault.with_length(video, 9000.0);
    assert_eq!((moved.stamps, moved.past_end), (2, 0));
    assert_eq!(seconds(&same.notes()[0]), seconds(&vault.notes()[0]));
    assert!(!has(&same.notes()[0], Code::StampScale));
    let (_, nothing) = vault.with_length(video, 9000.0);
    assert!(nothing.is_nothing());
    let (_, past) = vault.with_length(video, 100.0);
    assert_eq!(past.past_end, 1);
}

/// docs/READING.md names the notes whose seconds this changes.
#[test]
fn no_shared_note_has_two_scales() {
    let Some(notes) = shared("notes") else { return };
    let vault = Vault::read(&folder::notes(&notes).unwrap());
    let mut two_scales = Vec::new();
    for note in vault.notes() {
        let mixed = stamps(note).any(|stamp| stamp.scale == Scale::Hundredths);
        let open = stamps(note).filter_map(|stamp| Some((stamp, stamp.two_ways()?)));
        let open: Vec<_> = open.filter(|(_, two)| two.differs()).collect();
        let minutes =
            |(stamp, two): &(&Stamp, skillreel::video::TwoWays)| stamp.seconds == two.minutes_secs;
        let of_00 = || open.iter().filter(|(_, two)| two.ends_in_00());
        let differs = of_00().any(minutes) && !of_00().all(minutes);
        let too_late = open.iter().any(|time| !minutes(time) && time.0.seconds > 3 * 3600);
        if mixed && (differs || too_late) {
            two_scales.push(&note.path);
        }
    }
    assert!(two_scales.is_empty(), "{two_scales:?}");
}

#[test]
fn the_beginning_of_a_note_line_is_read_as_a_stamp_at_its_second() {
    for (seconds, line) in [(0, "[0:00] "), (742, "[12:22] "), (4085, "[1:08:05] ")] {
        assert_eq!(note_line(seconds), line);
        let text = format!("---\nvideoId: aaaaaaaaaaa\n---\n{line}What was said\n");
        let note = Note::read("a.md", &text);
        let stamps = note.claims().iter().flat_map(|claim| &claim.stamps);
        let read: Vec<u32> = stamps.map(|stamp| stamp.seconds).collect();
        assert_eq!(read, [seconds], "{line:?}");
    }
}
