//! What the player is told, what it does, and how it stands.

use crate::video::{TwoWays, VideoId};

use super::pace::{Pace, Speed};

/// A second of a video that someone wants to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Moment {
    /// YouTube's id, also where a file of the reader's own plays in its place.
    pub video: VideoId,
    /// Seconds since its start.
    pub seconds: u32,
    /// Its two readings, where the video's length decides.
    pub two_ways: Option<TwoWays>,
}

impl Moment {
    /// The second that is meant in a video of this length, where it lies inside; `seconds` where
    /// nobody knows the length.
    #[must_use]
    pub fn fitting(self, duration_secs: Option<f64>) -> Option<u32> {
        let Some(duration) = duration_secs else { return Some(self.seconds) };
        let meant = self.two_ways.map_or(self.seconds, |two| two.at(duration));
        Some(meant).filter(|secs| f64::from(*secs) < duration)
    }
}

/// A part of a video.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Where it begins.
    pub start: Moment,
    /// Where it ends, in seconds since the video's start.
    pub end_secs: u32,
}

/// What happens to the player.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Input {
    /// Someone asked for a moment.
    Asked(Moment),
    /// The frame said something.
    Heard(Message),
    /// The frame that was loaded last has not answered in time.
    Overdue,
    /// Someone has had enough of it.
    PutAway,
    /// The reader wants players to be there before they ask for a moment.
    Cued(Moment),
    /// Someone wants it to pause, or to go on.
    Toggled,
    /// It is to pause.
    Paused,
    /// Someone wants it so many seconds further, or back.
    Nudged(i32),
    /// The reader watches faster or slower, or from earlier on, from now on.
    Paced(Pace),
    /// The reader wants a stretch again and again, or nothing again and again.
    Looped(Option<Stretch>),
    /// A video comes from somewhere else from now on.
    SourceChanged {
        /// By its id at YouTube, whichever source it has.
        video: VideoId,
        /// Whether that is a file of the reader's own, which may be a part of it.
        is_own: bool,
    },
}

/// What the frame says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Message {
    /// It takes commands now.
    Ready,
    /// It tells how it stands.
    Info(Info),
    /// It cannot play: one of YouTube's error numbers.
    Error(u32),
    /// It cannot play: the browser makes nothing of the file.
    Unreadable,
}

/// How the frame's player stands; what it does not mention has not changed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Info {
    /// Seconds since the video's start.
    pub time_secs: Option<f64>,
    /// The video's length in seconds; 0 until it is known.
    pub duration_secs: Option<f64>,
    /// What it is doing.
    pub activity: Option<Activity>,
}

/// What a player is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Activity {
    /// Nothing yet.
    #[default]
    Waiting,
    /// The second moves on.
    Playing,
    /// It was paused.
    Paused,
    /// The video is over.
    Ended,
}

/// What is to be done with the frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PlayerCommand {
    /// Put up a fresh frame that starts at the moment, and wait for it until it is overdue.
    Load(Moment),
    /// The same, but do not play.
    Cue(Moment),
    /// Go to a second.
    Seek(u32),
    /// Play, for a paused player stays paused after seeking.
    Play,
    /// Hold, where it is.
    Pause,
    /// Play so fast from now on.
    Speed(Speed),
    /// Take the frame down.
    Unload,
}

/// Why a video does not play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Error 2: YouTube does not take the id.
    BadId,
    /// Error 5: the player itself failed, twice.
    Fault,
    /// Error 100: the video is gone or private.
    Gone,
    /// Errors 101 and 150: its owner lets it play on YouTube only.
    NotEmbeddable,
    /// Error 153: YouTube does not see which page it stands in.
    NoReferrer,
    /// No answer in time: blocked, offline or slow.
    Silent,
    /// The browser makes nothing of the file that the reader has chosen.
    Unreadable,
    /// A number that YouTube has not explained.
    Other(u32),
}

/// How far a player is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Phase {
    /// Nothing is asked for, so nothing is loaded.
    #[default]
    Idle,
    /// A frame is loading, the first one or the one put up in its place.
    Loading(Attempt),
    /// It takes commands.
    Ready(Standing),
    /// It cannot play.
    Failed(Failure),
}

/// Which frame is being waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// The first.
    First,
    /// The second, and the last.
    Second,
}

/// How a ready player stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Standing {
    /// Seconds since the video's start.
    pub time_secs: f64,
    /// The video's length in seconds, once the player has told it.
    pub duration_secs: Option<f64>,
    /// What it is doing.
    pub activity: Activity,
    /// Whether the player has said in so many words that it takes commands. Until then a command
    /// may get lost, and is given again once it has.
    pub(super) confirmed: bool,
}

impl Failure {
    /// The failure behind one of YouTube's error numbers.
    #[must_use]
    pub fn of(number: u32) -> Self {
        match number {
            2 => Self::BadId,
            5 => Self::Fault,
            100 => Self::Gone,
            101 | 150 => Self::NotEmbeddable,
            153 => Self::NoReferrer,
            other => Self::Other(other),
        }
    }

    /// Whether it is worth trying the same video again.
    pub(super) fn may_pass(self) -> bool {
        matches!(self, Self::Silent | Self::Fault | Self::Other(_))
    }
}

impl Activity {
    /// The activity behind one of YouTube's state numbers; 3 (buffering) is on its way to playing.
    #[must_use]
    pub fn of(number: i32) -> Self {
        match number {
            0 => Self::Ended,
            1 | 3 => Self::Playing,
            2 => Self::Paused,
            _ => Self::Waiting,
        }
    }
}
