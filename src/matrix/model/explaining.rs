//! Which of a placement's moments explains the skill: a speaker who counts up “communicate, prioritize,
//! execute” has proved none of the three.

use rustc_hash::FxHashMap;

use crate::matrix::{LevelId, Skill};
use crate::note::{NoteId, Scale, Stamp};
use crate::sorting;
use crate::video::VideoId;

/// Moments of several skills that lie no further apart than this are a list that is counted up, in seconds.
const COUNTED_UP_SECS: u32 = 5;

/// Where a list stands: its note, its section, its level.
type List = (NoteId, usize, Option<LevelId>);

/// When a list names which of its skills: second, video, and the place of the skill, sorted.
type Moments = Vec<(u32, Option<VideoId>, usize)>;

/// Chooses the moment that explains for every placement.
pub(in crate::matrix) fn settle(skills: &mut [Skill]) {
    let mut lists: FxHashMap<List, Moments> = FxHashMap::default();
    for (skill, place) in skills.iter().zip(0..) {
        // What was chosen from a list is not counted up in it.
        for placement in skill.placements.iter().filter(|placement| !placement.is_chosen()) {
            let list = (placement.note.clone(), placement.section, placement.level);
            let moments = placement.stamps.iter().map(|stamp| (stamp.seconds, stamp.video, place));
            lists.entry(list).or_default().extend(moments);
        }
    }
    lists.values_mut().for_each(|moments| sorting::sort_by(moments, Ord::cmp));
    for (skill, place) in skills.iter_mut().zip(0..) {
        for placement in &mut skill.placements {
            let list = (placement.note.clone(), placement.section, placement.level);
            let moments = lists.get(&list).map_or(&[][..], Vec::as_slice);
            let is_doubtful = |stamp: &Stamp| {
                (
                    stamp.is_past_end,
                    matches!(stamp.scale, Scale::Open(_)),
                    is_counted_up(stamp, place, moments),
                )
            };
            // Of those alike the first as it is written.
            let best =
                placement.stamps.iter().enumerate().min_by_key(|(_, stamp)| is_doubtful(stamp));
            placement.explaining = best.map_or(0, |(place, _)| place);
        }
    }
}

/// Whether the list names another skill within a few seconds.
fn is_counted_up(stamp: &Stamp, own: usize, moments: &[(u32, Option<VideoId>, usize)]) -> bool {
    let from = stamp.seconds.saturating_sub(COUNTED_UP_SECS);
    let until = stamp.seconds.saturating_add(COUNTED_UP_SECS);
    let start = moments.partition_point(|(seconds, ..)| *seconds < from);
    let near = moments.iter().skip(start).take_while(|(seconds, ..)| *seconds <= until);
    near.into_iter().any(|(_, video, skill)| *video == stamp.video && *skill != own)
}

#[cfg(test)]
mod tests {
    use crate::matrix::Matrix;
    use crate::note::Note;
    use crate::vault::Vault;

    /// A note's list, and its skills with the seconds that explain them.
    type Case<'a> = (&'a str, &'a [(&'a str, Option<u32>)]);

    #[test]
    fn the_moment_that_explains_is_not_the_one_that_counts_up() {
        let cases: [Case<'_>; 5] = [
            (
                "1. **Draw** [1:00] [2:00]\n2. **Bend** [1:03] [3:00]\n3. **Wait** [1:05]\n",
                // What is only counted up has no better moment.
                &[("Draw", Some(120)), ("Bend", Some(180)), ("Wait", Some(65))],
            ),
            // Six seconds apart is no counting up.
            (
                "1. **Draw** [1:00]\n2. **Bend** [1:06] [3:00]\n",
                &[("Draw", Some(60)), ("Bend", Some(66))],
            ),
            // The same skill twice is no other skill.
            ("1. **Draw** [1:00] [1:02]\n2. **Bend**\n", &[("Draw", Some(60)), ("Bend", None)]),
            // A time past the end explains nothing; the video has 10 minutes.
            (
                "1. **Draw** [20:00] [2:00]\n2. **Bend** [30:00]\n",
                &[("Draw", Some(120)), ("Bend", Some(1800))],
            ),
            // What is counted up can be heard at least.
            (
                "1. **Draw** [20:00] [1:00]\n2. **Bend** [1:01]\n",
                &[("Draw", Some(60)), ("Bend", Some(61))],
            ),
        ];
        for (list, want) in cases {
            let text = format!(
                "---\nvideoId: aaaaaaaaaaa\nduration: 10:00\n---\n## Skills of new designers\n{list}"
            );
            let matrix = Matrix::of(&Vault::of(vec![Note::read("a.md", &text)]));
            for (name, seconds) in want {
                let skill = matrix.skills.iter().find(|skill| skill.name == *name).expect(name);
                let explaining = skill.placements[0].explaining();
                assert_eq!(explaining.map(|stamp| stamp.seconds), *seconds, "{name} in {list}");
            }
        }
    }
}
