//! How the player stands, for whoever asks.

use super::super::{Activity, Moment, Phase, Stretch};
use super::Player;

impl Player {
    /// How far it is.
    #[must_use]
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// The moment that was asked for last.
    #[must_use]
    pub fn moment(&self) -> Option<Moment> {
        self.moment
    }

    /// Whether it was put away after it was last asked for something.
    #[must_use]
    pub fn is_away(&self) -> bool {
        self.away
    }

    /// The second that was asked for, once mended by the video's length; `None` when nothing was
    /// asked for, or when the video is too short for every reading of it.
    #[must_use]
    pub fn target_secs(&self) -> Option<u32> {
        let moment = self.moment?;
        moment.fitting(self.duration_secs())
    }

    /// Whether what was asked for lies past the video's end, however it is read.
    #[must_use]
    pub fn is_past_end(&self) -> bool {
        self.moment.is_some() && self.target_secs().is_none()
    }

    /// Where it stands, in seconds since the video's start: where it was sent to, until it is
    /// there. `None` where nothing plays.
    #[must_use]
    pub fn position_secs(&self) -> Option<f64> {
        let asked = || self.moment.map(|moment| f64::from(moment.seconds));
        match (self.phase, self.sought) {
            (Phase::Ready(_), Some(sought)) => Some(f64::from(sought.secs)),
            (Phase::Ready(standing), None) if standing.activity == Activity::Waiting => {
                asked().filter(|_| self.target_secs().is_some())
            }
            (Phase::Ready(standing), None) => Some(standing.time_secs),
            (Phase::Loading(_), _) => asked(),
            (Phase::Idle | Phase::Failed(_), _) => None,
        }
    }

    /// The second by which it is told what is said now: where it stands, or the moment that it leads
    /// up to.
    #[must_use]
    pub fn said_secs(&self) -> Option<f64> {
        let position_secs = self.position_secs()?;
        let asked = self.moment.filter(|_| self.leads_up);
        Some(asked.map_or(position_secs, |moment| position_secs.max(f64::from(moment.seconds))))
    }

    /// What it plays again and again.
    #[must_use]
    pub fn stretch(&self) -> Option<Stretch> {
        self.stretch
    }

    /// The video's length in seconds, once the player has told it.
    #[must_use]
    pub fn duration_secs(&self) -> Option<f64> {
        match self.phase {
            Phase::Ready(standing) => standing.duration_secs,
            _ => None,
        }
    }

    /// What it is doing.
    #[must_use]
    pub fn activity(&self) -> Activity {
        match self.phase {
            Phase::Ready(standing) => standing.activity,
            _ => Activity::Waiting,
        }
    }
}
