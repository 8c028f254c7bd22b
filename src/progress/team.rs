//! A team: people × skills × steps, held against a level.

use std::collections::BTreeMap;

use crate::matrix::{Filter, LevelId, Matrix, RowGroup, Skill, SkillId, Sort, TeamRating};
use crate::sorting;
use crate::text::slug;

use super::presence::written_names;

/// Whether people are called by their names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeopleNames {
    /// As the sheet calls them.
    Shown,
    /// By numbers.
    Hidden,
}

/// A team held against a level.
#[derive(Clone, Debug, PartialEq)]
pub struct Team<'a> {
    /// The people, in the order of the sheet.
    pub people: Vec<Person>,
    /// The skills of the sheet: those that the level asks for first, in its order, then the others.
    pub skills: Vec<TeamSkill<'a>>,
    /// What the level asks for and no sheet speaks of.
    pub not_in_sheet: Vec<&'a Skill>,
}

/// Somebody in a team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// What they are called here.
    pub label: String,
    /// How many of the skills that the level asks for, and the sheet speaks of, are solid.
    pub solid: usize,
    /// How many those are.
    pub asked: usize,
    /// The others of them, as the sheet writes them.
    pub open: Vec<String>,
}

/// A skill at the level that is aimed at, with who meets it.
#[derive(Clone, Debug, PartialEq)]
pub struct TeamSkill<'a> {
    /// As the sheet writes it.
    pub name: String,
    /// The skill of the matrix, where one is called so.
    pub skill: Option<&'a Skill>,
    /// Whether the level asks for it.
    pub is_asked: bool,
    /// The step of each person, and of how many; `None` where the sheet says nothing that can be ordered.
    pub steps: Vec<Option<(u32, u32)>>,
}

impl Person {
    /// Whether everything is solid that the level asks for and the sheet speaks of.
    #[must_use]
    pub fn meets(&self) -> bool {
        self.asked > 0 && self.solid == self.asked
    }
}

impl TeamSkill<'_> {
    /// The people, by their places, who are solid in it.
    pub fn solid(&self) -> impl Iterator<Item = usize> {
        let steps = self.steps.iter().enumerate();
        steps.filter_map(|(place, step)| step.is_some_and(is_solid).then_some(place))
    }
}

/// Whether a step of so many stands where "alone" stands among the four: at two thirds of the way, or above.
fn is_solid((step, of): (u32, u32)) -> bool {
    of > 1 && u64::from(step) * 3 >= (u64::from(of) - 1) * 2
}

