//! Tests of `clip`.

use super::*;

const A: &str = "aaaaaaaaaaa";

fn vault() -> Vault {
    let read = |name: &str, video: &str, text: &str| {
        Note::read(name, &["---\nvideoId: ", video, "\n---\n", text].concat())
    };
    Vault::of(vec![
        read("one.md", A, "- Knead [1:00] [1:05] [2:00]\n- Rest [1:00] [1:03]\n- Bake [9:00]"),
        read("two.md", A, "- Taste [1:40]\n- Cool [9:10]"),
        read("three.md", "bbbbbbbbbbb", "- Eat [1:30]\n- No time\n- Swallow [5:00 - 5:04]"),
    ])
}

fn shown(clips: &[Clip]) -> String {
    let in_short = |clip: &Clip| {
        format!("{}/{} {}-{}", clip.note, clip.claim.0, clip.moment.seconds, clip.end_secs)
    };
    clips.iter().map(in_short).collect::<Vec<_>>().join(", ")
}

#[test]
fn a_clip_ends_where_another_claim_begins() {
    let cases: [(&[(&str, u32)], &str); 8] = [
        // Its own stamps do not end it, nor what is said at once; another note does.
        (&[("one", 0)], "one/0 60-100, one/0 120-240"),
        // What is said at the same second is the same clip.
        (&[("one", 0), ("one", 1)], "one/0 60-100, one/0 120-240"),
        // Said in the same breath: what begins 10 s later does not end it.
        (&[("one", 2)], "one/2 540-660"),
        (&[("two", 0)], "two/0 100-120"),
        // Of another video.
        (&[("three", 0), ("two", 1)], "three/0 90-210, two/1 550-670"),
        // As long as its author says.
        (&[("three", 2)], "three/2 300-304"),
        (&[("three", 1)], ""),
        (&[("four", 0), ("one", 9)], ""),
    ];
    let vault = vault();
    for (claims, want) in cases {
        let claims: Vec<(NoteId, ClaimId)> =
            claims.iter().map(|(note, claim)| (NoteId((*note).into()), ClaimId(*claim))).collect();
        let clips = clips_of(&vault, claims.iter().map(|(note, claim)| (note, *claim)));
        assert_eq!(shown(&clips), want);
        let references: Vec<ClipRef> = clips.iter().map(Clip::reference).collect();
        assert_eq!(resolve(&vault, &references), clips);
    }
    let nowhere = ClipRef { note: NoteId("one".into()), seconds: 61 };
    assert_eq!(resolve(&vault, &[nowhere]), []);
}

#[test]
fn a_clip_knows_whether_it_is_over() {
    let vault = vault();
    let clips = resolve(&vault, &[ClipRef { note: NoteId("two".into()), seconds: 100 }]);
    let clip = clips.first().unwrap();
    let (a, b) = (clip.moment.video, VideoId::parse("bbbbbbbbbbb").unwrap());
    let cases = [
        (a, 100.0, false, ClipProgress::Inside),
        (a, 98.0, false, ClipProgress::Inside),
        (a, 119.9, false, ClipProgress::Inside),
        (a, 120.2, false, ClipProgress::Over),
        (a, 110.0, true, ClipProgress::Over),
        (a, 150.0, false, ClipProgress::Left),
        (a, 20.0, false, ClipProgress::Left),
        (b, 110.0, false, ClipProgress::Left),
    ];
    for (video, position_secs, is_over, want) in cases {
        assert_eq!(clip.progress(video, position_secs, is_over), want, "{position_secs}");
    }
}

#[test]
fn durations_read_as_people_say_them() {
    let moment = Moment { video: VideoId::parse(A).unwrap(), seconds: 0, two_ways: None };
    let cases = [
        (0, "0 s"),
        (59, "59 s"),
        (60, "1 min"),
        (530, "9 min"),
        (3600, "1 h"),
        (3900, "1 h 5 min"),
    ];
    for (end_secs, want) in cases {
        let clip = Clip { note: NoteId("a".into()), claim: ClaimId(0), moment, end_secs };
        assert_eq!(duration_in_words(&[clip]), want);
    }
}
