//! What is known of the length of a note's video, and what the note's own times say of it.

use serde::{Deserialize, Serialize};

use crate::video::VideoId;

/// What is known of the length of a note's video.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::note) struct KnownLength {
    /// The video's length, in seconds.
    pub length_secs: Option<f64>,
    /// The largest time that other notes of the same video are sure of, in seconds.
    pub others_secs: Option<u32>,
    /// The video, where the note itself names none: of a transcript that lies beside a note.
    pub video: Option<VideoId>,
}

/// What a note's times say of its video, for the other notes of the same video.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeEvidence {
    /// The largest time that can be read in one way only, in seconds.
    pub largest_secs: Option<u32>,
    /// The largest time by any reading, in seconds.
    pub most_secs: u32,
    /// Whether the reading of its times depends on what else is known of the video.
    pub is_open: bool,
}
