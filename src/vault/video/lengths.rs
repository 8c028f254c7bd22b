//! How long the notes' videos are, and what that says of times that can be read in two ways.

use rustc_hash::FxHashMap;

use crate::note::{Note, Stamp};
use crate::vault::Vault;
use crate::video::VideoId;

use super::beside;

/// What the length of a video changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// How many stamps stand at another second than before.
    pub stamps: usize,
    /// How many stamps lie past the video's end, whatever is done.
    pub past_end: usize,
}

impl Vault {
    /// Lets the notes of a video tell each other how long it is at least. To be called once all notes
    /// are there: what a time means may depend on the other notes.
    pub fn compare(&mut self) {
        beside::find_videos(&self.notes, &mut self.transcripts);
        self.tell_each_other(Note::settle);
    }

    /// The same of notes that were packed after it: their sketches and transcripts are as they came out of it.
    pub(in crate::vault) fn compare_packed(&mut self) {
        self.tell_each_other(|_| ());
    }

    fn tell_each_other(&mut self, heed: impl Fn(&mut Note)) {
        // Of each video the largest time and its note, and the largest of the other notes.
        let mut largest: FxHashMap<VideoId, ((u32, usize), Option<u32>)> = FxHashMap::default();
        for (at, note) in self.notes.iter().enumerate() {
            let said = note.video.zip(note.evidence.largest_secs);
            let Some((video, secs)) = said else { continue };
            largest
                .entry(video)
                .and_modify(|(first, second)| {
                    if secs > first.0 {
                        *second = Some(first.0);
                        *first = (secs, at);
                    } else {
                        *second = (*second).max(Some(secs));
                    }
                })
                .or_insert(((secs, at), None));
        }
        for (at, note) in
            self.notes.iter_mut().enumerate().filter(|(_, note)| note.evidence.is_open)
        {
            let of_video = note.video.and_then(|video| largest.get(&video));
            let others =
                of_video.and_then(|&((secs, of), other)| if of == at { other } else { Some(secs) });
            if note.compare(others) {
                heed(note);
            }
        }
    }

    /// The vault once the length of a video is known, in seconds, and what that changed: every stamp
    /// of the video's notes stands at the second that is meant, and says whether it lies past the end.
    /// The notes' problems tell of it. Notes of other videos are shared with this vault.
    #[must_use]
    pub fn with_length(&self, video: VideoId, length_secs: f64) -> (Self, Moved) {
        let mut vault = self.clone();
        let mut moved = Moved::default();
        let notes = self.notes.iter().zip(&mut vault.notes);
        for (before, note) in notes.chain(self.transcripts.iter().zip(&mut vault.transcripts)) {
            if note.video != Some(video) {
                continue;
            }
            note.measure(length_secs);
            // Most notes say nothing that depends on it: they need not be read for that.
            let evidence = note.evidence;
            if note.is_read() || evidence.is_open || f64::from(evidence.most_secs) >= length_secs {
                moved.add(before, note);
            }
        }
        (vault, moved)
    }
}

impl Moved {
    /// Whether nothing has changed that a reader could see.
    #[must_use]
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }

    fn add(&mut self, before: &Note, after: &Note) {
        for (before, after) in stamps(before).zip(stamps(after)) {
            self.stamps += usize::from(before.seconds != after.seconds);
            self.past_end += usize::from(after.is_past_end);
        }
    }
}

fn stamps(note: &Note) -> impl Iterator<Item = &Stamp> {
    note.claims().iter().flat_map(|claim| &claim.stamps)
}
