//! Which video a transcript is of: what it says itself, else that of the note of the same name.

use rustc_hash::FxHashMap;

use crate::note::{Code, Note, Problem, transcript_name};
use crate::text::slug;
use crate::video::VideoId;

/// Finds the video of each transcript that names none: that of the note of the same name in its folder,
/// else anywhere, else the only video that there is.
pub(in crate::vault) fn find_videos(notes: &[Note], transcripts: &mut [Note]) {
    if transcripts.iter().all(|transcript| transcript.video.is_some()) {
        return;
    }
    let mut by_name: FxHashMap<String, Vec<(&str, VideoId)>> = FxHashMap::default();
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
