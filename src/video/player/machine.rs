//! Clicks, messages and deadlines in, commands out.

use super::{Attempt, Command, Failure, Info, Input, Message, Moment, Phase, Standing};

/// The player.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Player {
    phase: Phase,
    moment: Option<Moment>,
    /// Whether the video was loaded again after error 5.
    retried: bool,
    away: bool,
}

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
        let duration = match self.phase {
            Phase::Ready(standing) => standing.duration_secs,
            _ => None,
        };
        fitting(moment, duration)
    }

    /// Takes what happened and says what is to be done, in order.
    pub fn step(&mut self, input: Input) -> Vec<Command> {
        match input {
            Input::Asked(moment) => self.ask(moment),
            Input::Heard(message) => self.hear(message),
            Input::Overdue => self.overdue(),
            Input::PutAway => self.put_away(),
        }
    }

    fn ask(&mut self, moment: Moment) -> Vec<Command> {
        let same_video = self.moment.is_some_and(|last| last.video == moment.video);
        self.moment = Some(moment);
        self.away = false;
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

    fn hear(&mut self, message: Message) -> Vec<Command> {
        match (message, self.phase) {
            (Message::Error(number), phase) if phase != Phase::Idle => self.fail(number),
            (Message::Ready, Phase::Loading(_) | Phase::Failed(Failure::Silent)) => {
                self.phase = Phase::Ready(Standing { confirmed: true, ..Standing::default() });
                self.go()
            }
            (Message::Info(info), Phase::Loading(_) | Phase::Failed(Failure::Silent)) => {
                self.phase = Phase::Ready(Standing::default());
                let mut commands = self.go();
                commands.extend(self.inform(info));
                commands
            }
            (Message::Ready, Phase::Ready(standing)) if !standing.confirmed => {
                self.phase = Phase::Ready(Standing { confirmed: true, ..standing });
                self.go()
            }
            (Message::Info(info), Phase::Ready(_)) => self.inform(info),
            _ => Vec::new(),
        }
    }

    fn inform(&mut self, info: Info) -> Vec<Command> {
        let target = self.target_secs();
        if let Phase::Ready(standing) = &mut self.phase {
            standing.time_secs = info.time_secs.filter(is_time).unwrap_or(standing.time_secs);
            standing.duration_secs =
                info.duration_secs.filter(is_time).filter(|d| *d > 0.0).or(standing.duration_secs);
            standing.activity = info.activity.unwrap_or(standing.activity);
        }
        // The length has just shown that the moment has to be read another way.
        if self.target_secs() == target { Vec::new() } else { self.go() }
    }

    fn overdue(&mut self) -> Vec<Command> {
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
    fn put_away(&mut self) -> Vec<Command> {
        self.away = true;
        if let Phase::Ready(_) = self.phase {
            return vec![Command::Pause];
        }
        *self = Self { away: true, ..Self::default() };
        vec![Command::Unload]
    }

    fn fail(&mut self, number: u32) -> Vec<Command> {
        let failure = Failure::of(number);
        if failure == Failure::Fault && !self.retried {
            self.retried = true;
            return self.load(Attempt::Second);
        }
        self.phase = Phase::Failed(failure);
        Vec::new()
    }

    fn load(&mut self, attempt: Attempt) -> Vec<Command> {
        self.phase = Phase::Loading(attempt);
        self.moment.map(Command::Load).into_iter().collect()
    }

    fn go(&self) -> Vec<Command> {
        self.target_secs().map_or_else(Vec::new, |secs| vec![Command::Seek(secs), Command::Play])
    }
}

/// The reading of a moment that lies inside a video of this length.
fn fitting(moment: Moment, duration_secs: Option<f64>) -> Option<u32> {
    let fits = |secs: &u32| duration_secs.is_none_or(|duration| f64::from(*secs) < duration);
    Some(moment.seconds).filter(fits).or(moment.if_past_end.filter(fits))
}

fn is_time(secs: &f64) -> bool {
    secs.is_finite() && *secs >= 0.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::video::VideoId;

    fn moment(video: &str, seconds: u32) -> Moment {
        Moment { video: VideoId::parse(video).unwrap(), seconds, if_past_end: None }
    }

    const A: &str = "7gaPPrAd7nc";
    const B: &str = "aaaaaaaaaaa";
    const READY: Input = Input::Heard(Message::Ready);

    fn info(duration: f64) -> Input {
        let info = Info { time_secs: Some(1.5), duration_secs: Some(duration), activity: None };
        Input::Heard(Message::Info(info))
    }

    /// Runs inputs and returns the commands of the last one.
    fn run(inputs: &[Input]) -> (Player, Vec<Command>) {
        let mut player = Player::default();
        let mut last = Vec::new();
        for input in inputs {
            last = player.step(*input);
        }
        (player, last)
    }

    #[test]
    fn fault_14_the_last_click_wins_before_the_player_is_ready() {
        let asked = |secs| Input::Asked(moment(A, secs));
        assert_eq!(run(&[asked(10)]).1, [Command::Load(moment(A, 10))]);
        assert_eq!(run(&[asked(10), asked(20)]).1, []);
        let (_, commands) = run(&[asked(10), asked(20), asked(30), READY]);
        assert_eq!(commands, [Command::Seek(30), Command::Play]);
        let (_, commands) = run(&[asked(10), READY, asked(40)]);
        assert_eq!(commands, [Command::Seek(40), Command::Play]);
        let (_, commands) = run(&[asked(10), Input::Asked(moment(B, 5))]);
        assert_eq!(commands, [Command::Load(moment(B, 5))]);
    }

    #[test]
    fn fault_14_a_moment_past_the_end_is_read_another_way_or_not_at_all() {
        let mut asked = moment(A, 19_440);
        assert_eq!(run(&[Input::Asked(asked), READY, info(4000.0)]).0.target_secs(), None);
        asked.if_past_end = Some(324);
        let (player, commands) = run(&[Input::Asked(asked), READY, info(4000.0)]);
        assert_eq!(commands, [Command::Seek(324), Command::Play]);
        assert_eq!(player.target_secs(), Some(324));
    }

    #[test]
    fn fault_08_a_silent_frame_is_loaded_again_and_then_given_up() {
        let asked = Input::Asked(moment(A, 10));
        assert_eq!(run(&[asked, Input::Overdue]).1, [Command::Load(moment(A, 10))]);
        let (player, commands) = run(&[asked, Input::Overdue, Input::Overdue]);
        assert_eq!((player.phase(), commands), (Phase::Failed(Failure::Silent), vec![]));
        // It answers after all, or someone tries again.
        let (player, _) = run(&[asked, Input::Overdue, Input::Overdue, READY]);
        assert!(matches!(player.phase(), Phase::Ready(_)));
        let (_, commands) = run(&[asked, Input::Overdue, Input::Overdue, asked]);
        assert_eq!(commands, [Command::Load(moment(A, 10))]);
        assert_eq!(run(&[asked, READY, Input::Overdue]).1, []);
    }

    #[test]
    fn faults_9_to_13_each_error_has_its_reason() {
        let asked = Input::Asked(moment(A, 10));
        let error = |number| Input::Heard(Message::Error(number));
        let cases = [
            (2, Failure::BadId),
            (100, Failure::Gone),
            (101, Failure::NotEmbeddable),
            (150, Failure::NotEmbeddable),
            (153, Failure::NoReferrer),
            (7, Failure::Other(7)),
        ];
        for (number, failure) in cases {
            let (player, _) = run(&[asked, READY, error(number)]);
            assert_eq!(player.phase(), Phase::Failed(failure));
        }
        // A gone video is not asked for again, another one is.
        let (player, commands) = run(&[asked, error(100), Input::Asked(moment(A, 20))]);
        assert_eq!((player.moment(), commands), (Some(moment(A, 20)), vec![]));
        assert!(!run(&[asked, error(100), Input::Asked(moment(B, 20))]).1.is_empty());
        // A player fault gets one more try.
        assert_eq!(run(&[asked, READY, error(5)]).1, [Command::Load(moment(A, 10))]);
        let (player, _) = run(&[asked, READY, error(5), READY, error(5)]);
        assert_eq!(player.phase(), Phase::Failed(Failure::Fault));
    }

    #[test]
    fn put_away_it_is_silent_until_something_is_asked_for() {
        let asked = Input::Asked(moment(A, 10));
        let (player, commands) = run(&[asked, READY, Input::PutAway]);
        assert_eq!((player.is_away(), commands), (true, vec![Command::Pause]));
        let (player, commands) = run(&[asked, READY, Input::PutAway, asked]);
        assert_eq!((player.is_away(), commands), (false, vec![Command::Seek(10), Command::Play]));
        let (player, commands) = run(&[asked, Input::PutAway]);
        assert_eq!((player.phase(), commands), (Phase::Idle, vec![Command::Unload]));
    }

    #[test]
    fn an_unconfirmed_player_is_told_again_once_it_confirms() {
        let asked = Input::Asked(moment(A, 10));
        let go = [Command::Seek(10), Command::Play];
        assert_eq!(run(&[asked, info(100.0)]).1, go);
        assert_eq!(run(&[asked, info(100.0), READY]).1, go);
        assert_eq!(run(&[asked, info(100.0), READY, READY]).1, []);
        assert_eq!(run(&[READY]).1, []);
    }
}
