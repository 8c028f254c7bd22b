//! How ratings changed since a day.

use crate::matrix::LevelId;

use super::day::Day;
use super::record::Record;
use super::step::Step;

/// How the ratings of a level changed since a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Growth {
    /// The steps up, of all skills together.
    pub up: u32,
    /// The steps down.
    pub down: u32,
}

impl Growth {
    /// The growth since a day. What was first rated later counts from there: nobody knows how it was before.
    #[must_use]
    pub fn since(record: &Record, level: LevelId, day: Day) -> Self {
        let mut growth = Self::default();
        for (at, now) in record.rated().filter(|(at, _)| at.level == level) {
            let later = record.history(at).iter().filter(|entry| entry.day > day);
            let first = later.filter_map(|entry| entry.step).next();
            let Some(then) = record.step_on(at, day).or(first) else { continue };
            growth.up += now.place().saturating_sub(then.place());
            growth.down += then.place().saturating_sub(now.place());
        }
        growth
    }

    /// `since March: 3 steps`, `since March: 3 steps, 1 back`; `None` where nothing changed.
    #[must_use]
    pub fn in_words(self, since: Day, today: Day) -> Option<String> {
        let steps = |count: u32| match count {
            1 => "1 step".to_owned(),
            count => [&count.to_string(), " steps"].concat(),
        };
        let told = match (self.up, self.down) {
            (0, 0) => return None,
            (up, 0) => steps(up),
            (0, down) => [&steps(down), " back"].concat(),
            (up, down) => [&steps(up), ", ", &down.to_string(), " back"].concat(),
        };
        Some(["since ", &since.month_in_words(Some(today)), ": ", &told].concat())
    }
}

impl Record {
    /// The days on which something of a level was rated, the first one first.
    #[must_use]
    pub fn days(&self, level: LevelId) -> Vec<Day> {
        let entries = self.ratings.iter().filter(|(at, _)| at.level == level);
        let mut days: Vec<Day> =
            entries.flat_map(|(_, entries)| entries).map(|entry| entry.day).collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// The ratings as they were at the end of a day.
    pub fn rated_on(&self, day: Day) -> impl Iterator<Item = (&super::At, Step)> {
        self.ratings.keys().filter_map(move |at| Some((at, self.step_on(at, day)?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matrix::SkillId;
    use crate::progress::At;

    #[test]
    fn growth_counts_steps_since_a_day() {
        use Step::{Alone, NotYet, TeachIt, WithHelp};
        let day = |month, day| Day::new(2026, month, day).expect("a day");
        type Rated<'a> = (&'a str, u8, Option<Step>);
        let cases: [(&[Rated<'_>], Option<&str>); 7] = [
            (&[], None),
            (&[("a", 3, Some(WithHelp))], None),
            (&[("a", 3, Some(WithHelp)), ("a", 5, Some(Alone))], Some("since March: 1 step")),
            (
                &[
                    ("a", 2, Some(NotYet)),
                    ("a", 5, Some(TeachIt)),
                    ("b", 4, Some(NotYet)),
                    ("b", 6, Some(WithHelp)),
                ],
                Some("since March: 4 steps"),
            ),
            (
                &[
                    ("a", 2, Some(NotYet)),
                    ("a", 5, Some(Alone)),
                    ("b", 2, Some(TeachIt)),
                    ("b", 5, Some(Alone)),
                ],
                Some("since March: 2 steps, 1 back"),
            ),
            // What is taken back is neither up nor down.
            (&[("a", 2, Some(NotYet)), ("a", 5, None)], None),
            (&[("a", 2, Some(TeachIt)), ("a", 5, Some(NotYet))], Some("since March: 3 steps back")),
        ];
        for (rated, want) in cases {
            let mut record = Record::default();
            for &(skill, month, step) in rated {
                let at = At { skill: SkillId(skill.into()), level: LevelId::SENIOR };
                record.rate(at, skill, step, day(month, 10));
            }
            let since = day(3, 31);
            let growth = Growth::since(&record, LevelId::SENIOR, since);
            assert_eq!(growth.in_words(since, day(7, 1)).as_deref(), want, "{rated:?}");
            assert_eq!(Growth::since(&record, LevelId::NEW, since), Growth::default());
        }
    }

    #[test]
    fn ratings_can_be_seen_as_they_were() {
        let day = |day| Day::new(2026, 3, day).expect("a day");
        let at = At { skill: SkillId("a".into()), level: LevelId::NEW };
        let mut record = Record::default();
        record.rate(at.clone(), "A", Some(Step::NotYet), day(2));
        record.rate(at.clone(), "A", Some(Step::Alone), day(4));
        assert_eq!(record.days(LevelId::NEW), [day(2), day(4)]);
        assert_eq!(record.rated_on(day(1)).count(), 0);
        assert_eq!(record.rated_on(day(3)).collect::<Vec<_>>(), [(&at, Step::NotYet)]);
        assert_eq!(record.rated_on(day(9)).collect::<Vec<_>>(), [(&at, Step::Alone)]);
    }
}
