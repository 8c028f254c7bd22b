//! The machine, step by step.

use super::*;
use crate::video::{TwoWays, VideoId};

fn moment(video: &str, seconds: u32) -> Moment {
    Moment { video: VideoId::parse(video).unwrap(), seconds, two_ways: None }
}

const A: &str = "7gaPPrAd7nc";
const B: &str = "aaaaaaaaaaa";
const READY: Input = Input::Heard(Message::Ready);

fn info(duration: f64) -> Input {
    let info = Info { time_secs: Some(1.5), duration_secs: Some(duration), activity: None };
    Input::Heard(Message::Info(info))
}

/// Runs inputs and returns the commands of the last one.
fn run(inputs: &[Input]) -> (Player, Vec<PlayerCommand>) {
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
    assert_eq!(run(&[asked(10)]).1, [PlayerCommand::Load(moment(A, 10))]);
    assert_eq!(run(&[asked(10), asked(20)]).1, []);
    let (_, commands) = run(&[asked(10), asked(20), asked(30), READY]);
    assert_eq!(commands, [PlayerCommand::Seek(30), PlayerCommand::Play]);
    let (_, commands) = run(&[asked(10), READY, asked(40)]);
    assert_eq!(commands, [PlayerCommand::Seek(40), PlayerCommand::Play]);
    let (_, commands) = run(&[asked(10), Input::Asked(moment(B, 5))]);
    assert_eq!(commands, [PlayerCommand::Load(moment(B, 5))]);
}

#[test]
fn fault_14_a_moment_past_the_end_is_read_another_way_or_not_at_all() {
    let mut asked = moment(A, 19_440);
    assert_eq!(run(&[Input::Asked(asked), READY, info(4000.0)]).0.target_secs(), None);
    let (hours_secs, minutes_up_to_secs) = (19_440, 19_440);
    asked.two_ways = Some(TwoWays { hours_secs, minutes_secs: 324, minutes_up_to_secs });
    let (player, commands) = run(&[Input::Asked(asked), READY, info(4000.0)]);
    assert_eq!(commands, [PlayerCommand::Seek(324), PlayerCommand::Play]);
    assert_eq!(player.target_secs(), Some(324));
    assert_eq!(player.moment().map(|moment| moment.seconds), Some(324));
}

#[test]
fn fault_08_a_silent_frame_is_loaded_again_and_then_given_up() {
    let asked = Input::Asked(moment(A, 10));
    assert_eq!(run(&[asked, Input::Overdue]).1, [PlayerCommand::Load(moment(A, 10))]);
    let (player, commands) = run(&[asked, Input::Overdue, Input::Overdue]);
    assert_eq!((player.phase(), commands), (Phase::Failed(Failure::Silent), vec![]));
    // It answers after all, or someone tries again.
    let (player, _) = run(&[asked, Input::Overdue, Input::Overdue, READY]);
    assert!(matches!(player.phase(), Phase::Ready(_)));
    let (_, commands) = run(&[asked, Input::Overdue, Input::Overdue, asked]);
    assert_eq!(commands, [PlayerCommand::Load(moment(A, 10))]);
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
    assert_eq!(run(&[asked, READY, error(5)]).1, [PlayerCommand::Load(moment(A, 10))]);
    let (player, _) = run(&[asked, READY, error(5), READY, error(5)]);
    assert_eq!(player.phase(), Phase::Failed(Failure::Fault));
}

#[test]
fn put_away_it_is_silent_until_something_is_asked_for() {
    let asked = Input::Asked(moment(A, 10));
    let (player, commands) = run(&[asked, READY, Input::PutAway]);
    assert_eq!((player.is_away(), commands), (true, vec![PlayerCommand::Pause]));
    let (player, commands) = run(&[asked, READY, Input::PutAway, asked]);
    assert_eq!(
        (player.is_away(), commands),
        (false, vec![PlayerCommand::Seek(10), PlayerCommand::Play])
    );
    let (player, commands) = run(&[asked, Input::PutAway]);
    assert_eq!((player.phase(), commands), (Phase::Idle, vec![PlayerCommand::Unload]));
}

