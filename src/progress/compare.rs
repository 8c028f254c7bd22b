//! Two levels, or two roles, held against each other: what comes in, what stays and changes, what is taken for
//! granted. From placements alone: what no note says is not made up.

use rustc_hash::FxHashSet;

use crate::matrix::{Filter, Matrix, Placement, RowGroup, Skill, SkillId, Sort};
use crate::vault::Vault;
use crate::vault::video::clip::{Clip, ClipRef, MOST_CLIPS, resolve};

use super::sides::Sides;
use super::wording::Wording;

/// Two levels, or two roles, held against each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison<'a> {
    /// Asked on the second side alone, in its order.
    pub comes_in: Vec<ComparedSkill<'a>>,
    /// Asked on both, in the order of the second.
    pub stays: Vec<ComparedSkill<'a>>,
    /// Asked on the first side alone, in its order.
    pub taken_for_granted: Vec<ComparedSkill<'a>>,
}

/// A skill on both sides.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedSkill<'a> {
    /// As the matrix has it, with its placements of all levels and roles.
    pub skill: &'a Skill,
    /// What the first side says of it; empty where it does not ask for it.
    pub from: Vec<&'a Placement>,
    /// What the second side says of it; empty where it does not ask for it.
    pub to: Vec<&'a Placement>,
}

impl<'a> Comparison<'a> {
    /// Compares two sides, among the placements that `filter` lets through. Where levels are compared its level
    /// does not count, where roles are its role does not.
    #[must_use]
    pub fn of(matrix: &'a Matrix, sides: Sides, filter: &Filter) -> Self {
        let [from, to] = sides.both().map(|side| side.filter(filter));
        let rows =
            |filter: &Filter| RowGroup::asked_for(matrix, filter, Sort::Rank, None, |_| true);
        let (before, after) = (rows(&from), rows(&to));
        let compared = |skill: &'a Skill| ComparedSkill {
            skill,
            from: placements(skill, &from),
            to: placements(skill, &to),
        };
        let ids = |rows: &[&'a Skill]| -> FxHashSet<&'a SkillId> {
            rows.iter().map(|skill| &skill.id).collect()
        };
        let (in_before, in_after) = (ids(&before), ids(&after));
        let (stays, comes_in) =
            after.into_iter().partition::<Vec<_>, _>(|skill| in_before.contains(&skill.id));
        let granted = before.into_iter().filter(|skill| !in_after.contains(&skill.id));
        Self {
            comes_in: comes_in.into_iter().map(compared).collect(),
            stays: stays.into_iter().map(compared).collect(),
            taken_for_granted: granted.map(compared).collect(),
        }
    }

    /// What changes, as clips: of what comes in and what stays, the moments that explain it on the second side.
    #[must_use]
    pub fn changes(&self, vault: &Vault) -> Vec<Clip> {
        resolve(vault, &self.changing())
    }

    /// What names these clips; how long they are stands in the notes.
    #[must_use]
    pub fn changing(&self) -> Vec<ClipRef> {
        let skills = self.comes_in.iter().chain(&self.stays);
        references(skills.flat_map(|compared| compared.to.iter().copied()))
    }

    /// Every skill, in the order in which it is shown.
    pub fn skills(&self) -> impl Iterator<Item = &ComparedSkill<'a>> {
        self.comes_in.iter().chain(&self.stays).chain(&self.taken_for_granted)
    }
}

impl ComparedSkill<'_> {
    /// The words that change between what ladders expect on both sides; `None` where one of them says nothing.
    #[must_use]
    pub fn wording(&self) -> Option<Wording> {
        let said = |placements: &[&Placement]| -> Option<String> {
            let texts: Vec<&str> =
                placements.iter().filter_map(|placement| placement.text.as_deref()).collect();
            (!texts.is_empty()).then(|| texts.join("\n"))
        };
        Some(Wording::of(&said(&self.from)?, &said(&self.to)?))
    }

    /// The best rank on the second side.
    #[must_use]
    pub fn rank(&self) -> Option<u32> {
        best_rank(&self.to)
    }

    /// The best rank on the first side.
    #[must_use]
    pub fn rank_before(&self) -> Option<u32> {
        best_rank(&self.from)
    }
}

fn best_rank(placements: &[&Placement]) -> Option<u32> {
    placements.iter().filter_map(|placement| placement.rank).min()
}

/// The placements of a skill that a filter lets through, at its level where it names one.
pub(super) fn placements<'a>(skill: &'a Skill, filter: &Filter) -> Vec<&'a Placement> {
    let is_at = |placement: &&Placement| {
        (filter.level.is_none() || placement.level == filter.level)
            && filter.lets_through(placement)
    };
    skill.placements.iter().filter(is_at).collect()
}

