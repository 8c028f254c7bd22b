//! Where the moments of a video stand on a line, and how strongly each is drawn.

/// How near two ticks may stand, in hundredths of a percent of the line: on a line of 360 px that
/// is 1.4 px, and nearer ones would look like one anyway.
const NEAREST: u32 = 40;

/// What counts as near a tick when it is asked how much is said around it, in hundredths of a
/// percent of the line.
const AROUND: u32 = 200;

/// The height of a tick that stands alone, in percent of the line's height.
const LOWEST: u32 = 34;

/// The whole line, in hundredths of a percent.
const WHOLE: f64 = 10_000.0;

/// How much what is said at a moment stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
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
    /// How high it is, in percent of the line's height: the higher, the more is said around it.
    pub height: u32,
    /// The strongest of its moments.
    pub strength: Strength,
}

/// Ticks for moments, which are in the order of their seconds, in a video of a length in seconds.
#[must_use]
pub fn ticks(moments: &[(u32, Strength)], length_secs: f64) -> Vec<Tick> {
    let mut ticks: Vec<Tick> = Vec::new();
    for (first, &(seconds, strength)) in moments.iter().enumerate() {
        let at = place(f64::from(seconds), length_secs);
        match ticks.last_mut() {
            Some(last) if at < last.at + NEAREST => {
                last.count += 1;
                last.strength = last.strength.max(strength);
            }
            _ => ticks.push(Tick { first, count: 1, at, height: 0, strength }),
        }
    }
    let around: Vec<usize> = ticks
        .iter()
        .map(|tick| {
            let near = ticks.iter().filter(|other| other.at.abs_diff(tick.at) <= AROUND);
            near.map(|other| other.count).sum()
        })
        .collect();
    let most = around.iter().copied().max().unwrap_or(1).max(1);
    for (tick, around) in ticks.iter_mut().zip(around) {
        let share = u32::try_from(around * 100 / most).unwrap_or(100);
        tick.height = LOWEST + share * (100 - LOWEST) / 100;
    }
    ticks
}

/// Where a second stands, in hundredths of a percent of the line.
#[must_use]
pub fn place(time_secs: f64, length_secs: f64) -> u32 {
    let share = if length_secs > 0.0 { time_secs / length_secs } else { 0.0 };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it saturates")]
    let place = (share * WHOLE).clamp(0.0, WHOLE) as u32;
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
    fn ticks_are_higher_where_more_is_said() {
        let moments = [(100, Said), (110, Said), (110, Said), (115, Said), (900, Said)];
        let heights: Vec<u32> = ticks(&moments, 1000.0).iter().map(|tick| tick.height).collect();
        assert_eq!(heights, [100, 100, 100, 50]);
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
