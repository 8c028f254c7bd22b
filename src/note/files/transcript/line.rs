//! A spoken line, and the time that one begins with.

use crate::note::time::times;
use crate::video::StampTime;

/// What is said from one second to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TimedLine {
    /// When it begins, in seconds; unknown for what stands before the first time.
    pub start_secs: Option<u32>,
    /// When it ends, in seconds, where the file says so.
    pub end_secs: Option<u32>,
    /// What is said.
    pub text: String,
    /// The line in the file, from 1.
    pub line: u32,
}

/// The time at a text's start, with its length: as in subtitles, where a comma parts the milliseconds.
pub(super) fn time_at(text: &str) -> Option<(StampTime, usize)> {
    times::time_at(text).filter(|(_, length)| text[..*length].contains(':'))
}
