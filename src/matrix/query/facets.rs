//! What a reader can choose from, each with the number of skills that it leaves.

use rustc_hash::FxHashMap;

use crate::video::VideoId;

use crate::matrix::model::level::LevelId;
use crate::matrix::model::role::RoleFilter;
use crate::matrix::model::types::{Matrix, Placement, SkillId};
use crate::matrix::query::filter::Filter;

/// What a reader can choose from. Each number follows the search and the other filters, but not
/// the choice that it stands beside: it says what one would get by choosing it instead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// How many skills there are at any level.
    pub any_level: usize,
    /// The matrix's levels.
    pub levels: Vec<(LevelId, usize)>,
    /// How many skills there are for any role.
    pub any_role: usize,
    /// The roles that notes name.
    pub roles: Vec<(RoleFilter, usize)>,
    /// How many skills there are in any video.
    pub any_video: usize,
    /// The videos whose notes name skills, in the order of notes.
    pub videos: Vec<(VideoId, usize)>,
}

impl Facets {
    /// What there is to choose under a filter, of the skills that `is_shown` lets through.
    #[must_use]
    pub fn of(matrix: &Matrix, filter: &Filter, is_shown: impl Fn(&SkillId) -> bool) -> Self {
        let mut facets = Self {
            levels: matrix.levels.iter().map(|level| (level.id, 0)).collect(),
            roles: roles(matrix),
            videos: matrix.videos.iter().map(|&video| (video, 0)).collect(),
            ..Self::default()
        };
        let places = matrix.videos.iter().zip(0..).map(|(&video, place)| (video, place));
        let places: FxHashMap<VideoId, usize> = places.collect();
        let mut of_skill = OfSkill::for_choices(&facets);
        for skill in matrix.skills.iter().filter(|skill| is_shown(&skill.id)) {
            for placement in &skill.placements {
                let video = placement.video.and_then(|video| places.get(&video).copied());
                of_skill.add(placement, video, filter, &facets);
            }
            of_skill.count_into(&mut facets);
        }
        facets
    }
}

/// The roles that notes name, and none if some name none.
fn roles(matrix: &Matrix) -> Vec<(RoleFilter, usize)> {
    let placements = || matrix.skills.iter().flat_map(|skill| &skill.placements);
    let is_there =
        |role: &RoleFilter| placements().any(|placement| RoleFilter::of(placement.role) == *role);
    RoleFilter::all().filter(is_there).map(|role| (role, 0)).collect()
}

/// Which choices show one skill. A skill counts once, however many placements it has.
struct OfSkill {
    any: [bool; 3],
    levels: Vec<bool>,
    roles: Vec<bool>,
    /// The places of the videos; a skill has few of many.
    videos: Vec<usize>,
}

impl OfSkill {
    fn for_choices(facets: &Facets) -> Self {
        Self {
            any: [false; 3],
            levels: vec![false; facets.levels.len()],
            roles: vec![false; facets.roles.len()],
            videos: Vec::new(),
        }
    }

    fn add(
        &mut self,
        placement: &Placement,
        video: Option<usize>,
        filter: &Filter,
        facets: &Facets,
    ) {
        let level = filter.fits_level(placement);
        let role = filter.fits_role(placement);
        let in_video = filter.fits_video(placement);
        if role && in_video {
            self.any[0] = true;
            for (shown, (level, _)) in self.levels.iter_mut().zip(&facets.levels) {
                *shown |= placement.level == Some(*level);
            }
        }
        if level && in_video {
            self.any[1] = true;
            for (shown, (role, _)) in self.roles.iter_mut().zip(&facets.roles) {
                *shown |= RoleFilter::of(placement.role) == *role;
            }
        }
        if level && role {
            self.any[2] = true;
            let is_new = |video: &usize| !self.videos.contains(video);
            if let Some(video) = video.filter(is_new) {
                self.videos.push(video);
            }
        }
    }

