//! How words name skills, and whose: the grammar that headings and lead-ins share.

use super::lexicon::Word;
use super::senses::Senses;
use super::words::lists;

/// How far the owner of a trait may stand from it, in words.
const OWNER_REACH_WORDS: usize = 10;

/// How a text names skills.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::matrix) enum SkillMention {
    /// Not at all, or as something else's.
    #[default]
    Nothing,
    /// As traits, but it does not say whose.
    Unowned,
    /// Among other things: "How machines change coding skills".
    Aside,
    /// As what follows: "Key skills of designers".
    Outright,
}

/// How strongly a text asks something of people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::matrix) enum Requirement {
    /// Not at all.
    #[default]
    Nothing,
    /// They should do something, which may as well be advice.
    Advises,
    /// They should master it, focus on it, or be classified by it.
    Demands,
}

/// Whose traits are spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Owner {
    Person,
    Thing,
    Unsaid,
}

/// The folded words of a heading or of a part of a sentence.
#[derive(Clone, Copy)]
pub(in crate::matrix) struct Phrase<'a>(pub(in crate::matrix) &'a [Word]);

impl Phrase<'_> {
    /// The word at a place; "" past the end.
    pub(in crate::matrix) fn word(&self, place: usize) -> &str {
        self.0.get(place).map_or("", Word::as_str)
    }

    /// Whether the word at a place has one of the senses.
    pub(in crate::matrix) fn is(&self, place: usize, senses: Senses) -> bool {
        self.0.get(place).is_some_and(|word| word.is(senses))
    }

    /// The place of the first word with one of the senses.
    pub(in crate::matrix) fn first(&self, senses: Senses) -> Option<usize> {
        (0..self.0.len()).find(|&place| self.is(place, senses))
    }

    pub(in crate::matrix) fn contains(&self, words: &[&str]) -> bool {
        self.0.iter().any(|word| words.contains(&word.as_str()))
    }

    /// Whether two words stand side by side, the first one of `first`, the second one of `second`.
    pub(in crate::matrix) fn has_pair(&self, first: &[&str], second: &[&str]) -> bool {
        self.0
            .windows(2)
            .any(|pair| first.contains(&pair[0].as_str()) && second.contains(&pair[1].as_str()))
    }

    /// The strongest way in which the words name skills, and where.
    pub(in crate::matrix) fn mention(&self) -> (SkillMention, Option<usize>) {
        let mut best = (SkillMention::Nothing, None);
        for place in 0..self.0.len() {
            let mention = self.mention_at(place);
            if mention > best.0 {
                best = (mention, Some(place));
            }
            // None is stronger, and going on would be quadratic in a text of nothing but skills.
            if mention == SkillMention::Outright {
                break;
            }
        }
        best
    }

    fn mention_at(&self, place: usize) -> SkillMention {
        let is = |senses| self.is(place, senses);
        let is_set = self.is_in(place, lists::SKILL) && self.is_in(place + 1, lists::SETS_OF_SKILL);
        let is_area = self.is_in(place, lists::COMPETENCY)
            && place.checked_sub(2).is_some_and(|place| self.is_in(place, lists::AREAS));
        let is_named = if is_set || is_area {
            true
        } else if is(Senses::SKILLS) {
            // Machines' skills are named by the word right before.
            place == 0 || !self.is(place - 1, Senses::MACHINES)
        } else if is(Senses::COMPETENCIES) {
            self.owner(place) != Owner::Thing
        } else if is(Senses::ABILITIES.or(Senses::TRAITS).or(Senses::CAPABILITIES))
            && !self.is_in(place + 1, lists::OBJECTS)
        {
            match self.owner(place) {
                Owner::Person => true,
                // A camera has abilities, too.
                Owner::Unsaid if !is(Senses::CAPABILITIES) => return SkillMention::Unowned,
                _ => false,
            }
        } else {
            false
        };
        if !is_named || (!is_set && self.makes_another_thing(place)) {
            SkillMention::Nothing
        } else if (0..place).any(|place| self.is(place, Senses::JOINTS)) {
            SkillMention::Aside
        } else {
            SkillMention::Outright
        }
    }

    /// Whether the word after a word of skills makes another thing of it: a skills gap, skill acquisition.
    fn makes_another_thing(&self, place: usize) -> bool {
        let next = self.word(place + 1);
        let is_process = lists::PROCESS_ENDINGS.iter().any(|ending| next.ends_with(ending));
        self.is(place + 1, Senses::OF_SKILLS) || is_process
    }

    /// Whether the words say what praised people have, show or do differently: "The best nurses share three
    /// threads".
    pub(in crate::matrix) fn praises(&self) -> bool {
        let differs = self.0.iter().rposition(|word| word.is_in(lists::DIFFERING));
        let does =
            |at: usize| self.is_in(at, lists::DOING) && differs.is_some_and(|differs| at < differs);
        self.praised_people(|at| self.is(at, Senses::EXHIBIT) || does(at))
    }

    /// Whether the words ask what praised people need, have or do: "What a good baker needs".
    pub(in crate::matrix) fn asks_of_praised(&self) -> bool {
        let has = |at: usize| self.is(at, Senses::EXHIBIT) || self.is_in(at, lists::NEEDING);
        self.is_in(0, lists::WHAT) && self.praised_people(has)
    }

    /// Whether praised people are named, and something like this is said of them.
    fn praised_people(&self, says: impl Fn(usize) -> bool) -> bool {
        let is_person = |at: usize| self.is(at, Senses::PEOPLE);
        (0..self.0.len()).filter(|&at| self.is(at, Senses::PRAISE)).any(|praise| {
            let person = (praise + 1..praise + 4).find(|&at| is_person(at));
            person.is_some_and(|person| (person + 1..self.0.len().min(person + 5)).any(&says))
        })
    }

    /// Whether the words lead to what somebody looks for in people: "She seeks individuals who", "We look for
    /// people with".
    pub(in crate::matrix) fn seeks_people(&self) -> bool {
        let seeks = (0..self.0.len()).any(|at| self.is(at, Senses::SEEK));
        let ends = self.is_in(self.0.len().saturating_sub(1), lists::WHO);
        let person = self.0.len().checked_sub(2).is_some_and(|at| self.is(at, Senses::PEOPLE));
        seeks && ends && person
    }

    /// Whether the word at a place says that somebody gets better: "Building Trust", but not "Teaching Skills".
    pub(in crate::matrix) fn is_practice(&self, at: usize) -> bool {
        let is_skill = self.is_in(at, lists::TEACHING) && self.is(at + 1, Senses::SKILLS);
        self.is(at, Senses::IMPROVING) && !is_skill
    }

    /// Whether the words hold one thing against another.
    pub(in crate::matrix) fn compares(&self) -> bool {
        self.contains(lists::VERSUS)
    }

    /// Whose the traits at a place are: "qualities of leaders", "leader qualities", "qualities
    /// that every leader has".
    fn owner(&self, place: usize) -> Owner {
        // "Leadership qualities of" whomever
        let before = place.checked_sub(1).and_then(|before| self.owner_at(before));
        if before == Some(Owner::Person) {
            return Owner::Person;
        }
        let after = self.owner_after(place);
        if self.is(place + 1, Senses::LINKS) && after != Owner::Unsaid {
            return after;
        }
        match self.owner_before(place) {
            Owner::Unsaid => after,
            owner => owner,
        }
    }

    /// The nearest noun before a place.
    fn owner_before(&self, place: usize) -> Owner {
        let near = place.saturating_sub(OWNER_REACH_WORDS)..place;
        let owner = near.rev().find_map(|at| self.owner_at(at));
        owner.unwrap_or(Owner::Unsaid)
    }

    /// The first noun after a place. Of several in a row ("data team members") the last counts.
    fn owner_after(&self, place: usize) -> Owner {
        let mut owner = Owner::Unsaid;
        // "qualities and habits of leaders"
        let is_pair = self.is_in(place + 1, lists::AND);
        let start = if is_pair { place + 3 } else { place + 1 };
        for at in start..self.0.len().min(place + OWNER_REACH_WORDS) {
            if owner != Owner::Unsaid && self.is(at, Senses::LINKS.or(Senses::JOINTS)) {
                break;
            }
            owner = self.owner_at(at).unwrap_or(owner);
        }
        // Whatever is named there is nobody that the lexicon knows: "qualities of good bread".
        let is_named = self.is_in(place + 1, lists::OF);
        if is_named && owner == Owner::Unsaid { Owner::Thing } else { owner }
    }

    fn owner_at(&self, at: usize) -> Option<Owner> {
        if self.is(at, Senses::PEOPLE) {
            Some(if self.is_chosen(at) { Owner::Person } else { Owner::Thing })
        } else if self.is(at, Senses::THINGS) {
            Some(Owner::Thing)
        } else if self.are_doers(at) {
            Some(Owner::Person)
        } else {
            None
        }
    }

    /// Whether a person at a place is one whose traits are skills: nobody who is blamed, and of people as such
    /// only the best, or those whom somebody looks for.
    fn is_chosen(&self, at: usize) -> bool {
        let is_blamed = (at.saturating_sub(2)..at).any(|before| self.is(before, Senses::BLAME));
        // Near by alone: a text of nothing but people would take time.
        let chooses = || {
            let mut near =
                at.saturating_sub(OWNER_REACH_WORDS)..self.0.len().min(at + OWNER_REACH_WORDS);
            near.any(|near| self.is(near, Senses::PRAISE.or(Senses::SEEK)))
                || (at + 1..at + 4).any(|after| self.is_in(after, lists::ACHIEVING))
        };
        !is_blamed && (!self.is(at, Senses::HUMANS) || chooses())
    }

    /// Whether a word that is praised ends like a name of those who do something: "elite sprinters".
    fn are_doers(&self, at: usize) -> bool {
        let is_praised = at.checked_sub(1).is_some_and(|before| {
            self.is(before, Senses::PRAISE) && !self.is_in(before, lists::FAINT_PRAISE)
        });
        is_praised && lists::DOER_ENDINGS.iter().any(|ending| self.word(at).ends_with(ending))
    }

    /// Whether the words name a person whose traits are skills.
    pub(in crate::matrix) fn names_people(&self) -> bool {
        (0..self.0.len()).any(|at| self.is(at, Senses::PEOPLE) && self.is_chosen(at))
    }

    /// How strongly the words ask something of people.
    pub(in crate::matrix) fn requirement(&self) -> Requirement {
        let obliges = self.has_pair(lists::OBLIGING, lists::HAVES)
            || (self.has_pair(lists::NEED, lists::TO) && self.has_pair(lists::TO, lists::HAVES));
        // "What to look for in a director", but not "what directors look for".
        let looks_in =
            self.has_pair(lists::LOOK, lists::PURPOSE) && self.has_pair(lists::PURPOSE, lists::IN);
        // What "focus on a model that includes" leads to are the model's parts.
        let focus = self.0.iter().rposition(|word| word.is_in(lists::FOCUS));
        let focuses = focus.is_some_and(|focus| {
            (focus..self.0.len()).all(|place| !self.is(place, Senses::THINGS))
        });
        if obliges
            || focuses
            || self.has_pair(lists::ROLE, lists::ROLE_ASKS)
            || looks_in
            || self.first(Senses::DEMANDS).is_some()
        {
            Requirement::Demands
        } else if self.first(Senses::ADVICE).is_some() {
            Requirement::Advises
        } else {
            Requirement::Nothing
        }
    }

    /// Whether the words say that no single level is meant.
    pub(in crate::matrix) fn is_of_all_levels(&self) -> bool {
        self.has_pair(lists::ALL_OF, lists::LEVELS)
    }
}