/// The clips of the moments that explain placements, none twice.
pub(super) fn clips<'a>(
    vault: &Vault,
    placements: impl Iterator<Item = &'a Placement>,
) -> Vec<Clip> {
    resolve(vault, &references(placements))
}

fn references<'a>(placements: impl Iterator<Item = &'a Placement>) -> Vec<ClipRef> {
    let reference = |placement: &Placement| {
        let stamp = placement.explaining().filter(|stamp| !stamp.is_past_end)?;
        let clip = ClipRef { note: placement.note.clone(), seconds: stamp.seconds };
        Some((stamp.video, clip))
    };
    let mut seen = FxHashSet::default();
    let references = placements.filter_map(reference);
    // Two notes of one talk may name the same second.
    let references = references.filter(|(video, clip)| seen.insert((*video, clip.seconds)));
    references.map(|(_, clip)| clip).take(MOST_CLIPS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matrix::{LevelId, Role, RoleFilter};
    use crate::note::Note;

    fn vault() -> Vault {
        let note = |path: &str, video: &str, body: &str| {
            Note::read(path, &format!("---\nvideoId: {video}\n---\n{body}"))
        };
        Vault::of(vec![
            note(
                "talk.md",
                "aaaaaaaaaaa",
                "## Skills of new designers\n1. **Draw** small [1:00]\n2. **Bend** it [2:00]\n\
                 ## Skills of senior designers\n1. **Wait** long [3:00]\n2. **Draw** big [4:00] [5:00]\n3. **Hope**\n",
            ),
            note(
                "other.md",
                "bbbbbbbbbbb",
                "## Skills of senior engineers\n- **Weld** [1:00]\n- **Draw** plans [2:00]\n",
            ),
        ])
    }

    fn told(comparison: &Comparison<'_>) -> String {
        let names = |list: &[ComparedSkill<'_>]| {
            list.iter().map(|compared| compared.skill.name.clone()).collect::<Vec<_>>().join(" ")
        };
        let Comparison { comes_in, stays, taken_for_granted } = comparison;
        [names(comes_in), names(stays), names(taken_for_granted)].join(" | ")
    }

    #[test]
    fn levels_and_roles_are_compared_by_their_placements() {
        let vault = vault();
        let matrix = Matrix::of(&vault);
        let (new, senior, mid) = (LevelId::NEW, LevelId::SENIOR, LevelId::MID);
        let role = |role| RoleFilter::Named(role);
        let (designer, engineer) = (role(Role::Designer), role(Role::Engineer));
        let any = Filter::default();
        let cases = [
            (Sides::Levels(new, senior), any, "Wait Hope Weld | Draw | Bend"),
            (Sides::Levels(senior, new), any, "Bend | Draw | Wait Hope Weld"),
            (Sides::Levels(new, new), any, " | Draw Bend | "),
            // A level of which nothing is said asks for nothing.
            (Sides::Levels(new, mid), any, " |  | Draw Bend"),
            (
                Sides::Levels(new, senior),
                Filter { role: Some(designer), ..any },
                "Wait Hope | Draw | Bend",
            ),
            (Sides::Roles(designer, engineer), any, "Weld | Draw | Wait Bend Hope"),
            (
                Sides::Roles(designer, engineer),
                Filter { level: Some(new), role: Some(designer), ..any },
                " |  | Draw Bend",
            ),
        ];
        for (sides, filter, want) in cases {
            assert_eq!(told(&Comparison::of(&matrix, sides, &filter)), want, "{sides:?}");
        }
    }

    #[test]
    fn each_side_has_its_own_words_rank_and_moments() {
        let vault = vault();
        let matrix = Matrix::of(&vault);
        let sides = Sides::Levels(LevelId::NEW, LevelId::SENIOR);
        let comparison = Comparison::of(&matrix, sides, &Filter::default());
        let draw = &comparison.stays[0];
        assert_eq!((draw.rank_before(), draw.rank()), (Some(1), Some(2)));
        assert_eq!(draw.from[0].summary.as_deref(), Some("Draw small"));
        assert_eq!(draw.to.len(), 2);
        // A talk has no wording of its own to compare.
        assert_eq!(draw.wording(), None);
        let starts: Vec<u32> =
            comparison.changes(&vault).iter().map(|clip| clip.moment.seconds).collect();
        assert_eq!(starts, [180, 60, 240, 120]);
    }
}
