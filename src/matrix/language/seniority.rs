//! Which levels of seniority a heading or lead-in names.

use super::lexicon::{Senses, Word};
use super::titles::View;
use crate::matrix::Level;

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
            let view = View::of(words, place);
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

    pub(in crate::matrix) fn insert(&mut self, level: Level) {
        self.bits |= bit(level);
    }

    pub(in crate::matrix) fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// The levels, from the first to the last.
    pub(in crate::matrix) fn iter(self) -> impl Iterator<Item = Level> {
        Level::ALL.into_iter().filter(move |&level| self.bits & bit(level) != 0)
    }
}

fn bit(level: Level) -> u8 {
    1 << (level as u8)
}

/// The level that an adjective names at a place, and the place of the job it speaks of.
fn adjective(view: &View<'_>) -> Option<(Level, Option<usize>)> {
    let level = match (view.word(0), view.word(1)) {
        ("early", "career" | "careers") => return Some((Level::New, None)),
        ("early", "in") if view.word(3) == "career" => return Some((Level::New, None)),
        ("entry", "level") => return Some((Level::New, None)),
        ("mid", "career" | "level") => return Some((Level::Mid, None)),
        ("new", "to") => return is_new_to_a_job(view).then_some((Level::New, None)),
        // Whoever hires "a new manager" may look for any level.
        ("new", _) if is_being_hired(view) => return None,
        ("new" | "newer" | "aspiring" | "junior" | "associate" | "beginner", _)
        | ("first", "time") => Level::New,
        ("senior" | "experienced", _) => Level::Senior,
        _ => return None,
    };
    let job = modified_job(view, level)?;
    // A senior director is a director, but a senior leader is senior.
    let title = view.at(job).title();
    let title_says_more = level == Level::Senior && title.is_some_and(|title| title > Level::Lead);
    (!title_says_more).then_some((level, Some(job)))
}

/// The place of the job that an adjective stands before: "new AI product managers".
fn modified_job(view: &View<'_>, level: Level) -> Option<usize> {
    // Who is new to a company or a product is not new to a job.
    let is_of_work = level == Level::Senior || view.word(0) == "junior";
    for distance in 1..6 {
        let word = view.word(distance);
        // "new and senior designers" are of both levels, "new rules and designers" of none.
        let joins = matches!(word, "and" | "or" | "vs" | "versus" | "to");
        let goes_on = joins && is_adjective(view.word(distance + 1));
        if word.is_empty() || has_no_level(word) || ((joins || is_stop(word)) && !goes_on) {
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

fn is_adjective(word: &str) -> bool {
    matches!(word, "new" | "junior" | "mid" | "senior" | "experienced" | "early" | "associate")
}

/// Whether "new to" leads to a job, as in "new to product management".
fn is_new_to_a_job(view: &View<'_>) -> bool {
    let is_job = |word: &str| {
        matches!(
            word,
            "role" | "management" | "leadership" | "job" | "position" | "field" | "profession"
        )
    };
    (2..6).any(|distance| is_job(view.word(distance)))
}

fn is_being_hired(view: &View<'_>) -> bool {
    let is_hiring = |word: &str| {
        matches!(
            word,
            "hire" | "hiring" | "recruit" | "recruiting" | "onboard" | "onboarding" | "adding"
        )
    };
    (-3..0).any(|distance| is_hiring(view.word(distance)))
}

/// Founders have no level, nor has who uses a product.
fn has_no_level(word: &str) -> bool {
    matches!(
        word,
        "founder"
            | "founders"
            | "cofounder"
            | "cofounders"
            | "entrepreneur"
            | "entrepreneurs"
            | "user"
            | "users"
            | "customer"
            | "customers"
    )
}

/// A word that no adjective reaches across.
fn is_stop(word: &str) -> bool {
    matches!(
        word,
        "of" | "in"
            | "for"
            | "to"
            | "with"
            | "from"
            | "by"
            | "at"
            | "on"
            | "is"
            | "are"
            | "the"
            | "that"
            | "who"
            | "should"
            | "must"
            | "can"
            | "will"
            | "need"
            | "needs"
            | "a"
            | "an"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matrix::language::lexicon::Lexicon;

    #[test]
    fn finds_levels_only_beside_a_job() {
        use Level::{Director, Executive, Lead, Mid, New, Senior};
        let cases: [(&str, &[Level]); 48] = [
            ("Skills of new bakers and designers", &[]),
            ("Skills of new designers", &[New]),
            ("Habits of new and senior data engineers", &[New, Senior]),
            ("What junior hires should focus on", &[New]),
            ("New hires", &[]),
            ("New products", &[]),
            ("A new era for designers", &[]),
            ("New product lines", &[]),
            ("Hiring a new sales manager", &[]),
            ("As a new manager", &[New]),
            ("First-time managers", &[New]),
            ("First-time founders", &[]),
            ("Associate editors", &[New]),
            ("For people new to engineering management", &[New]),
            ("New to the market", &[]),
            ("Early-career artists", &[New]),
            ("Early in your career", &[New]),
            ("Early days of the company", &[]),
            ("Entry-level roles", &[New]),
            ("APMs", &[New]),
            ("Mid-level and mid-career", &[Mid]),
            ("Experienced analysts", &[Senior]),
            ("Experienced and mature", &[]),
            ("Senior citizens", &[]),
            ("The senior level", &[Senior]),
            ("Senior IC path", &[Senior]),
            ("Great product leaders", &[Lead]),
            ("New leaders", &[New]),
            ("Senior leaders", &[Senior]),
            ("Market leaders", &[]),
            ("Leadership", &[]),
            ("Leadership roles", &[Lead]),
            ("Tech leads", &[Lead]),
            ("Qualified leads", &[]),
            ("How to lead designers", &[]),
            ("Staff engineers", &[Lead]),
            ("Chief of staff", &[]),
            ("A group product manager", &[Lead]),
            ("Leaders and their teams", &[Lead]),
            ("Leaders and employees", &[]),
            ("Senior directors", &[Director]),
            ("Board of directors", &[]),
            ("What a head of design does", &[Director]),
            ("For VPs and directors", &[Director, Executive]),
            ("Becoming a chief technology officer", &[Executive]),
            ("Ada Byte, CTO of Abacus, names three", &[]),
            ("Account executives", &[]),
            ("Executive presence", &[]),
        ];
        let lexicon = Lexicon::new();
        for (text, want) in cases {
            let got: Vec<Level> = Levels::named(&lexicon.read(text)).iter().collect();
            assert_eq!(got, want, "{text:?}");
        }
    }
}