impl<'a> Team<'a> {
    /// Holds what sheets say against a level, among the placements that `filter` lets through (its level does
    /// not count).
    #[must_use]
    pub fn at(
        level: LevelId,
        matrix: &'a Matrix,
        filter: &Filter,
        ratings: &[TeamRating],
        names: PeopleNames,
    ) -> Self {
        let filter = Filter { level: Some(level), ..*filter };
        let asked = RowGroup::asked_for(matrix, &filter, Sort::Rank, None, |_| true);
        let known = written_names(matrix);
        let (mut people, mut places) = (Vec::new(), BTreeMap::new());
        for rating in ratings {
            places.entry(rating.person.as_str()).or_insert_with(|| {
                people.push(rating.person.as_str());
                people.len() - 1
            });
        }
        let mut skills: Vec<TeamSkill<'a>> = Vec::new();
        let mut columns: BTreeMap<String, usize> = BTreeMap::new();
        for rating in ratings {
            let name = slug(&rating.skill);
            // A name that is of two skills is of neither for sure.
            let id: Option<&SkillId> = match known.get(&name).map(Vec::as_slice) {
                Some([one]) => Some(one),
                _ => None,
            };
            let key = id.map_or(name, |id| id.0.to_string());
            let column = *columns.entry(key).or_insert_with(|| {
                let skill = id.and_then(|id| matrix.skill(id));
                let is_asked = asked.iter().any(|asked| Some(&asked.id) == id);
                let steps = vec![None; people.len()];
                skills.push(TeamSkill { name: rating.skill.clone(), skill, is_asked, steps });
                skills.len() - 1
            });
            let place = places.get(rating.person.as_str()).copied().unwrap_or_default();
            let cell = skills.get_mut(column).and_then(|skill| skill.steps.get_mut(place));
            if let Some(cell) = cell {
                // Where two sheets say two things the higher one counts: neither is the later one for sure.
                let step = rating.step.zip(rating.of);
                let share =
                    |(step, of): (u32, u32)| u64::from(step) * 1000 / u64::from(of.max(2) - 1);
                *cell = (*cell).into_iter().chain(step).max_by_key(|step| share(*step));
            }
        }
        let place = |skill: &TeamSkill<'_>| {
            let id = skill.skill.map(|skill| &skill.id);
            asked.iter().position(|asked| Some(&asked.id) == id).unwrap_or(usize::MAX)
        };
        sorting::sort_by_key(&mut skills, place);
        let in_sheet = |skill: &&Skill| {
            skills.iter().any(|row| row.skill.is_some_and(|known| known.id == skill.id))
        };
        let not_in_sheet = asked.iter().copied().filter(|skill| !in_sheet(skill)).collect();
        let person = |(place, name): (usize, &&str)| {
            let asked = skills.iter().filter(|skill| skill.is_asked);
            let solid = asked.clone().filter(|skill| skill.solid().any(|solid| solid == place));
            let label = match names {
                PeopleNames::Shown => (*name).to_owned(),
                PeopleNames::Hidden => ["Person ", &(place + 1).to_string()].concat(),
            };
            let is_open = |skill: &&TeamSkill<'_>| skill.solid().all(|solid| solid != place);
            let open = asked.clone().filter(is_open).map(|skill| skill.name.clone()).collect();
            Person { label, solid: solid.count(), asked: asked.count(), open }
        };
        let people = people.iter().enumerate().map(person).collect();
        Self { people, skills, not_in_sheet }
    }

    /// The skills that only one person is solid in.
    pub fn of_one(&self) -> impl Iterator<Item = &TeamSkill<'a>> {
        self.skills.iter().filter(|skill| skill.solid().count() == 1)
    }

    /// The skills that nobody is solid in.
    pub fn of_nobody(&self) -> impl Iterator<Item = &TeamSkill<'a>> {
        self.skills.iter().filter(|skill| skill.solid().next().is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::note::Note;
    use crate::vault::Vault;

    fn ratings(sheet: &[(&str, &str, Option<u32>, u32)]) -> Vec<TeamRating> {
        let rating = |&(person, skill, step, of): &(&str, &str, Option<u32>, u32)| TeamRating {
            person: person.to_owned(),
            skill: skill.to_owned(),
            as_written: String::new(),
            step,
            of: Some(of),
        };
        sheet.iter().map(rating).collect()
    }

    #[test]
    fn a_team_is_held_against_a_level() {
        let talk = "## Skills of senior designers\n1. **Draw**\n2. **Bend**\n3. **Wait**\n";
        let matrix = Matrix::of(&Vault::of(vec![Note::read("a.md", talk)]));
        let sheet = ratings(&[
            ("Ann", "draw", Some(2), 4),
            ("Ann", "Bend", Some(3), 4),
            ("Ben", "Draw", Some(1), 4),
            ("Ben", "Bend", Some(2), 4),
            ("Ben", "Weld", Some(4), 5),
            ("Ann", "Weld", None, 5),
            ("Eve", "Juggle", Some(0), 2),
        ]);
        let team =
            Team::at(LevelId::SENIOR, &matrix, &Filter::default(), &sheet, PeopleNames::Shown);
        let people: Vec<_> = team
            .people
            .iter()
            .map(|person| (person.label.as_str(), person.solid, person.asked, person.meets()))
            .collect();
        assert_eq!(
            (&*team.people[1].open, team.people[0].open.len()),
            (&["draw".to_owned()][..], 0)
        );
        assert_eq!(people, [("Ann", 2, 2, true), ("Ben", 1, 2, false), ("Eve", 0, 2, false)]);
        fn names<'a>(skills: impl Iterator<Item = &'a TeamSkill<'a>>) -> Vec<&'a str> {
            skills.map(|skill| &*skill.name).collect()
        }
        assert_eq!(names(team.skills.iter()), ["draw", "Bend", "Weld", "Juggle"]);
        assert_eq!(names(team.of_one()), ["draw", "Weld"]);
        assert_eq!(names(team.of_nobody()), ["Juggle"]);
        assert_eq!(
            team.not_in_sheet.iter().map(|skill| &*skill.name).collect::<Vec<_>>(),
            ["Wait"]
        );
        let hidden =
            Team::at(LevelId::SENIOR, &matrix, &Filter::default(), &sheet, PeopleNames::Hidden);
        assert_eq!(hidden.people[2].label, "Person 3");
        assert!(!format!("{hidden:?}").contains("Ann"));
    }

    #[test]
    fn solid_stands_where_alone_stands_among_four_steps() {
        for (of, solid_from) in [(2, 1), (3, 2), (4, 2), (5, 3), (6, 4), (10, 6)] {
            let first = (0..of).find(|&step| is_solid((step, of)));
            assert_eq!(first, Some(solid_from), "of {of}");
        }
        assert!(!is_solid((0, 1)) && !is_solid((0, 0)));
        assert!(is_solid((u32::MAX, u32::MAX)));
    }
}