#[test]
fn an_unconfirmed_player_is_told_again_once_it_confirms() {
    let asked = Input::Asked(moment(A, 10));
    let go = [PlayerCommand::Seek(10), PlayerCommand::Play];
    assert_eq!(run(&[asked, info(100.0)]).1, go);
    assert_eq!(run(&[asked, info(100.0), READY]).1, go);
    assert_eq!(run(&[asked, info(100.0), READY, READY]).1, []);
    assert_eq!(run(&[READY]).1, []);
}

/// A player that plays at this second of 4000.
fn runs_at(secs: f64) -> Input {
    let info = Info {
        time_secs: Some(secs),
        duration_secs: Some(4000.0),
        activity: Some(Activity::Playing),
    };
    Input::Heard(Message::Info(info))
}

#[test]
fn it_stands_where_it_was_sent_until_it_is_there() {
    let asked = |secs| Input::Asked(moment(A, secs));
    let cases: [(&[Input], Option<f64>); 7] = [
        (&[], None),
        (&[asked(10)], Some(10.0)),
        (&[asked(10), READY], Some(10.0)),
        (&[asked(10), READY, runs_at(10.2)], Some(10.2)),
        // An old report after a new click.
        (&[asked(10), READY, runs_at(10.2), asked(90), runs_at(10.4)], Some(90.0)),
        (&[asked(10), READY, runs_at(10.2), asked(90), runs_at(89.0)], Some(89.0)),
        (&[asked(10), Input::Heard(Message::Error(100))], None),
    ];
    for (inputs, position) in cases {
        assert_eq!(run(inputs).0.position_secs(), position, "{inputs:?}");
    }
}

#[test]
fn fault_14_a_seek_that_an_advertisement_swallows_is_made_again() {
    let asked = Input::Asked(moment(A, 900));
    let mut player = run(&[asked, READY]).0;
    // While it runs the time stands still.
    for _ in 0..100 {
        assert_eq!(player.step(runs_at(0.5)), []);
    }
    let mut again = 0;
    for report in 0..600 {
        let commands = player.step(runs_at(1.0 + f64::from(report) / 4.0));
        if !commands.is_empty() {
            assert_eq!(commands, [PlayerCommand::Seek(900), PlayerCommand::Play]);
            again += 1;
        }
    }
    assert_eq!(again, 7, "at longer and longer intervals, and then no more");
    assert!(player.position_secs() < Some(200.0), "it is where it says");
}

#[test]
fn keys_move_it_and_hold_it() {
    let asked = Input::Asked(moment(A, 10));
    let paused =
        Input::Heard(Message::Info(Info { activity: Some(Activity::Paused), ..Info::default() }));
    let cases: [(&[Input], &[PlayerCommand]); 9] = [
        (&[Input::Toggled], &[]),
        (&[Input::Nudged(5)], &[]),
        (&[asked, READY, runs_at(10.0), Input::Toggled], &[PlayerCommand::Pause]),
        (&[asked, READY, runs_at(10.0), paused, Input::Toggled], &[PlayerCommand::Play]),
        (&[asked, READY, runs_at(10.0), paused, Input::Paused], &[]),
        (&[asked, READY, runs_at(12.9), Input::Nudged(10)], &[PlayerCommand::Seek(22)]),
        (&[asked, READY, runs_at(12.9), Input::Nudged(-30)], &[PlayerCommand::Seek(0)]),
        (&[asked, READY, runs_at(12.9), Input::Nudged(9999)], &[PlayerCommand::Seek(3999)]),
        // One after the other they add up, before the player has said anything.
        (
            &[asked, READY, runs_at(10.0), Input::Nudged(10), Input::Nudged(10)],
            &[PlayerCommand::Seek(30)],
        ),
    ];
    for (inputs, commands) in cases {
        assert_eq!(run(inputs).1, commands, "{inputs:?}");
    }
}

#[test]
fn a_player_that_is_there_beforehand_waits() {
    let cued = Input::Cued(moment(A, 10));
    assert_eq!(run(&[cued]).1, [PlayerCommand::Cue(moment(A, 10))]);
    assert_eq!(run(&[cued, READY]).1, []);
    assert_eq!(run(&[cued, READY]).0.position_secs(), Some(10.0));
    assert_eq!(run(&[cued, Input::Overdue]).1, [PlayerCommand::Cue(moment(A, 10))]);
    let go = [PlayerCommand::Seek(10), PlayerCommand::Play];
    assert_eq!(run(&[cued, READY, Input::Toggled]).1, go);
    assert_eq!(run(&[cued, READY, Input::Asked(moment(A, 10))]).1, go);
    // What plays is left alone.
    assert_eq!(run(&[Input::Asked(moment(A, 10)), READY, Input::Cued(moment(B, 1))]).1, []);
}

