//! Titles that name a level of seniority, and whether they speak of everyone who bears them.

use super::lexicon::Word;
use super::senses::Senses;
use super::words::lists;
use crate::matrix::model::level::LevelId;

/// A title that names a level, where what stands around it fits.
struct LevelTitle {
    words: &'static [&'static str],
    level: LevelId,
    when: fn(&WordInContext<'_>) -> bool,
}

/// The titles, of which the first that fits counts.
static TITLES: [LevelTitle; 13] = [
    LevelTitle { words: lists::APM, level: LevelId::NEW, when: |_| true },
    LevelTitle {
        words: lists::LEADERS,
        level: LevelId::LEAD,
        when: |view| !view.is_in(-1, lists::OF_A_MARKET),
    },
    LevelTitle {
        words: lists::LEADERSHIP,
        level: LevelId::LEAD,
        when: |view| view.is_in(1, lists::POSITIONS),
    },
    // Of sales and marketing, leads are customers to be.
    LevelTitle {
        words: lists::LEADS,
        level: LevelId::LEAD,
        when: |view| view.is(-1, Senses::CRAFTS) && !view.is_in(-1, lists::SELLING),
    },
    LevelTitle {
        words: lists::LEAD,
        level: LevelId::LEAD,
        when: |view| {
            view.is(-1, Senses::CRAFTS)
                || (view.is_before_a_job() && !view.is_in(-1, lists::BEFORE_A_VERB))
        },
    },
    LevelTitle {
        words: lists::STAFF,
        level: LevelId::STAFF,
        when: |view| view.is_before_a_title(),
    },
    LevelTitle {
        words: lists::PRINCIPAL,
        level: LevelId::PRINCIPAL,
        when: |view| view.is_before_a_title(),
    },
    LevelTitle { words: lists::GROUP, level: LevelId::LEAD, when: |view| view.is_before_a_title() },
    LevelTitle {
        words: lists::DIRECTORS,
        level: LevelId::DIRECTOR,
        when: |view| !view.is_in(-2, lists::BOARD) && !view.is_in(-1, lists::OF_A_FILM),
    },
    LevelTitle {
        words: lists::HEADS,
        level: LevelId::DIRECTOR,
        when: |view| view.is_in(1, lists::OF),
    },
    LevelTitle { words: lists::VPS, level: LevelId::EXECUTIVE, when: |_| true },
    LevelTitle {
        words: lists::CHIEF_PARTS,
        level: LevelId::EXECUTIVE,
        when: |view| {
            view.is_in(1, lists::AFTER_CHIEF_PARTS)
                || (2..4).any(|at| view.is_in(at, lists::OFFICERS))
        },
    },
    LevelTitle {
        words: lists::EXECUTIVES,
        level: LevelId::EXECUTIVE,
        when: |view| !view.is_in(-1, lists::ACCOUNT) && !view.is(1, Senses::OF_EXECUTIVES),
    },
];

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

    /// Whether the word at a distance is one of a list.
    pub(in crate::matrix) fn is_in(&self, distance: isize, list: &[&str]) -> bool {
        list.contains(&self.word(distance))
    }

    /// The level that a job's title names here.
    pub(in crate::matrix) fn title(&self) -> Option<LevelId> {
        let is_here =
            |title: &&LevelTitle| title.words.contains(&self.word(0)) && (title.when)(self);
        let level = TITLES.iter().find(is_here).map(|title| title.level);
        level.or_else(|| self.is(0, Senses::CHIEFS).then_some(LevelId::EXECUTIVE))
    }

    fn is_before_a_job(&self) -> bool {
        self.is(1, Senses::JOBS)
    }

    /// "Staff engineer", "principal product manager".
    fn is_before_a_title(&self) -> bool {
        self.is_before_a_job() || (self.is(1, Senses::CRAFTS) && self.is(2, Senses::JOBS))
    }

    /// Whether a title here speaks of everyone who bears it, not of one person: "a VP of Sales",
    /// not "Ada, VP of Sales, names …".
    pub(in crate::matrix) fn is_of_anyone(&self) -> bool {
        let word = self.word(0);
        // An apostrophe is folded away: "the VP's role" counts as a plural, too.
        let is_plural = word.ends_with('s') || lists::OF_MANY.contains(&word);
        let is_role = (1..5).any(|at| self.is_in(at, lists::ROLES_AND_LEVELS));
        let is_first = self.place == 0 || (self.place == 1 && self.is(-1, Senses::SENIORITY));
        let is_alone = is_first && self.words.len() < 6;
        // An article or a preposition near by speaks of anyone; another word before it, of one person.
        let is_of_one = |distance: &isize| {
            self.word(*distance).is_empty() || self.is_in(*distance, lists::OF_ONE)
        };
        let mut before = (-4..0).rev().take_while(|distance| !is_of_one(distance));
        let has_article = before.any(|distance| self.is_in(distance, lists::OF_ANYONE));
        (is_plural || is_role || is_alone || has_article) && !self.is_joined()
    }

    /// Whether the title stands beside people of no level: what "leaders and team members" share
    /// says nothing of a level.
    fn is_joined(&self) -> bool {
        let is_other = |distance: isize| {
            let title = self.place_at(distance).and_then(|place| self.at(place).title());
            self.is(distance, Senses::PEOPLE.or(Senses::THINGS)) && title.is_none()
        };
        let is_and = |distance: isize| self.is_in(distance, lists::JOINING);
        let after = is_and(1) && !self.is_in(2, lists::THEIRS) && (is_other(2) || is_other(3));
        let before = (-3..0).any(|distance| is_and(distance) && is_other(distance - 1));
        after || before
    }
}
