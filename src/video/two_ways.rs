//! A time of three fields that can mean two seconds, and the video lengths that tell which.

use serde::{Deserialize, Serialize};

/// The longest time that makes sense where nothing is known of the video, in seconds: three hours.
pub const LONGEST_LIKELY_SECS: u32 = 3 * 60 * 60;

/// A time of three fields, which are hours, minutes and seconds, or minutes, seconds and hundredths.
///
/// A note has one reading for all of its times, so the lengths at which the reading changes are
/// those of the note and not of this time alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TwoWays {
    /// The second, where the first field is hours.
    pub hours_secs: u32,
    /// The second, where the first field is minutes.
    pub minutes_secs: u32,
    /// The longest video, in seconds, in which the first field is minutes.
    pub minutes_up_to_secs: u32,
}

impl TwoWays {
    /// The second that is meant in a video of a length in seconds.
    #[must_use]
    pub fn at(self, length_secs: f64) -> u32 {
        let is_minutes = length_secs <= f64::from(self.minutes_up_to_secs);
        if is_minutes { self.minutes_secs } else { self.hours_secs }
    }

    /// Whether the last field is 00, as where hundredths were never counted.
    #[must_use]
    pub fn ends_in_00(self) -> bool {
        self.hours_secs.is_multiple_of(60)
    }

    /// Whether it matters how it is read.
    #[must_use]
    pub fn differs(self) -> bool {
        self.hours_secs != self.minutes_secs
    }
}
