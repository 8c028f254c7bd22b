//! Titles that name a level of seniority, and whether they speak of everyone who bears them.

use super::lexicon::Word;
use super::senses::Senses;
use super::words::lists;
use crate::matrix::model::level::LevelId;

/// A word of a text, with what stands around it.
#[derive(Clone, Copy)]
pub(in crate::matrix) struct WordInContext<'a> {
    words: &'a [Word],
    place: usize,
}

impl<'a> WordInContext<'a> {
    pub(in crate::matrix) fn of(words: &'a [Word], place: usize) -> Self {
        Self { words, place }
    }

    /// The same text, seen from another word.
    pub(in crate::matrix) fn at(self, place: usize) -> Self {
        Self { place, ..self }
    }

    /// The place of the word at a distance.
    pub(in crate::matrix) fn place_at(self, distance: isize) -> Option<usize> {
        self.place.checked_add_signed(distance).filter(|&place| place < self.words.len())
    }

    /// The word at a distance; "" past the ends.
    pub(in crate::matrix) fn word(&self, distance: isize) -> &'a str {
        self.at_distance(distance).map_or("", Word::as_str)
    }

    /// Whether the word at a distance has one of the senses.
    pub(in crate::matrix) fn is(&self, distance: isize, senses: Senses) -> bool {
        self.at_distance(distance).is_some_and(|word| word.is(senses))
    }

    fn at_distance(self, distance: isize) -> Option<&'a Word> {
        self.words.get(self.place.checked_add_signed(distance)?)
    }

    /// The level that a job's title names here.
    pub(in crate::matrix) fn title(&self) -> Option<LevelId> {
        let before = self.word(-1);
        let next = self.word(1);
        let is_job = |distance| self.is(distance, Senses::JOBS);
        match self.word(0) {
            "apm" | "apms" => Some(LevelId::NEW),
            "leader" | "leaders" if !is_of_a_market(before) => Some(LevelId::LEAD),
            "leadership" if matches!(next, "role" | "roles" | "position" | "positions") => {
                Some(LevelId::LEAD)
            }
            // Of sales and marketing, leads are customers to be.
            "leads" if lists::SELLING.contains(&before) => None,
            "lead" | "leads" if self.is(-1, Senses::CRAFTS) => Some(LevelId::LEAD),
            "lead" if is_job(1) && !wants_verb(before) => Some(LevelId::LEAD),
            "staff" | "principal" | "group"
                if is_job(1) || (self.is(1, Senses::CRAFTS) && is_job(2)) =>
            {
                Some(match self.word(0) {
                    "staff" => LevelId::STAFF,
                    "principal" => LevelId::PRINCIPAL,
                    _ => LevelId::LEAD,
                })
            }
            "director" | "directors" if self.word(-2) != "board" => Some(LevelId::DIRECTOR),
            "head" | "heads" if next == "of" => Some(LevelId::DIRECTOR),
            "vp" | "vps" | "svp" | "svps" | "evp" | "evps" => Some(LevelId::EXECUTIVE),
            "vice" if matches!(next, "president" | "presidents") => Some(LevelId::EXECUTIVE),
            "chief" if (2..4).any(|at| self.word(at).starts_with("officer")) => {
                Some(LevelId::EXECUTIVE)
            }
            "c" if matches!(next, "level" | "suite") => Some(LevelId::EXECUTIVE),
            "executive" | "executives"
                if before != "account" && !self.is(1, Senses::OF_EXECUTIVES) =>
            {
                Some(LevelId::EXECUTIVE)
            }
            _ if self.is(0, Senses::CHIEFS) => Some(LevelId::EXECUTIVE),
            _ => None,
        }
    }

    /// Whether a title here speaks of everyone who bears it, not of one person: "a VP of Sales",
    /// not "Ada, VP of Sales, names …".
    pub(in crate::matrix) fn is_of_anyone(&self) -> bool {
        let word = self.word(0);
        // An apostrophe is folded away: "the VP's role" counts as a plural, too.
        let is_plural = word.ends_with('s') || matches!(word, "leadership" | "c");
        let is_role = (1..5).any(|at| matches!(self.word(at), "role" | "roles" | "level"));
        let is_first = self.place == 0 || (self.place == 1 && self.is(-1, Senses::SENIORITY));
        let is_alone = is_first && self.words.len() < 6;
        let article = (-4..0).rev().find_map(|distance| match self.word(distance) {
            "a" | "an" | "any" | "every" | "each" | "as" | "for" | "of" | "to" | "into" => {
                Some(true)
            }
            "former" | "ex" | "and" | "at" | "by" | "from" | "" => Some(false),
            _ => None,
        });
        (is_plural || is_role || is_alone || article == Some(true)) && !self.is_joined()
    }

    /// Whether the title stands beside people of no level: what "leaders and team members" share
    /// says nothing of a level.
    fn is_joined(&self) -> bool {
        let is_other = |distance: isize| {
            let title = self.place_at(distance).and_then(|place| self.at(place).title());
            self.is(distance, Senses::PEOPLE.or(Senses::THINGS)) && title.is_none()
        };
        let is_and = |distance: isize| matches!(self.word(distance), "and" | "or");
        let after = is_and(1) && !is_theirs(self.word(2)) && (is_other(2) || is_other(3));
        let before = (-3..0).any(|distance| is_and(distance) && is_other(distance - 1));
        after || before
    }
}

/// "leaders and their teams" are the leaders' matter.
fn is_theirs(word: &str) -> bool {
    matches!(word, "their" | "his" | "her" | "its")
}

/// Words before a verb: "to lead engineers" is no title.
fn wants_verb(word: &str) -> bool {
    matches!(word, "to" | "who" | "must" | "can" | "should" | "will" | "they" | "you" | "we")
}

/// Leaders of something else than people.
fn is_of_a_market(word: &str) -> bool {
    matches!(word, "market" | "industry" | "category" | "thought" | "opinion" | "loss" | "world")
}
