//! Where the moments of a video stand on a line, and how strongly each is drawn.

/// How near two ticks may stand, in hundredths of a percent of the line: on a line of 360 px that
/// is 1.4 px, and nearer ones would look like one anyway.
const NEAREST_TICKS: u32 = 40;

/// The whole line, in hundredths of a percent.
const WHOLE_LINE: f64 = 10_000.0;

/// How much what is said at a moment stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// Something is said.
    #[default]
    Said,
    /// It backs a skill.
    Skill,
    /// It backs a skill that some note ranks.
    Ranked,
}

/// A tick: one moment, or several that stand too near to be told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The index of its first moment.
    pub first: usize,
    /// How many moments it stands for.
    pub count: usize,
    /// Where it stands, in hundredths of a percent of the line.
    pub at: u32,
    /// The strongest of its moments.
    pub strength: Strength,
}

impl Strength {
    /// How high its tick is, in percent of the line's height.
    #[must_use]
    pub fn height(self) -> u32 {
        match self {
            Self::Said => 34,
            Self::Skill => 67,
            Self::Ranked => 100,
        }
    }
}

/// Ticks for moments, which are in the order of their seconds, in a video of a length in seconds.
#[must_use]
pub fn ticks(moments: &[(u32, Strength)], length_secs: f64) -> Vec<Tick> {
    let mut ticks: Vec<Tick> = Vec::new();
    for (first, &(seconds, strength)) in moments.iter().enumerate() {
        let at = place(f64::from(seconds), length_secs);
        match ticks.last_mut() {
            Some(last) if at < last.at + NEAREST_TICKS => {
                last.count += 1;
                last.strength = last.strength.max(strength);
            }
            _ => ticks.push(Tick { first, count: 1, at, strength }),
        }
    }
    ticks
}

/// Where a second stands, in hundredths of a percent of the line.
#[must_use]
pub fn place(time_secs: f64, length_secs: f64) -> u32 {
    let share = if length_secs > 0.0 { time_secs / length_secs } else { 0.0 };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it saturates")]
    let place = (share * WHOLE_LINE).clamp(0.0, WHOLE_LINE) as u32;
    place
}

/// The tick that stands nearest to a place.
#[must_use]
pub fn nearest(ticks: &[Tick], at: u32) -> Option<usize> {
    let distance = |(_, tick): &(usize, &Tick)| tick.at.abs_diff(at);
    ticks.iter().enumerate().min_by_key(distance).map(|(index, _)| index)
}

/// The length of a line for a video of which only the last moment is known.
#[must_use]
pub fn length_from(last_seconds: u32) -> f64 {
    // What is said last takes a while, too.
    f64::from(last_seconds) * 1.02 + 30.0
}

#[cfg(test)]
mod tests {
    use super::*;

    use Strength::{Ranked, Said, Skill};

    #[test]
    fn moments_become_ticks() {
        type Case<'a> = (&'a [(u32, Strength)], f64, &'a [(usize, usize, u32, Strength)]);
        let cases: [Case<'_>; 6] = [
            (&[], 100.0, &[]),
            (&[(0, Said), (100, Skill)], 100.0, &[(0, 1, 0, Said), (1, 1, 10_000, Skill)]),
            // At one second, and so near that they cannot be told apart.
            (&[(500, Said), (500, Ranked), (503, Skill)], 1000.0, &[(0, 3, 5000, Ranked)]),
            // Just far enough.
            (&[(500, Said), (504, Skill)], 1000.0, &[(0, 1, 5000, Said), (1, 1, 5040, Skill)]),
            // Past the end, where the length is not what was written.
            (&[(200, Said)], 100.0, &[(0, 1, 10_000, Said)]),
            (&[(200, Said)], 0.0, &[(0, 1, 0, Said)]),
        ];
        for (moments, length_secs, want) in cases {
            let ticks = ticks(moments, length_secs);
            let got: Vec<_> =
                ticks.iter().map(|tick| (tick.first, tick.count, tick.at, tick.strength)).collect();
            assert_eq!(got, want, "{moments:?}");
        }
    }

    #[test]
    fn a_tick_is_as_high_as_the_strongest_of_its_moments() {
        let moments = [(100, Said), (110, Skill), (300, Ranked), (301, Said), (900, Said)];
        let heights = ticks(&moments, 1000.0).into_iter().map(|tick| tick.strength.height());
        assert_eq!(heights.collect::<Vec<_>>(), [34, 67, 100, 34]);
    }

    #[test]
    fn never_more_ticks_than_can_be_told_apart() {
        let moments: Vec<_> = (0..40_000).map(|second| (second, Said)).collect();
        let ticks = ticks(&moments, 40_000.0);
        assert!(ticks.len() <= 251, "{}", ticks.len());
        assert_eq!(ticks.iter().map(|tick| tick.count).sum::<usize>(), moments.len());
    }

    #[test]
    fn a_pointer_finds_the_nearest_tick() {
        let ticks = ticks(&[(10, Said), (20, Said), (90, Said)], 100.0);
        let cases = [(0, 0), (1400, 0), (1600, 1), (5400, 1), (5600, 2), (10_000, 2)];
        for (at, want) in cases {
            assert_eq!(nearest(&ticks, at), Some(want), "{at}");
        }
        assert_eq!(nearest(&[], 5), None);
    }
}
