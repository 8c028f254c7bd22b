//! The gap: what the aimed-at level asks and is rated below "alone", and the plan that closes it.

use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::matrix::{Filter, LevelId, Matrix, Placement, RowGroup, Skill, Sort};
use crate::sorting;
use crate::text::fold;
use crate::vault::Vault;
use crate::vault::video::clip::Clip;

use super::clip_list::ListItem;
use super::compare::{clips, placements};
use super::record::At;
use super::step::Step;

/// How many skills are worked on first.
const FIRST_SKILLS: usize = 3;

/// What a level asks of somebody who has rated some of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap<'a> {
    /// The level that is aimed at.
    pub target: LevelId,
    /// How many skills it asks for.
    pub asked: usize,
    /// How many of them are rated "alone" or more.
    pub solid: usize,
    /// What is rated below that, in the order in which to work on it.
    pub open: Vec<OpenSkill<'a>>,
    /// What is not rated, in the order of the matrix. It is neither solid nor open.
    pub unrated: Vec<&'a Skill>,
}

/// A skill that is rated below "alone".
#[derive(Clone, Debug, PartialEq)]
pub struct OpenSkill<'a> {
    /// As the matrix has it, with its placements of all levels and roles.
    pub skill: &'a Skill,
    /// How it is rated.
    pub step: Step,
    /// The best rank at the target.
    pub rank: Option<u32>,
    /// How many videos say so at the target.
    pub videos: usize,
    /// What says so at the target.
    pub placements: Vec<&'a Placement>,
}

impl<'a> Gap<'a> {
    /// The gap to a level, among the placements that `filter` lets through (its level does not count).
    #[must_use]
    pub fn to(
        target: LevelId,
        matrix: &'a Matrix,
        filter: &Filter,
        steps: &FxHashMap<At, Step>,
    ) -> Self {
        let filter = Filter { level: Some(target), ..*filter };
        let asked = RowGroup::asked_for(matrix, &filter, Sort::Rank, None, |_| true);
        let mut gap =
            Self { target, asked: asked.len(), solid: 0, open: Vec::new(), unrated: Vec::new() };
        for skill in asked {
            match steps.get(&At { skill: skill.id.clone(), level: target }) {
                None => gap.unrated.push(skill),
                Some(step) if step.is_solid() => gap.solid += 1,
                Some(&step) => gap.open.push(OpenSkill::of(skill, step, &filter)),
            }
        }
        sorting::sort_by_key(&mut gap.open, OpenSkill::order);
        gap
    }

    /// What to work on first.
    #[must_use]
    pub fn first(&self) -> &[OpenSkill<'a>] {
        self.open.get(..FIRST_SKILLS).unwrap_or(&self.open)
    }

    /// The plan: for each open skill its clips, in their order; where nothing backs a skill, the skill.
    #[must_use]
    pub fn plan(&self, vault: &Vault) -> Vec<ListItem> {
        let item = |open: &OpenSkill<'_>, clip: Option<&Clip>| {
            ListItem::for_skill(open.skill.id.clone(), self.target, clip.map(Clip::reference))
        };
        let items = |open: &OpenSkill<'a>| match open.clips(vault) {
            clips if clips.is_empty() => vec![item(open, None)],
            clips => clips.iter().map(|clip| item(open, Some(clip))).collect(),
        };
        self.open.iter().flat_map(items).collect()
    }

    /// `6 of 14 solid`.
    #[must_use]
    pub fn in_words(&self) -> String {
        [&self.solid.to_string(), " of ", &self.asked.to_string(), " solid"].concat()
    }
}

impl<'a> OpenSkill<'a> {
    fn of(skill: &'a Skill, step: Step, filter: &Filter) -> Self {
        let placements = placements(skill, filter);
        let videos: FxHashSet<_> =
            placements.iter().filter_map(|placement| placement.video).collect();
        let rank = placements.iter().filter_map(|placement| placement.rank).min();
        Self { skill, step, rank, videos: videos.len(), placements }
    }

