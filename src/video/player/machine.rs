//! Clicks, messages and deadlines in, commands out.

mod looped;
#[cfg(test)]
mod pace_tests;
mod report;
mod sought;
#[cfg(test)]
mod tests;

use super::pace::{Pace, Speed};
use super::{
    Activity, Attempt, Failure, Info, Input, Message, Moment, Phase, PlayerCommand, Standing,
    Stretch,
};

use looped::{StretchState, stretch_state};
use sought::{Sought, sought_after};

/// What plays, and what was asked of it, as a state machine without a browser.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Player {
    phase: Phase,
    moment: Option<Moment>,
    /// Whether the video was loaded again after error 5.
    retried: bool,
    away: bool,
    /// Whether it was put up to wait, and nobody has asked it to play.
    waits: bool,
    sought: Option<Sought>,
    pace: Pace,
    /// Whether it plays what leads up to the moment that was asked for.
    leads_up: bool,
    /// What it plays again and again.
    stretch: Option<Stretch>,
}

impl Player {
    /// Takes what happened and says what is to be done, in order.
    pub fn step(&mut self, input: Input) -> Vec<PlayerCommand> {
        match input {
            Input::Asked(moment) => self.ask(moment),
            Input::Heard(message) => self.hear(message),
            Input::Overdue => self.overdue(),
            Input::PutAway => self.put_away(),
            Input::Cued(moment) => self.cue(moment),
            Input::Toggled => self.toggle(),
            Input::Paused => match self.activity() {
                Activity::Playing => vec![PlayerCommand::Pause],
                _ => Vec::new(),
            },
            Input::Nudged(by_secs) => self.nudge(by_secs),
            Input::Paced(pace) => self.pace(pace),
            Input::Looped(stretch) => {
                self.stretch = stretch.filter(|_| self.position_secs().is_some());
                Vec::new()
            }
            Input::SourceChanged { video, is_own } => match &mut self.moment {
                Some(moment) if moment.video != video => Vec::new(),
                None => Vec::new(),
                // What is up comes from where the video no longer does.
                Some(_) if self.away => self.take_down(),
                Some(moment) => {
                    // How long a part of a video is tells nothing about its times.
                    if is_own {
                        moment.two_ways = None;
                    }
                    self.load(Attempt::First)
                }
            },
        }
    }

    fn ask(&mut self, moment: Moment) -> Vec<PlayerCommand> {
        let same_video = self.moment.is_some_and(|last| last.video == moment.video);
        self.stretch = self.stretch.filter(|stretch| stretch.start == moment);
        self.moment = Some(moment);
        (self.away, self.waits) = (false, false);
        match self.phase {
            Phase::Ready(_) if same_video => self.go(),
            // The frame will be told once it answers: the last click wins.
            Phase::Loading(_) if same_video => Vec::new(),
            // Asking again would fail again; the link follows the moment.
            Phase::Failed(failure) if same_video && !failure.may_pass() => Vec::new(),
            _ => {
                self.retried = false;
                self.load(Attempt::First)
            }
        }
    }

    /// Only the first time: what plays or has failed is not in need of it.
    fn cue(&mut self, moment: Moment) -> Vec<PlayerCommand> {
        if self.phase != Phase::Idle {
            return Vec::new();
        }
        self.moment = Some(moment);
        (self.away, self.waits) = (false, true);
        self.load(Attempt::First)
    }

    fn toggle(&mut self) -> Vec<PlayerCommand> {
        let Phase::Ready(standing) = self.phase else { return Vec::new() };
        self.away = false;
        match standing.activity {
            Activity::Playing => vec![PlayerCommand::Pause],
            Activity::Waiting => {
                self.waits = false;
                self.go()
            }
            Activity::Paused | Activity::Ended => vec![PlayerCommand::Play],
        }
    }

    /// A player that does not play is moved all the same, and stays as it is.
    fn nudge(&mut self, by_secs: i32) -> Vec<PlayerCommand> {
        let (Phase::Ready(standing), Some(moment), Some(position)) =
            (self.phase, self.moment, self.position_secs())
        else {
            return Vec::new();
        };
        let last = standing.duration_secs.map_or(f64::MAX, |duration| (duration - 1.0).max(0.0));
        let secs = (position + f64::from(by_secs)).clamp(0.0, last);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it saturates")]
        let seconds = secs as u32;
        self.moment = Some(Moment { seconds, two_ways: None, ..moment });
        (self.sought, self.leads_up) = (Some(Sought { secs: seconds, reports: 0 }), false);
        vec![PlayerCommand::Seek(seconds)]
    }

    fn hear(&mut self, message: Message) -> Vec<PlayerCommand> {
        match (message, self.phase) {
            (Message::Error(number), phase) if phase != Phase::Idle => self.fail(number),
            (Message::Unreadable, _) => {
                self.phase = Phase::Failed(Failure::Unreadable);
                Vec::new()
            }
            (Message::Ready, Phase::Loading(_) | Phase::Failed(Failure::Silent)) => {
                self.phase = Phase::Ready(Standing { confirmed: true, ..Standing::default() });
                self.go()
            }
            (Message::Info(info), Phase::Loading(_) | Phase::Failed(Failure::Silent)) => {
                self.phase = Phase::Ready(Standing::default());
                // With the length, if it tells it: a file that is sent past its end begins anew.
                match self.inform(info) {
                    commands if commands.is_empty() => self.go(),
                    commands => commands,
                }
            }
            (Message::Ready, Phase::Ready(standing)) if !standing.confirmed => {
                self.phase = Phase::Ready(Standing { confirmed: true, ..standing });
                self.go()
            }
            (Message::Info(info), Phase::Ready(_)) => self.inform(info),
            _ => Vec::new(),
        }
    }

