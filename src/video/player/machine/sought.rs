//! A second that the player was sent to, until it is there.

/// How many seconds a player may stand before the second that it was sent to, or be past it by
/// the time that it says so, and have got there.
const REACHED_SECS: std::ops::Range<f64> = -1.5..3.0;

/// After so many reports of a player that runs somewhere else it is sent to its second again, as
/// after an advertisement, which takes no seeks; then after twice as many, and so on.
const PATIENT_REPORTS: u32 = 4;

/// After so many reports it is left where it runs. There are about four a second.
const MOST_REPORTS: u32 = 256;

/// A second that the player was sent to and has not reached.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sought {
    pub(super) secs: u32,
    /// How often it has said since that it runs somewhere else.
    pub(super) reports: u32,
}

/// What is left to be reached after a report, and whether the player has to be sent there again.
pub(super) fn sought_after(
    sought: Option<Sought>,
    time_secs: Option<f64>,
    runs: bool,
) -> (Option<Sought>, bool) {
    let (Some(Sought { secs, reports }), Some(time)) = (sought, time_secs) else {
        return (sought, false);
    };
    if REACHED_SECS.contains(&(time - f64::from(secs))) || reports >= MOST_REPORTS {
        return (None, false);
    }
    let reports = reports + u32::from(runs);
    let is_lost = runs && reports >= PATIENT_REPORTS && reports.is_power_of_two();
    (Some(Sought { secs, reports }), is_lost)
}