    /// Adds one to what shows the skill, and forgets it.
    fn count_into(&mut self, facets: &mut Facets) {
        let [level, role, video] = std::mem::take(&mut self.any);
        facets.any_level += usize::from(level);
        facets.any_role += usize::from(role);
        facets.any_video += usize::from(video);
        for (shown, (_, count)) in self.levels.iter_mut().zip(&mut facets.levels) {
            *count += usize::from(std::mem::take(shown));
        }
        for (shown, (_, count)) in self.roles.iter_mut().zip(&mut facets.roles) {
            *count += usize::from(std::mem::take(shown));
        }
        for place in self.videos.drain(..) {
            if let Some((_, count)) = facets.videos.get_mut(place) {
                *count += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matrix::model::role::Role;
    use crate::note::Note;
    use crate::vault::Vault;

    const A: &str = "aaaaaaaaaaa";
    const B: &str = "bbbbbbbbbbb";

    /// Two videos, three roles, two levels.
    fn matrix() -> Matrix {
        let note = |path: &str, video: &str, body: &str| {
            Note::read(path, &format!("---\nvideoId: {video}\n---\n{body}"))
        };
        Matrix::of(&Vault::of(vec![
            note("a.md", A, "## Skills of new designers\n1. **Draw**\n2. **Bend**\n3. **Wait**\n"),
            note("b.md", A, "## Skills of senior engineers\n1. **Bend**\n2. **Weld**\n"),
            note("c.md", B, "## Skills of senior designers\n1. **Draw**\n2. **Bend**\n"),
            note("d.md", B, "## Key skills\n- **Wait**\n- **Hope**\n"),
        ]))
    }

    fn video(id: &str) -> VideoId {
        VideoId::parse(id).expect(id)
    }

    /// `any: 5, new: 3, …`, choice by choice.
    fn told(facets: &Facets) -> [String; 3] {
        fn list<'a>(any: usize, each: impl Iterator<Item = (&'a str, usize)>) -> String {
            let each = each.map(|(name, count)| format!(", {name} {count}"));
            format!("any {any}{}", each.collect::<String>())
        }
        let Facets { any_level, levels, any_role, roles, any_video, videos } = facets;
        [
            list(*any_level, levels.iter().map(|(level, count)| (level.as_str(), *count))),
            list(*any_role, roles.iter().map(|(role, count)| (role.as_str(), *count))),
            list(*any_video, videos.iter().map(|(video, count)| (&video.as_str()[..1], *count))),
        ]
    }

    #[test]
    fn counts_follow_the_other_filters() {
        let level = Some(LevelId::SENIOR);
        let role = |role| Some(RoleFilter::Named(role));
        let designer = role(Role::Designer);
        let none = Filter::default();
        let cases = [
            (
                none,
                [
                    "any 5, new 3, senior 3",
                    "any 5, engineer 2, designer 3, none 2",
                    "any 5, a 4, b 4",
                ],
            ),
            (
                Filter { level, ..none },
                [
                    "any 5, new 3, senior 3",
                    "any 3, engineer 2, designer 2, none 0",
                    "any 3, a 2, b 2",
                ],
            ),
            (
                Filter { role: designer, ..none },
                [
                    "any 3, new 3, senior 2",
                    "any 5, engineer 2, designer 3, none 2",
                    "any 3, a 3, b 2",
                ],
            ),
            (
                Filter { role: Some(RoleFilter::Unnamed), ..none },
                [
                    "any 2, new 0, senior 0",
                    "any 5, engineer 2, designer 3, none 2",
                    "any 2, a 0, b 2",
                ],
            ),
            (
                Filter { level, role: designer, video: Some(video(A)) },
                [
                    "any 3, new 3, senior 0",
                    "any 2, engineer 2, designer 0, none 0",
                    "any 2, a 0, b 2",
                ],
            ),
            (
                Filter { video: Some(video("ccccccccccc")), ..none },
                [
                    "any 0, new 0, senior 0",
                    "any 0, engineer 0, designer 0, none 0",
                    "any 5, a 4, b 4",
                ],
            ),
        ];
        let matrix = matrix();
        for (filter, want) in cases {
            assert_eq!(told(&Facets::of(&matrix, &filter, |_| true)), want, "{filter:?}");
        }
    }

    #[test]
    fn counts_follow_the_search() {
        let found = |skill: &SkillId| matches!(&*skill.0, "draw" | "hope");
        let want =
            ["any 2, new 1, senior 1", "any 2, engineer 0, designer 1, none 1", "any 2, a 1, b 2"];
        assert_eq!(told(&Facets::of(&matrix(), &Filter::default(), found)), want);
    }

    #[test]
    fn there_is_nothing_to_choose_without_notes() {
        assert_eq!(Facets::of(&Matrix::default(), &Filter::default(), |_| true), Facets::default());
    }
}
