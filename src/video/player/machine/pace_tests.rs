//! How the machine is watched: how fast, from how early on, again and again.

use super::*;
use crate::video::VideoId;
use crate::video::player::pace::Lead;

const A: &str = "7gaPPrAd7nc";
const READY: Input = Input::Heard(Message::Ready);

fn moment(video: &str, seconds: u32) -> Moment {
    Moment { video: VideoId::parse(video).unwrap(), seconds, two_ways: None }
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

fn paced(speed: &str, lead: &str) -> Input {
    Input::Paced(Pace { speed: Speed::from_text(speed), lead: Lead::from_text(lead) })
}

fn at(time_secs: f64, activity: Activity) -> Input {
    let time_secs = Some(time_secs);
    Input::Heard(Message::Info(Info { time_secs, duration_secs: None, activity: Some(activity) }))
}

#[test]
fn a_speed_is_told_when_it_changes_and_to_every_fresh_player() {
    let (asked, fast) = (Input::Asked(moment(A, 10)), Speed::from_text("1.5"));
    let cases: [(&[Input], Vec<PlayerCommand>); 6] = [
        (&[paced("1.5", "0")], vec![]),
        (&[asked, paced("1.5", "0")], vec![]),
        (&[asked, READY, paced("1.5", "0")], vec![PlayerCommand::Speed(fast)]),
        (&[asked, READY, paced("1.5", "0"), paced("1.5", "3")], vec![]),
        (
            &[asked, READY, paced("1.5", "0"), paced("1", "0")],
            vec![PlayerCommand::Speed(Speed::NORMAL)],
        ),
        (
            &[paced("1.5", "0"), asked, Input::PutAway, asked, READY],
            vec![PlayerCommand::Seek(10), PlayerCommand::Play, PlayerCommand::Speed(fast)],
        ),
    ];
    for (inputs, want) in cases {
        assert_eq!(run(inputs).1, want, "{inputs:?}");
    }
}

#[test]
fn a_lead_starts_earlier_and_names_the_moment_that_it_leads_up_to() {
    let asked = Input::Asked(moment(A, 100));
    let early = [paced("1", "10"), asked];
    assert_eq!(run(&early).1, [PlayerCommand::Load(moment(A, 90))]);
    let playing = |time_secs| at(time_secs, Activity::Playing);
    let steps = |inputs: &[Input]| run(&[&early[..], &[READY], inputs].concat());
    assert_eq!(steps(&[]).1, [PlayerCommand::Seek(90), PlayerCommand::Play]);
    let cases: [(&[Input], f64, f64); 5] = [
        (&[playing(90.2)], 90.2, 100.0),
        (&[playing(90.2), playing(99.0)], 99.0, 100.0),
        (&[playing(90.2), playing(101.0)], 101.0, 101.0),
        // Back before it is elsewhere.
        (&[playing(90.2), playing(101.0), playing(95.0)], 95.0, 95.0),
        (&[playing(90.2), playing(92.0), Input::Nudged(5)], 97.0, 97.0),
    ];
    for (inputs, position, said) in cases {
        let (player, _) = steps(inputs);
        assert_eq!((player.position_secs(), player.said_secs()), (Some(position), Some(said)));
        assert_eq!(player.moment().map(|moment| moment.seconds >= 97), Some(true));
    }
}

#[test]
fn a_stretch_plays_again_and_again_until_someone_goes_elsewhere() {
    let start = moment(A, 100);
    let stretch = Stretch { start, end_secs: 130 };
    let playing = |time_secs| at(time_secs, Activity::Playing);
    let begun = [Input::Asked(start), READY, playing(100.0), Input::Looped(Some(stretch))];
    let again = vec![PlayerCommand::Seek(100), PlayerCommand::Play];
    let cases: [(&[Input], Vec<PlayerCommand>, bool); 8] = [
        (&[playing(129.0)], vec![], true),
        (&[playing(129.9), playing(130.1)], again.clone(), true),
        // It is on its way back, and not over once more.
        (&[playing(130.1), playing(130.2)], vec![], true),
        (&[at(129.0, Activity::Ended)], again.clone(), true),
        (&[playing(200.0)], vec![], false),
        (&[playing(50.0)], vec![], false),
        (
            &[Input::Asked(moment(A, 300))],
            vec![PlayerCommand::Seek(300), PlayerCommand::Play],
            false,
        ),
        (&[Input::Looped(None), playing(130.1)], vec![], false),
    ];
    for (inputs, want, goes_on) in cases {
        let (player, commands) = run(&[&begun[..], inputs].concat());
        assert_eq!((commands, player.stretch().is_some()), (want, goes_on), "{inputs:?}");
    }
    assert_eq!(run(&[Input::Looped(Some(stretch))]).0.stretch(), None, "nothing plays");
}
