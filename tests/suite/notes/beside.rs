//! Which video a transcript is of.

use skillreel::note::{Code, Note};
use skillreel::vault::{NoteFile, Vault};

const A: &str = "7gaPPrAd7nc";
const B: &str = "dQw4w9WgXcQ";

/// The video of each transcript, and whether its author is told of it.
fn read(files: &[(&str, &str)]) -> Vec<(Option<String>, bool)> {
    let files: Vec<NoteFile> =
        files.iter().map(|(path, text)| NoteFile::new(*path, *text)).collect();
    let vault = Vault::read(&files);
    let in_short = |note: &Note| {
        let told = vault.problems_of(note).any(|problem| problem.code == Code::TranscriptApart);
        // What the transcript says is a moment of its video.
        let is_played = note.claims().iter().flat_map(|c| &c.stamps).all(|s| s.video == note.video);
        assert!(is_played, "{}", note.path);
        (note.video.map(|video| video.to_string()), told)
    };
    vault.transcripts().iter().map(in_short).collect()
}

#[test]
fn a_transcript_is_of_the_video_of_its_note() {
    let note = |video: &str| format!("---\ntitle: The talk\nvideoId: {video}\n---\nText.\n");
    let (a, b) = (note(A), note(B));
    let said = "0:01 --> 0:02\nOne\n";
    let is = |video: &str| (Some(video.to_owned()), false);
    let apart = |video: Option<&str>| (video.map(str::to_owned), true);
    let by_id = format!("x [{A}].en.vtt");
    let by_other_id = format!("x [{B}].vtt");
    type Case<'a> = (Vec<(&'a str, &'a str)>, (Option<String>, bool));
    let cases: [Case<'_>; 9] = [
        (vec![("talk.md", &a), ("b.md", &b), ("talk.vtt", said)], is(A)),
        (vec![("talk.md", &a), ("b.md", &b), ("talk.en.srt", said)], is(A)),
        (vec![("x/talk.md", &a), ("y/talk.md", &b), ("y/talk.vtt", said)], is(B)),
        (vec![("x/talk.md", &a), ("y/talk.md", &b), ("z/talk.vtt", said)], apart(None)),
        (vec![("c.md", &a), ("The Talk.vtt", said)], is(A)),
        (vec![("c.md", &a), ("anything.vtt", said)], is(A)),
        (vec![("c.md", &a), ("b.md", &b), ("anything.vtt", said)], apart(None)),
        (vec![("c.md", &a), ("b.md", &b), (&by_id, said)], is(A)),
        (vec![("c.md", &a), (&by_other_id, said)], apart(Some(B))),
    ];
    for (files, want) in cases {
        assert_eq!(read(&files), [want], "{files:?}");
    }
    assert_eq!(read(&[("talk.vtt", said)]), [apart(None)]);
}