#[test]
fn another_source_takes_over_where_the_video_is_up() {
    let asked = Input::Asked(moment(A, 10));
    let changed = |video| {
        let video = VideoId::parse(video).unwrap();
        Input::SourceChanged { video, is_own: false }
    };
    assert_eq!(run(&[asked, READY, changed(A)]).1, [PlayerCommand::Load(moment(A, 10))]);
    assert_eq!(run(&[asked, READY, changed(B)]).1, []);
    assert_eq!(run(&[changed(A)]).1, []);
    assert_eq!(run(&[asked, READY, Input::PutAway, changed(A)]).1, [PlayerCommand::Unload]);
    assert_eq!(run(&[asked, READY, Input::PutAway, changed(B)]).1, []);
}

#[test]
fn what_lies_past_the_end_of_a_file_of_ones_own_is_not_played() {
    let video = VideoId::parse(A).unwrap();
    let own = Input::SourceChanged { video, is_own: true };
    let (hours_secs, minutes_up_to_secs) = (742, 742);
    let two = TwoWays { hours_secs, minutes_secs: 12, minutes_up_to_secs };
    let asked = Moment { two_ways: Some(two), ..moment(A, 742) };
    let plays_at = |time_secs| {
        let activity = Some(Activity::Playing);
        let info = Info { time_secs: Some(time_secs), duration_secs: Some(40.0), activity };
        Input::Heard(Message::Info(info))
    };
    // YouTube's video may be read another way, a part of it not.
    let (player, commands) = run(&[Input::Asked(asked), READY, info(40.0)]);
    assert_eq!(
        (player.target_secs(), commands),
        (Some(12), vec![PlayerCommand::Seek(12), PlayerCommand::Play])
    );
    let (player, commands) = run(&[Input::Asked(asked), READY, own, info(40.0)]);
    assert_eq!((player.is_past_end(), commands), (true, vec![]));
    // It is not even sent there: its own player would begin anew.
    assert_eq!(run(&[Input::Asked(moment(A, 742)), info(40.0)]).1, []);
    // What plays stops, and goes on with what is asked for next.
    let before = [Input::Asked(moment(A, 5)), READY, plays_at(5.2)];
    let (player, commands) = run(&[before.as_slice(), &[Input::Asked(moment(A, 742))]].concat());
    assert_eq!((player.is_past_end(), commands), (true, vec![PlayerCommand::Pause]));
    let after = [Input::Asked(moment(A, 742)), Input::Asked(moment(A, 7))];
    let (player, commands) = run(&[before.as_slice(), &after].concat());
    assert_eq!(
        (player.is_past_end(), commands),
        (false, vec![PlayerCommand::Seek(7), PlayerCommand::Play])
    );
}

#[test]
fn a_video_that_is_over_and_sent_on_is_not_over_any_more() {
    let ended = |time_secs| {
        let activity = Some(Activity::Ended);
        let info = Info { time_secs: Some(time_secs), duration_secs: Some(60.0), activity };
        Input::Heard(Message::Info(info))
    };
    let over = [Input::Asked(moment(A, 50)), READY, runs_at(50.1), ended(60.0)];
    assert_eq!(run(&over).0.activity(), Activity::Ended);
    let sent_on = [over.as_slice(), &[Input::Asked(moment(A, 5))]].concat();
    assert_eq!(run(&sent_on).0.activity(), Activity::Waiting);
    // It has not heard of that yet.
    let (late, _) = run(&[sent_on.as_slice(), &[ended(60.0)]].concat());
    assert_eq!((late.activity(), late.position_secs()), (Activity::Waiting, Some(5.0)));
    let (there, _) = run(&[sent_on.as_slice(), &[ended(60.0), runs_at(5.2)]].concat());
    assert_eq!((there.activity(), there.position_secs()), (Activity::Playing, Some(5.2)));
    // Sent to the very end it is over.
    let (end, _) = run(&[over.as_slice(), &[Input::Asked(moment(A, 59)), ended(60.0)]].concat());
    assert_eq!(end.activity(), Activity::Ended);
}
