//! A stretch of a video that plays again and again.

use super::super::{Activity, Stretch};

/// How far outside of a stretch a player may stand, in seconds, and still be in it: reports are rare.
const TOLERANCE_SECS: f64 = 3.0;

/// What becomes of a stretch after a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StretchState {
    /// The player is in it.
    Goes,
    /// It is over, and begins anew.
    Again,
    /// Someone went elsewhere.
    Left,
}

/// What becomes of a stretch when the player stands at `time_secs`, having started `lead_secs` before.
pub(super) fn stretch_state(
    stretch: Stretch,
    time_secs: f64,
    lead_secs: u32,
    activity: Activity,
) -> StretchState {
    let end = f64::from(stretch.end_secs);
    let start = f64::from(stretch.start.seconds) - f64::from(lead_secs) - TOLERANCE_SECS;
    if activity == Activity::Ended {
        StretchState::Again
    } else if (start..end).contains(&time_secs) {
        StretchState::Goes
    } else if (end..end + TOLERANCE_SECS).contains(&time_secs) {
        StretchState::Again
    } else {
        StretchState::Left
    }
}
