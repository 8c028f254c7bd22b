//! All that notes say in one video, in the order in which it is said.

use crate::note::{ClaimId, NoteId, Stamp};
use crate::sorting;
use crate::vault::Vault;
use crate::video::VideoId;
use crate::video::player::Moment;

/// A player that is sent to a second may say that it stands a little before it.
const TOLERANCE_SECS: f64 = 0.5;

/// A claim at one of its seconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// When it is said.
    pub moment: Moment,
    /// The note that says so.
    pub note: NoteId,
    /// The number of the claim in its note.
    pub claim: ClaimId,
}

/// All that notes say in one video, in the order in which it is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Track {
    points: Vec<Point>,
}

impl Track {
    /// What the notes of a vault say in a video. Once its length in seconds is known, times past
    /// the end are read another way, or left out.
    #[must_use]
    pub fn of(vault: &Vault, video: VideoId, duration_secs: Option<f64>) -> Self {
        let mut points = Vec::new();
        for note in vault.notes().iter().filter(|note| note.names(video)) {
            for (claim, number) in note.claims().iter().zip(0..) {
                let written = claim.stamps.iter().filter_map(Stamp::moment);
                for written in written.filter(|written| written.video == video) {
                    let Some(seconds) = written.fitting(duration_secs) else { continue };
                    let moment = Moment { seconds, ..written };
                    points.push(Point { moment, note: note.id.clone(), claim: ClaimId(number) });
                }
            }
        }
        // A stable sort: what is said at one second stays in the order of reading.
        sorting::sort_by_key(&mut points, |point| point.moment.seconds);
        points.dedup();
        Self { points }
    }

    /// Every claim at every second of it, in order.
    #[must_use]
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// What is said when a player stands at `time_secs`: the claims of the last second that has
    /// any, none before the first.
    #[must_use]
    pub fn said_at(&self, time_secs: f64) -> &[Point] {
        let reached = |point: &Point| f64::from(point.moment.seconds) <= time_secs + TOLERANCE_SECS;
        let end = self.points.partition_point(reached);
        let reached = self.points.get(..end).unwrap_or_default();
        let Some(last) = reached.last() else { return &[] };
        let start = reached.partition_point(|point| point.moment.seconds < last.moment.seconds);
        reached.get(start..).unwrap_or_default()
    }

    /// The moment at which the next claim is said, when a player stands at `time_secs`.
    #[must_use]
    pub fn next(&self, time_secs: f64) -> Option<Moment> {
        let is_later =
            |point: &&Point| f64::from(point.moment.seconds) > time_secs + TOLERANCE_SECS;
        self.points.iter().find(is_later).map(|point| point.moment)
    }

    /// The moment at which the claim was said that came before the one that is said at
    /// `time_secs`.
    #[must_use]
    pub fn previous(&self, time_secs: f64) -> Option<Moment> {
        let now = self.said_at(time_secs).first()?.moment.seconds;
        self.points.iter().rev().find(|point| point.moment.seconds < now).map(|point| point.moment)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::note::Note;

    const VIDEO: &str = "aaaaaaaaaaa";

    fn vault(texts: &[&str]) -> Vault {
        let read = |(text, number): (&&str, u32)| {
            let text = ["---\nvideoId: ", VIDEO, "\n---\n", text].concat();
            Note::read(&format!("{number}.md"), &text)
        };
        Vault::of(texts.iter().zip(0..).map(read).collect())
    }

    fn track(duration_secs: Option<f64>) -> Track {
        let vault = vault(&[
            "- Knead [0:10] [0:40]\n- Rest [0:10]\n- Bake [1:00]\n- Cool [01:05:00]",
            "- Taste [0:20]\n- Elsewhere [0:15](https://youtu.be/bbbbbbbbbbb?t=15)",
        ]);
        Track::of(&vault, VideoId::parse(VIDEO).unwrap(), duration_secs)
    }

    fn names(points: &[Point]) -> String {
        let name =
            |point: &Point| format!("{}{}@{}", point.note, point.claim.0, point.moment.seconds);
        points.iter().map(name).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_claims_of_all_notes_stand_in_the_order_of_the_video() {
        assert_eq!(names(track(None).points()), "00@10 01@10 10@20 00@40 02@60 03@3900");
    }

    #[test]
    fn fault_14_a_time_past_the_end_is_read_another_way_or_left_out() {
        assert_eq!(names(track(Some(62.0)).points()), "00@10 01@10 10@20 00@40 02@60");
        assert_eq!(names(track(Some(90.0)).points()), "00@10 01@10 10@20 00@40 02@60 03@65");
    }

    #[test]
    fn what_is_said_at_a_second_is_what_began_last() {
        let cases = [
            (0.0, "", Some(10), None),
            (9.4, "", Some(10), None),
            // A player stops a little early.
            (9.6, "00@10 01@10", Some(20), None),
            (10.0, "00@10 01@10", Some(20), None),
            (19.0, "00@10 01@10", Some(20), None),
            (20.0, "10@20", Some(40), Some(10)),
            (59.0, "00@40", Some(60), Some(20)),
            (60.0, "02@60", Some(3900), Some(40)),
            (5000.0, "03@3900", None, Some(60)),
        ];
        let track = track(None);
        for (time_secs, said, next, previous) in cases {
            let seconds = |moment: Option<Moment>| moment.map(|moment| moment.seconds);
            assert_eq!(names(track.said_at(time_secs)), said, "{time_secs}");
            assert_eq!(seconds(track.next(time_secs)), next, "after {time_secs}");
            assert_eq!(seconds(track.previous(time_secs)), previous, "before {time_secs}");
        }
    }
}
