//! Which video a transcript is of: what it says itself, else that of the note of the same name.

use std::collections::HashMap;

use crate::note::{Code, Note, Problem, transcript_name};
use crate::text::slug;
use crate::video::VideoId;

/// Finds the video of each transcript that names none: that of the note of the same name in its folder,
/// else anywhere, else the only video that there is.
pub(in crate::vault) fn find_videos(notes: &[Note], transcripts: &mut [Note]) {
    if transcripts.iter().all(|transcript| transcript.video.is_some()) {
        return;
    }
    let mut by_name: HashMap<String, Vec<(&str, VideoId)>> = HashMap::new();
    let mut only = None;
    let mut are_several = false;
    for note in notes {
        let Some(video) = note.video else { continue };
        are_several |= only.is_some_and(|only| only != video);
        only = Some(video);
        let mut names = vec![slug(&transcript_name(&note.path)), slug(&note.title)];
        names.dedup();
        for name in names {
            by_name.entry(name).or_default().push((folder(&note.path), video));
        }
    }
    let found: Vec<Option<VideoId>> = transcripts
        .iter()
        .map(|transcript| {
            let called = by_name.get(&slug(&transcript_name(&transcript.path)));
            let beside = called.and_then(|notes| {
                let here = folder(&transcript.path);
                let near = notes.iter().find(|(folder, _)| *folder == here);
                let (_, first) = notes.first()?;
                let is_one = notes.iter().all(|(_, video)| video == first);
                near.map(|(_, video)| *video).or_else(|| is_one.then_some(*first))
            });
            beside.or(only.filter(|_| !are_several))
        })
        .collect();
    for (transcript, video) in transcripts.iter_mut().zip(found) {
        if let (None, Some(video)) = (transcript.video, video) {
            transcript.adopt(video);
        }
    }
}
/// Tells of a transcript that no note here goes with.
pub(in crate::vault) fn problem(notes: &[Note], transcript: &Note) -> Option<Problem> {
    let message = match transcript.video {
        None => {
            "It goes with no note here, so nothing plays it: name it as the note of its video, or put the video's \
             id into its name, as in “A talk [7gaPPrAd7nc].vtt”."
                .to_owned()
        }
        Some(video) if notes.iter().any(|note| note.names(video)) => return None,
        Some(video) => {
            format!("It is of the video {video}, which no note here is about; it is kept apart, and searched.")
        }
    };
    Some(Problem::new(1, Code::TranscriptApart, message))
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::{NoteFile, Vault};

    const A: &str = "7gaPPrAd7nc";
    const B: &str = "dQw4w9WgXcQ";

    /// The video of each transcript, and whether its author is told of it.
    fn read(files: &[(&str, &str)]) -> Vec<(Option<String>, bool)> {
        let files: Vec<NoteFile> =
            files.iter().map(|(path, text)| NoteFile::new(*path, *text)).collect();
        let vault = Vault::read(&files);
        let one = |note: &Note| {
            let told = vault.problems_of(note).any(|problem| problem.code == Code::TranscriptApart);
            // What the transcript says is a moment of its video.
            let is_played =
                note.claims().iter().flat_map(|c| &c.stamps).all(|s| s.video == note.video);
            assert!(is_played, "{}", note.path);
            (note.video.map(|video| video.to_string()), told)
        };
        vault.transcripts().iter().map(one).collect()
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
}
