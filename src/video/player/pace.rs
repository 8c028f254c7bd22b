//! How a reader watches: how fast, and from how long before a moment on.

use crate::video::clock;

/// How fast a video plays, in hundredths of its own speed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Speed(u16);

/// How many seconds before a moment the player starts, so that one hears what leads up to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lead(u32);

/// How a reader watches. It holds for every video, until it is chosen anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pace {
    /// How fast.
    pub speed: Speed,
    /// From when on.
    pub lead: Lead,
}

impl Speed {
    /// As it was recorded.
    pub const NORMAL: Self = Self(100);

    /// What can be chosen, the slowest first: YouTube's player takes no others.
    pub const ALL: [Self; 7] =
        [Self(50), Self(75), Self(100), Self(125), Self(150), Self(175), Self(200)];

    /// The next faster one; the fastest stays.
    #[must_use]
    pub fn faster(self) -> Self {
        Self::ALL.into_iter().find(|other| *other > self).unwrap_or(self)
    }

    /// The next slower one; the slowest stays.
    #[must_use]
    pub fn slower(self) -> Self {
        Self::ALL.into_iter().rev().find(|other| *other < self).unwrap_or(self)
    }

    /// As players take it: 1 is the video's own.
    #[must_use]
    pub fn factor(self) -> f64 {
        f64::from(self.0) / 100.0
    }

    /// As it is kept and read by [`Self::from_text`], such as `1.25`.
    #[must_use]
    pub fn to_text(self) -> String {
        // Without floats: printing those is as much code as all that plays.
        let (whole, hundredths) = ((self.0 / 100).to_string(), self.0 % 100);
        match (hundredths, hundredths % 10) {
            (0, _) => whole,
            (_, 0) => [&whole, ".", &(hundredths / 10).to_string()].concat(),
            (1..10, _) => [&whole, ".0", &hundredths.to_string()].concat(),
            _ => [&whole, ".", &hundredths.to_string()].concat(),
        }
    }

    /// The speed with a name; the video's own for any other text.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        Self::ALL.into_iter().find(|speed| speed.to_text() == text).unwrap_or_default()
    }

    /// As people write it, such as `1.25×`.
    #[must_use]
    pub fn label(self) -> String {
        [&self.to_text(), "×"].concat()
    }
}

impl Default for Speed {
    fn default() -> Self {
        Self::NORMAL
    }
}

impl Lead {
    /// What can be chosen.
    pub const ALL: [Self; 4] = [Self(0), Self(3), Self(5), Self(10)];

    /// In seconds.
    #[must_use]
    pub fn secs(self) -> u32 {
        self.0
    }

    /// The second at which the player starts for a moment at `seconds`.
    #[must_use]
    pub fn before(self, seconds: u32) -> u32 {
        seconds.saturating_sub(self.0)
    }

    /// As it is kept and read by [`Self::from_text`], such as `5`.
    #[must_use]
    pub fn to_text(self) -> String {
        self.0.to_string()
    }

    /// The lead with a name; none for any other text.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        Self::ALL.into_iter().find(|lead| lead.to_text() == text).unwrap_or_default()
    }
}

/// The beginning of a line of a note about a second, as the dialect has it: `[12:22] `.
#[must_use]
pub fn note_line(seconds: u32) -> String {
    ["[", &clock(seconds), "] "].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_speed_goes_up_and_down_in_steps_to_its_ends() {
        let cases = [
            ("0.5", "0.75", "0.5", "0.5×"),
            ("0.75", "1", "0.5", "0.75×"),
            ("1", "1.25", "0.75", "1×"),
            ("1.75", "2", "1.5", "1.75×"),
            ("2", "2", "1.75", "2×"),
            // Nothing that is kept is a speed: the video's own.
            ("9", "1.25", "0.75", "1×"),
            ("", "1.25", "0.75", "1×"),
        ];
        for (kept, faster, slower, label) in cases {
            let speed = Speed::from_text(kept);
            let got = (speed.faster().to_text(), speed.slower().to_text(), speed.label());
            assert_eq!(got, (faster.into(), slower.into(), label.into()), "{kept:?}");
        }
    }

    #[test]
    fn a_lead_starts_before_the_moment_and_never_before_the_video() {
        let cases = [("0", 742, 742), ("3", 742, 739), ("10", 7, 0), ("4", 742, 742), ("x", 5, 5)];
        for (kept, seconds, want) in cases {
            assert_eq!(Lead::from_text(kept).before(seconds), want, "{kept:?}");
        }
        for lead in Lead::ALL {
            assert_eq!(Lead::from_text(&lead.to_text()), lead);
        }
    }
}
