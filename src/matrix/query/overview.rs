//! The matrix at a glance: at each level its skills, with how many videos say so and whether they rank them.

use crate::matrix::model::level::LevelId;
use crate::matrix::model::types::{Matrix, Skill, SkillId};
use crate::sorting;

use super::agreement::Agreement;
use super::filter::Filter;

/// What is said at one level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverviewBand {
    /// The level; `None` for what is said of none.
    pub level: Option<LevelId>,
    /// What people call it.
    pub label: String,
    /// The skills there: ranked ones first, by rank, then those that more videos name.
    pub marks: Vec<OverviewMark>,
}

/// A skill at a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverviewMark {
    /// The skill.
    pub skill: SkillId,
    /// Its name.
    pub name: String,
    /// How many videos say so; one for notes without a video.
    pub videos: usize,
    /// The best rank that it has there.
    pub rank: Option<u32>,
}

impl OverviewBand {
    /// How many of its skills are ranked.
    #[must_use]
    pub fn ranked(&self) -> usize {
        self.marks.iter().filter(|mark| mark.rank.is_some()).count()
    }
}

/// The matrix at a glance, level by level in their order, and last what is said of none. Of the placements that the
/// filter lets through, whatever level it chooses. A skill that has a level stands among those of none only there
/// where nothing names a level for it. No band is empty.
#[must_use]
pub fn overview(
    matrix: &Matrix,
    filter: &Filter,
    is_shown: impl Fn(&SkillId) -> bool,
) -> Vec<OverviewBand> {
    let filter = filter.at_any_level();
    let skills: Vec<&Skill> = matrix.skills.iter().filter(|skill| is_shown(&skill.id)).collect();
    let said = |skill: &Skill, level: Option<LevelId>| {
        Agreement::of(skill.at(level).filter(|placement| filter.lets_through(placement)))
    };
    let is_placed = |skill: &Skill| {
        let mut placements = skill.placements.iter().filter(|place| filter.lets_through(place));
        placements.any(|placement| placement.level.is_some())
    };
    let band = |level: Option<LevelId>| {
        let here = skills.iter().filter(|skill| level.is_some() || !is_placed(skill));
        let marks = here.filter_map(|skill| {
            let said = said(skill, level);
            (said.notes > 0).then(|| OverviewMark {
                skill: skill.id.clone(),
                name: skill.name.clone(),
                videos: said.videos.max(1),
                rank: said.best_rank(),
            })
        });
        let mut marks: Vec<OverviewMark> = marks.collect();
        sorting::sort_by(&mut marks, |a, b| {
            let key =
                |mark: &OverviewMark| (mark.rank.unwrap_or(u32::MAX), usize::MAX - mark.videos);
            key(a).cmp(&key(b)).then_with(|| a.name.cmp(&b.name))
        });
        let label = matrix.level_label(level).to_owned();
        (!marks.is_empty()).then_some(OverviewBand { level, label, marks })
    };
    matrix.levels.iter().map(|level| Some(level.id)).chain([None]).filter_map(band).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::note::Note;
    use crate::vault::Vault;

    fn read() -> Matrix {
        let head = |video: &str| format!("---\nvideoId: {}\n---\n", video.repeat(11));
        let notes = [
            (
                "a.md",
                head("a")
                    + "## Skills of senior engineers\n\n1. **Knead**: long [0:10].\n2. **Wait**: longer [0:20].\n",
            ),
            (
                "b.md",
                head("b")
                    + "## Skills of senior engineers\n\n- **Smell**: now [0:10].\n- **Wait**: then [0:30].\n",
            ),
            (
                "c.md",
                head("c")
                    + "## Skills of engineers\n\n- **Fold**: once [0:10].\n- **Knead**: twice [0:20].\n",
            ),
            (
                "d.md",
                head("d")
                    + "## Skills of engineers\n\n- **Taste**: all [0:10].\n- **Fold**: again [0:20].\n",
            ),
        ];
        Matrix::of(&Vault::of(notes.map(|(path, text)| Note::read(path, &text)).into()))
    }

    #[test]
    fn each_level_has_its_skills_ranked_ones_first_and_more_videos_before_fewer() {
        let matrix = read();
        let bands = overview(&matrix, &Filter::default(), |_| true);
        type Band<'a> = (&'a str, Vec<(&'a str, usize, Option<u32>)>);
        let told: Vec<Band<'_>> = bands
            .iter()
            .map(|band| {
                let mark = |mark: &'_ OverviewMark| (mark.videos, mark.rank);
                let marks = band.marks.iter().map(|it| (&*it.name, mark(it).0, mark(it).1));
                (&*band.label, marks.collect())
            })
            .collect();
        assert_eq!(
            told,
            [
                ("Senior", vec![("Knead", 1, Some(1)), ("Wait", 2, Some(2)), ("Smell", 1, None)]),
                // What has a level stands there and not here.
                ("No level said", vec![("Fold", 2, None), ("Taste", 1, None)]),
            ]
        );
        assert_eq!(bands.iter().map(OverviewBand::ranked).collect::<Vec<_>>(), [2, 0]);
    }

    #[test]
    fn what_is_filtered_out_is_in_no_band_and_no_band_is_empty() {
        let matrix = read();
        let bands = overview(&matrix, &Filter::default(), |skill| &*skill.0 == "fold");
        assert_eq!(bands.len(), 1);
        assert_eq!(bands[0].marks.len(), 1);
        assert!(overview(&matrix, &Filter::default(), |_| false).is_empty());
        // The chosen level is one of the bands, and does not take the others away.
        let senior = Filter { level: Some(LevelId::SENIOR), ..Filter::default() };
        assert_eq!(overview(&matrix, &senior, |_| true).len(), 2);
    }
}
