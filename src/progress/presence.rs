//! What of a record is here: notes change, and what was rated is kept and told.

use rustc_hash::FxHashMap;

use crate::matrix::{Matrix, SkillId};
use crate::text::slug;

use super::record::At;
use super::step::Step;

/// Where a rated skill is in the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Presence {
    /// As it was.
    Here,
    /// It is a part of another skill now: a note writes both names.
    Merged(SkillId),
    /// It is several skills now.
    Split(Vec<SkillId>),
    /// No note names it.
    SkillGone,
    /// The skill is here, and the level is in no note and no ladder.
    LevelGone,
    /// Skill and level are here, and no note asks for the skill at the level.
    NotAsked,
}

/// Ratings by what is here now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Here {
    /// The steps, by skill and level of the matrix.
    pub steps: FxHashMap<At, Step>,
    /// What is not here as it was rated, with what became of it. It is kept as it is.
    pub elsewhere: Vec<(At, Presence)>,
}

/// Ratings by what is here now. A rating of a skill that is part of another one now counts for that, unless
/// that has one itself; a rating of a skill that was split counts for none of the new ones, for nobody gave it.
pub fn steps_here<'a>(matrix: &Matrix, rated: impl Iterator<Item = (&'a At, Step)>) -> Here {
    let written = written_names(matrix);
    let mut here = Here::default();
    let mut merged = Vec::new();
    for (at, step) in rated {
        let presence = presence(matrix, &written, at);
        match &presence {
            Presence::Here | Presence::NotAsked => {
                here.steps.insert(at.clone(), step);
            }
            Presence::Merged(skill) => {
                merged.push((At { skill: skill.clone(), level: at.level }, step));
            }
            _ => {}
        }
        if presence != Presence::Here {
            here.elsewhere.push((at.clone(), presence));
        }
    }
    for (at, step) in merged {
        here.steps.entry(at).or_insert(step);
    }
    here
}

/// The skills that write a name, by its slug.
pub(super) fn written_names(matrix: &Matrix) -> FxHashMap<String, Vec<&SkillId>> {
    let mut names: FxHashMap<String, Vec<&SkillId>> = FxHashMap::default();
    for skill in &matrix.skills {
        let written = skill.placements.iter().map(|placement| slug(&placement.as_written));
        for name in written.chain([slug(&skill.name)]) {
            let skills = names.entry(name).or_default();
            if !skills.contains(&&skill.id) {
                skills.push(&skill.id);
            }
        }
    }
    names
}

fn presence(matrix: &Matrix, written: &FxHashMap<String, Vec<&SkillId>>, at: &At) -> Presence {
    if let Some(skill) = matrix.skill(&at.skill) {
        let is_asked = skill.at(Some(at.level)).next().is_some();
        return match (is_asked, matrix.shows_level(at.level)) {
            (true, _) => Presence::Here,
            (false, true) => Presence::NotAsked,
            (false, false) => Presence::LevelGone,
        };
    }
    // Names that are the same but for their group are told apart by a number behind them.
    let bare = at.skill.0.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('-');
    let exact = written.get(&*at.skill.0).map(Vec::as_slice).unwrap_or_default();
    let loose = written.get(bare).map(Vec::as_slice).unwrap_or_default();
    match if exact.is_empty() { loose } else { exact } {
        [] => Presence::SkillGone,
        [single] => Presence::Merged((*single).clone()),
        many => Presence::Split(many.iter().map(|&skill| skill.clone()).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matrix::LevelId;
    use crate::note::Note;
    use crate::vault::Vault;

    #[test]
    fn what_is_no_longer_here_is_told() {
        let talk = "---\nvideoId: aaaaaaaaaaa\n---\n## Skills of new designers\n1. **Earn trust**\n2. **Draw**\n\
                    ## Skills of senior designers\n1. **Earn trust with others**\n2. **Bend**\n";
        let matrix = Matrix::of(&Vault::of(vec![Note::read("a.md", talk)]));
        let own =
            &matrix.skills.iter().find(|skill| skill.name.starts_with("Earn")).expect("it").id;
        let other_name = ["earn-trust", "earn-trust-with-others"];
        let other_name = other_name.into_iter().find(|id| *id != &*own.0).expect("the other name");
        let at = |skill: &str, level: &str| At {
            skill: SkillId(skill.into()),
            level: level.parse().expect(level),
        };
        let cases = [
            (at(&own.0, "new"), Presence::Here),
            (at("draw", "new"), Presence::Here),
            (at("draw", "senior"), Presence::NotAsked),
            (at("draw", "l9"), Presence::LevelGone),
            (at("fly", "new"), Presence::SkillGone),
            (at(other_name, "senior"), Presence::Merged(own.clone())),
        ];
        for (at, want) in &cases {
            let here = steps_here(&matrix, std::iter::once((at, Step::Alone)));
            let told = here.elsewhere.first().map_or(&Presence::Here, |(_, presence)| presence);
            assert_eq!(told, want, "{at:?}");
        }
        // The skill's own rating goes before that of what became part of it.
        let (merged, direct) = (at(other_name, "senior"), at(&own.0, "senior"));
        for (rated, want) in [
            (vec![(&merged, Step::NotYet)], Step::NotYet),
            (vec![(&merged, Step::NotYet), (&direct, Step::TeachIt)], Step::TeachIt),
        ] {
            assert_eq!(steps_here(&matrix, rated.into_iter()).steps.get(&direct), Some(&want));
        }
    }

    #[test]
    fn a_skill_that_is_several_now_is_rated_in_none_of_them() {
        let ladder = "# Ladder\n| Skill | Junior | Senior |\n|---|---|---|\n| Craft | | |\n| Review | Asks | Gives |\n\
                      | People | | |\n| Review | Hears | Leads |\n";
        let matrix = Matrix::of(&Vault::of(vec![Note::read("a.md", ladder)]));
        let ids: Vec<&SkillId> = matrix.skills.iter().map(|skill| &skill.id).collect();
        assert_eq!(ids.len(), 2, "{ids:?}");
        let at = At { skill: SkillId("review".into()), level: LevelId::SENIOR };
        let here = steps_here(&matrix, std::iter::once((&at, Step::Alone)));
        if !ids.contains(&&at.skill) {
            assert!(matches!(&here.elsewhere[..], [(_, Presence::Split(both))] if both.len() == 2));
            assert!(here.steps.is_empty());
        }
    }
}
