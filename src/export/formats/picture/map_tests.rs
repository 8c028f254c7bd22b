//! Maps of any width: nothing outside, nothing on something else, and what marks say.

use super::PictureShape;
use super::map::*;
use crate::matrix::{LevelId, OverviewBand, OverviewMark, SkillId};

fn band(label: &str, marks: usize) -> OverviewBand {
    let mark = |number: usize| OverviewMark {
        skill: SkillId(format!("s{number}").as_str().into()),
        name: format!("A skill of number {number}"),
        videos: 1 + marks.saturating_sub(number) / 3,
        rank: u32::try_from(number).ok().filter(|rank| *rank <= 2),
    };
    OverviewBand {
        level: (label != "None").then_some(LevelId::SENIOR),
        label: label.to_owned(),
        marks: (1..=marks).map(mark).collect(),
    }
}

#[test]
fn nothing_stands_outside_or_on_something_else_at_any_width() {
    for width in [280.0, 340.0, 559.0, 560.0, 800.0, 1200.0] {
        for title in [None, Some("Skills")] {
            let map = MatrixMap::of(&[band("Senior", 3), band("None", 186)], width, title);
            let skills = map.targets.iter().filter(|it| matches!(it.chooses, MapChoice::Skill(_)));
            let skills: Vec<&MapTarget> = skills.collect();
            assert_eq!(skills.len(), 189);
            for (index, target) in map.targets.iter().enumerate() {
                assert!(target.x >= 0.0 && target.x + target.width <= width, "{target:?}");
                assert!(target.y + target.height <= map.picture.height, "{target:?}");
                for other in map.targets.iter().skip(index + 1) {
                    let apart = target.x + target.width <= other.x
                        || other.x + other.width <= target.x
                        || target.y + target.height <= other.y
                        || other.y + other.height <= target.y;
                    assert!(apart, "{target:?} and {other:?} at {width}");
                }
            }
        }
    }
}

#[test]
fn a_mark_says_what_it_is_and_is_larger_for_more_videos() {
    let map = MatrixMap::of(&[band("Senior", 30)], 700.0, None);
    let says: Vec<&str> = map.targets.iter().map(|target| &*target.says).collect();
    assert_eq!(says[0], "Senior: 30 skills, 2 ranked");
    assert_eq!(says[1], "A skill of number 1, Senior: rank 1, 10 videos");
    assert_eq!(says[30], "A skill of number 30, Senior: 1 video");
    let radii: Vec<f32> = map
        .picture
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            PictureShape::Disc { radius, .. } => Some(*radius),
            _ => None,
        })
        .collect();
    assert!(radii[0] > radii[29], "{radii:?}");
    let named = map.picture.shapes.iter().filter(
        |shape| matches!(shape, PictureShape::Text { text, .. } if text.starts_with("A skill")),
    );
    // Those of one video alone have no name in a level of many.
    assert_eq!(named.count(), 27);
}