    fn inform(&mut self, info: Info) -> Vec<PlayerCommand> {
        let target = self.target_secs();
        let mut is_lost = false;
        if let Phase::Ready(standing) = &mut self.phase {
            let runs = info.time_secs.is_some_and(|now| now > standing.time_secs);
            standing.time_secs = info.time_secs.filter(is_time).unwrap_or(standing.time_secs);
            standing.duration_secs =
                info.duration_secs.filter(is_time).filter(|d| *d > 0.0).or(standing.duration_secs);
            let activity = info.activity.unwrap_or(standing.activity);
            let runs = runs && activity == Activity::Playing;
            (self.sought, is_lost) = sought_after(self.sought, info.time_secs, runs);
            // What is over is what played before, as long as it is on its way.
            if activity != Activity::Ended || self.sought.is_none() {
                standing.activity = activity;
            }
        }
        let now = self.target_secs();
        if let (Some(seconds), Some(moment)) = (now.filter(|_| now != target), &mut self.moment) {
            // One value from here on, for whoever asks what plays.
            moment.seconds = seconds;
        }
        // The length has just shown that the moment has to be read another way.
        if now != target || is_lost || self.is_over_again() { self.go() } else { Vec::new() }
    }

    /// Follows what leads up to the moment, and the stretch that is played again and again: whether
    /// that begins anew.
    fn is_over_again(&mut self) -> bool {
        let (Phase::Ready(standing), None) = (self.phase, self.sought) else { return false };
        let (time_secs, activity, lead) = (standing.time_secs, standing.activity, self.pace.lead);
        let is_before = |moment: Moment| time_secs < f64::from(moment.seconds);
        self.leads_up = self.leads_up && self.moment.is_some_and(is_before);
        let Some(stretch) = self.stretch.filter(|_| activity != Activity::Waiting) else {
            return false;
        };
        let stretch_state = stretch_state(stretch, time_secs, lead.secs(), activity);
        match stretch_state {
            StretchState::Goes => {}
            StretchState::Again => self.moment = Some(stretch.start),
            StretchState::Left => self.stretch = None,
        }
        stretch_state == StretchState::Again
    }

    fn pace(&mut self, pace: Pace) -> Vec<PlayerCommand> {
        let before = std::mem::replace(&mut self.pace, pace);
        match self.phase {
            Phase::Ready(_) if before.speed != pace.speed => vec![PlayerCommand::Speed(pace.speed)],
            _ => Vec::new(),
        }
    }

    fn overdue(&mut self) -> Vec<PlayerCommand> {
        match self.phase {
            Phase::Loading(Attempt::First) => self.load(Attempt::Second),
            Phase::Loading(Attempt::Second) => {
                self.phase = Phase::Failed(Failure::Silent);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// A player that works stays up for the next moment; one that does not is taken down.
    fn put_away(&mut self) -> Vec<PlayerCommand> {
        self.away = true;
        if let Phase::Ready(_) = self.phase {
            return vec![PlayerCommand::Pause];
        }
        self.take_down()
    }

    /// Takes the frame down. How the reader watches stays.
    fn take_down(&mut self) -> Vec<PlayerCommand> {
        *self = Self { away: true, pace: self.pace, ..Self::default() };
        vec![PlayerCommand::Unload]
    }

    fn fail(&mut self, number: u32) -> Vec<PlayerCommand> {
        let failure = Failure::of(number);
        if failure == Failure::Fault && !self.retried {
            self.retried = true;
            return self.load(Attempt::Second);
        }
        self.phase = Phase::Failed(failure);
        Vec::new()
    }

    fn load(&mut self, attempt: Attempt) -> Vec<PlayerCommand> {
        self.phase = Phase::Loading(attempt);
        self.sought = None;
        let command = if self.waits { PlayerCommand::Cue } else { PlayerCommand::Load };
        let lead = self.pace.lead;
        let start = |moment: Moment| Moment { seconds: lead.before(moment.seconds), ..moment };
        self.moment.map(start).map(command).into_iter().collect()
    }

    fn go(&mut self) -> Vec<PlayerCommand> {
        let lead = self.pace.lead;
        let target = self.target_secs().filter(|_| !self.waits).map(|secs| lead.before(secs));
        self.leads_up = target.is_some() && lead.secs() > 0;
        let reports = self.sought.filter(|sought| Some(sought.secs) == target);
        let reports = reports.map_or(0, |sought| sought.reports);
        self.sought = target.map(|secs| Sought { secs, reports });
        if let Phase::Ready(standing) = &mut self.phase
            && target.is_some()
            && standing.activity == Activity::Ended
        {
            standing.activity = Activity::Waiting;
        }
        match target {
            Some(secs) => {
                let mut commands = vec![PlayerCommand::Seek(secs), PlayerCommand::Play];
                // A fresh player knows the video's own speed alone.
                if self.pace.speed != Speed::NORMAL {
                    commands.push(PlayerCommand::Speed(self.pace.speed));
                }
                commands
            }
            // Whatever plays is not what was asked for.
            None if self.is_past_end() && self.activity() == Activity::Playing => {
                vec![PlayerCommand::Pause]
            }
            None => Vec::new(),
        }
    }
}

fn is_time(secs: &f64) -> bool {
    secs.is_finite() && *secs >= 0.0
}