    /// What it is sorted by, the lesser first: what the level ranks, then what most videos say, then what is
    /// furthest away.
    fn order(&self) -> impl Ord + use<> {
        let rank = self.rank.unwrap_or(u32::MAX);
        (rank, Reverse(self.videos), self.step, fold(&self.skill.name))
    }

    /// The clips in which it is explained.
    #[must_use]
    pub fn clips(&self, vault: &Vault) -> Vec<Clip> {
        clips(vault, self.placements.iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matrix::SkillId;
    use crate::note::Note;

    fn vault() -> Vault {
        let note = |path: &str, video: &str, body: &str| {
            Note::read(path, &format!("---\n{video}\n---\n{body}"))
        };
        let (one, two) = ("videoId: aaaaaaaaaaa", "videoId: bbbbbbbbbbb");
        Vault::of(vec![
            note(
                "a.md",
                one,
                "## Skills of senior designers\n1. **Wait** [1:00]\n2. **Draw** [2:00]\n3. **Bend** [3:00]\n",
            ),
            note(
                "b.md",
                two,
                "## Skills of senior designers\n- **Weld** [1:00]\n- **Hope**\n- **Yarn** [4:00]\n- **Zest**\n",
            ),
            note("c.md", one, "## Skills of senior designers\n- **Yarn** [5:00]\n"),
            note("d.md", one, "## Skills of new designers\n1. **Sing** [6:00]\n"),
        ])
    }

    fn steps(rated: &[(&str, Step)]) -> FxHashMap<At, Step> {
        let at = |skill: &str| At { skill: SkillId(skill.into()), level: LevelId::SENIOR };
        rated.iter().map(|(skill, step)| (at(skill), *step)).collect()
    }

    #[test]
    fn the_gap_is_what_is_asked_and_rated_below_alone() {
        use Step::{Alone, NotYet, TeachIt, WithHelp};
        let (vault, any) = (vault(), Filter::default());
        let matrix = Matrix::of(&vault);
        type Case<'a> = (&'a [(&'a str, Step)], &'a str, &'a str, usize);
        let cases: [Case<'_>; 5] = [
            (&[], "0 of 7 solid", "", 7),
            // A rank goes first, then videos, then the lower step, then the name.
            (
                &[
                    ("zest", NotYet),
                    ("weld", WithHelp),
                    ("hope", WithHelp),
                    ("yarn", WithHelp),
                    ("bend", WithHelp),
                    ("draw", NotYet),
                    ("wait", Alone),
                ],
                "1 of 7 solid",
                "Draw Bend Yarn Zest Hope Weld",
                0,
            ),
            (&[("wait", TeachIt), ("draw", Alone)], "2 of 7 solid", "", 5),
            // What the level does not ask for is no part of it.
            (&[("sing", NotYet)], "0 of 7 solid", "", 7),
            (&[("draw", NotYet)], "0 of 7 solid", "Draw", 6),
        ];
        for (rated, words, open, unrated) in cases {
            let gap = Gap::to(LevelId::SENIOR, &matrix, &any, &steps(rated));
            let names: Vec<&str> = gap.open.iter().map(|open| &*open.skill.name).collect();
            assert_eq!(names.join(" "), open);
            assert_eq!((gap.in_words().as_str(), gap.unrated.len()), (words, unrated));
            assert_eq!(gap.first().len(), gap.open.len().min(3));
        }
    }

    #[test]
    fn a_plan_has_the_clips_that_explain_and_says_where_none_does() {
        let vault = vault();
        let matrix = Matrix::of(&vault);
        let rated =
            steps(&[("yarn", Step::NotYet), ("hope", Step::NotYet), ("wait", Step::NotYet)]);
        let gap = Gap::to(LevelId::SENIOR, &matrix, &Filter::default(), &rated);
        let told: Vec<String> = gap
            .plan(&vault)
            .iter()
            .map(|item| {
                let skill = item.skill.as_ref().map_or("", |skill| &skill.0);
                let clip = item.clip.as_ref().map(|clip| format!("{} {}", clip.note, clip.seconds));
                format!("{skill} {}", clip.unwrap_or_default())
            })
            .collect();
        assert_eq!(told, ["wait a 60", "yarn b 240", "yarn c 300", "hope "]);
    }
}
