//! Which levels of seniority a heading or lead-in names.

use super::lexicon::Word;
use super::senses::Senses;
use super::titles::WordInContext;
use super::words::lists;
use crate::matrix::model::level::LevelId;

/// The levels that a text names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::matrix) struct Levels {
    bits: u8,
    /// Whether a job's title names one ("directors"), not an adjective ("senior engineers").
    pub(in crate::matrix) by_title: bool,
}

impl Levels {
    /// The levels that folded words name.
    pub(in crate::matrix) fn named(words: &[Word]) -> Self {
        let mut levels = Self::default();
        let mut modified = None;
        let may_name = |&place: &usize| words[place].is(Senses::SENIORITY);
        for place in (0..words.len()).filter(may_name) {
            let view = WordInContext::of(words, place);
            if let Some((level, job)) = adjective(&view) {
                levels.insert(level);
                modified = job;
            } else if modified == Some(place) {
                // In "new leaders", "leaders" says who is new and names no second level.
            } else if let Some(level) = view.title().filter(|_| view.is_of_anyone()) {
                levels.insert(level);
                levels.by_title = true;
            }
        }
        levels
    }

    pub(in crate::matrix) fn insert(&mut self, level: LevelId) {
        self.bits |= bit(level);
    }

    pub(in crate::matrix) fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// The levels, from the first to the last.
    pub(in crate::matrix) fn iter(self) -> impl Iterator<Item = LevelId> {
        LevelId::KNOWN.into_iter().filter(move |&level| self.bits & bit(level) != 0)
    }
}

fn bit(level: LevelId) -> u8 {
    level.known_place().map_or(0, |place| 1 << place)
}

/// The level that an adjective names at a place, and the place of the job it speaks of.
fn adjective(view: &WordInContext<'_>) -> Option<(LevelId, Option<usize>)> {
    let is = |distance: isize, list: &[&str]| view.is_in(distance, list);
    let is_early =
        is(0, lists::EARLY) && (is(1, lists::CAREER) || (is(1, lists::IN) && is(3, lists::CAREER)));
    if is_early || (is(0, lists::ENTRY) && is(1, lists::LEVEL)) {
        return Some((LevelId::NEW, None));
    }
    if is(0, lists::MID) && (is(1, lists::CAREER) || is(1, lists::LEVEL)) {
        return Some((LevelId::MID, None));
    }
    if is(0, lists::NEW) && is(1, lists::TO) {
        return is_new_to_a_job(view).then_some((LevelId::NEW, None));
    }
    // Whoever hires "a new manager" may look for any level.
    if is(0, lists::NEW) && (-3..0).any(|distance| is(distance, lists::HIRING)) {
        return None;
    }
    let level = if is(0, lists::BEGINNING) || (is(0, lists::FIRST) && is(1, lists::TIME)) {
        LevelId::NEW
    } else if is(0, lists::SENIOR) {
        LevelId::SENIOR
    } else {
        return None;
    };
    let job = modified_job(view, level)?;
    // A senior director is a director, but a senior leader is senior.
    let title = view.at(job).title();
    let title_says_more =
        level == LevelId::SENIOR && title.is_some_and(|title| title != LevelId::LEAD);
    (!title_says_more).then_some((level, Some(job)))
}

/// The place of the job that an adjective stands before: "new AI product managers".
fn modified_job(view: &WordInContext<'_>, level: LevelId) -> Option<usize> {
    // Who is new to a company or a product is not new to a job.
    let is_of_work = level == LevelId::SENIOR || view.is_in(0, lists::JUNIOR);
    for distance in 1..6 {
        let word = view.word(distance);
        // "new and senior designers" are of both levels, "new rules and designers" of none.
        let joins = lists::BETWEEN_LEVELS.contains(&word);
        let goes_on = joins && view.is_in(distance + 1, lists::ADJECTIVES);
        let is_stop = joins || lists::STOPS.contains(&word);
        if word.is_empty() || lists::OF_NO_LEVEL.contains(&word) || (is_stop && !goes_on) {
            return None;
        }
        let is_job = view.is(distance, Senses::JOBS) && !view.is(distance, Senses::DOERS);
        let ends = !view.is(distance + 1, Senses::PEOPLE);
        if (is_job && ends) || (is_of_work && view.is(distance, Senses::AT_WORK)) {
            return view.place_at(distance);
        }
    }
    None
}

/// Whether "new to" leads to a job, as in "new to product management".
fn is_new_to_a_job(view: &WordInContext<'_>) -> bool {
    (2..6).any(|distance| view.is_in(distance, lists::JOB_FIELDS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matrix::language::lexicon::Lexicon;

    #[test]
    fn finds_levels_only_beside_a_job() {
        const NEW: LevelId = LevelId::NEW;
        const MID: LevelId = LevelId::MID;
        const SENIOR: LevelId = LevelId::SENIOR;
        const STAFF: LevelId = LevelId::STAFF;
        const LEAD: LevelId = LevelId::LEAD;
        const DIRECTOR: LevelId = LevelId::DIRECTOR;
        const EXECUTIVE: LevelId = LevelId::EXECUTIVE;
        let cases: [(&str, &[LevelId]); 49] = [
            ("Skills of new bakers and designers", &[]),
            ("Skills of new designers", &[NEW]),
            ("Habits of new and senior data engineers", &[NEW, SENIOR]),
            ("What junior hires should focus on", &[NEW]),
            ("New hires", &[]),
            ("New products", &[]),
            ("A new era for designers", &[]),
            ("New product lines", &[]),
            ("Hiring a new sales manager", &[]),
            ("As a new manager", &[NEW]),
            ("First-time managers", &[NEW]),
            ("First-time founders", &[]),
            ("Associate editors", &[NEW]),
            ("For people new to engineering management", &[NEW]),
            ("New to the market", &[]),
            ("Early-career artists", &[NEW]),
            ("Early in your career", &[NEW]),
            ("Early days of the company", &[]),
            ("Entry-level roles", &[NEW]),
            ("APMs", &[NEW]),
            ("Mid-level and mid-career", &[MID]),
            ("Experienced analysts", &[SENIOR]),
            ("Experienced and mature", &[]),
            ("Senior citizens", &[]),
            ("The senior level", &[SENIOR]),
            ("Senior IC path", &[SENIOR]),
            ("Great product leaders", &[LEAD]),
            ("New leaders", &[NEW]),
            ("Senior leaders", &[SENIOR]),
            ("Market leaders", &[]),
            ("Leadership", &[]),
            ("Leadership roles", &[LEAD]),
            ("Tech leads", &[LEAD]),
            ("Qualified leads", &[]),
            ("How to lead designers", &[]),
            ("Staff engineers", &[STAFF]),
            ("Chief of staff", &[]),
            ("Senior staff engineers", &[STAFF]),
            ("A group product manager", &[LEAD]),
            ("Leaders and their teams", &[LEAD]),
            ("Leaders and employees", &[]),
            ("Senior directors", &[DIRECTOR]),
            ("Board of directors", &[]),
            ("What a head of design does", &[DIRECTOR]),
            ("For VPs and directors", &[DIRECTOR, EXECUTIVE]),
            ("Becoming a chief technology officer", &[EXECUTIVE]),
            ("Ada Byte, CTO of Abacus, names three", &[]),
            ("Account executives", &[]),
            ("Executive presence", &[]),
        ];
        let lexicon = Lexicon::new();
        for (text, want) in cases {
            let got: Vec<LevelId> = Levels::named(&lexicon.read(text)).iter().collect();
            assert_eq!(got, want, "{text:?}");
        }
    }
}
