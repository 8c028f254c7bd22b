//! A level as a ladder names it: "Senior Engineer (IC5)", "L3", "Practitioner".

use crate::matrix::model::level::LevelId;
use crate::text;

use super::bare_name::{bare, unmarked, without_remark};
use super::senses::Kinds;
use super::terms::{Term, Terms, is_code, is_number, looks_like_code};
use super::words::lists;

/// The most words that name a level.
const MOST_WORDS: usize = 8;

/// A text that names a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::matrix) struct LevelName {
    /// As it is written, without signs around it.
    pub(in crate::matrix) written: String,
    /// The known level, as an index of the known ones, with the word that names it.
    pub(in crate::matrix) known: Option<(usize, String)>,
    /// What names it where no known level is named.
    pub(in crate::matrix) by: By,
    /// Whether a grade's code stands in it.
    pub(in crate::matrix) has_code: bool,
    /// Whether its number counts what any text may count: "Step 2", "Tier 1".
    pub(in crate::matrix) is_counted: bool,
    /// How many of its words say neither level nor role.
    pub(in crate::matrix) unknown: usize,
    /// The id that it has, where a matrix that is read back says so.
    pub(in crate::matrix) given: Option<LevelId>,
}

/// What makes a text a level's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::matrix) enum By {
    /// A word for a known level.
    Word,
    /// A grade code: "L3", "Band C", "Engineer II".
    Code,
    /// A step of mastery: "Practitioner".
    Mastery,
    /// A role alone: it is a level where other levels stand beside it.
    Role,
    /// A number alone: it is one under "Level".
    Number,
}

impl LevelName {
    /// Reads a level's name. `None` where nothing in the text names one.
    pub(in crate::matrix) fn read(text: &str, terms: &Terms) -> Option<Self> {
        // Nobody names a level in a sentence, and reading it word by word would take time.
        if text.len() > 120 {
            return None;
        }
        let read = terms.read(without_remark(text, terms));
        let text = unmarked(text);
        // "L3: Senior Engineer" is one, "Senior: leads a team" is a label and what is said of it, and
        // "Entwickler:in" is one word.
        let parted = text.split_once(": ").or_else(|| text.split_once('：'));
        let is_parted = parted.is_some_and(|(code, rest)| {
            !rest.trim().is_empty() && !is_code_alone(&terms.read(code))
        });
        if read.is_empty() || read.len() > MOST_WORDS || is_parted || text.contains(['?', '!', ';'])
        {
            return None;
        }
        let code = (0..read.len()).find(|&at| is_code_at(&read, at));
        let is_code = |at: usize| {
            code.is_some_and(|code| at == code || (at + 1 == code && read[at].is(Kinds::STEPS)))
        };
        let is_mastery = |at: usize| read[at].is(Kinds::MASTERY);
        // "Beginner (1)": the number only counts the steps.
        let has_mastery = (0..read.len()).any(is_mastery);
        let counts = |at: usize| has_mastery && is_number(&read[at].text);
        let is_unknown = |&at: &usize| !is_code(at) && !is_of_levels(&read[at]) && !counts(at);
        let unknown = (0..read.len()).filter(is_unknown).count();
        let known = known(&read);
        let has_role = read.iter().any(|term| term.is(Kinds::ROLES));
        let all_mastery = (0..read.len())
            .all(|at| is_mastery(at) || read[at].is(Kinds::STEPS) || is_number(&read[at].text));
        let by = if read.len() == 1 && read[0].text.bytes().all(|byte| byte.is_ascii_digit()) {
            By::Number
        } else if has_mastery && all_mastery && !has_role {
            By::Mastery
        } else if known.is_some() {
            By::Word
        } else if code.is_some() {
            By::Code
        } else if has_role && unknown == 0 {
            By::Role
        } else {
            return None;
        };
        let known = known.map(|at| (read[at].level.unwrap_or_default(), read[at].text.clone()));
        Some(Self {
            written: bare(text).to_owned(),
            known,
            by,
            has_code: code.is_some(),
            is_counted: by == By::Code && read.iter().any(|term| term.is(Kinds::COUNTED)),
            unknown,
            given: None,
        })
    }

    /// A level that only its place among others tells.
    pub(in crate::matrix) fn own(text: &str) -> Self {
        Self {
            written: bare(text).to_owned(),
            known: None,
            by: By::Role,
            has_code: false,
            is_counted: false,
            unknown: 0,
            given: None,
        }
    }

    /// A level whose id is known.
    pub(in crate::matrix) fn given(written: &str, id: LevelId) -> Self {
        Self { written: written.to_owned(), given: Some(id), ..Self::own("") }
    }

    /// A known level by its word alone, as a column of levels has it: "New".
    pub(in crate::matrix) fn in_column(text: &str, terms: &Terms) -> Option<Self> {
        let read = terms.read(text);
        let [term] = read.as_slice() else { return None };
        let known = Some((term.level?, term.text.clone()));
        Some(Self { known, by: By::Word, ..Self::own(text) })
    }

    /// Whether its code, such as "IC4", is one of the usual ones: a note called "MP3" is of no level.
    pub(in crate::matrix) fn is_usual(&self) -> bool {
        let codes = text::words(&self.written).filter(|word| is_code(word));
        let letters = |word: &str| {
            let end = word.trim_end_matches(['a', 'b']);
            end.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned()
        };
        let is_usual = |word: String| lists::USUAL_CODES.contains(&letters(&word).as_str());
        (self.by != By::Code || codes.into_iter().all(is_usual)) && !self.is_counted
    }

    /// Whether it can only be a grade's: "Tier 1" and "Audit A4" may be of anything.
    pub(in crate::matrix) fn is_grade(&self) -> bool {
        !self.is_counted && (self.unknown == 0 || self.is_usual())
    }

    /// Whether it names a level and nothing else but roles and codes.
    pub(in crate::matrix) fn is_only_level(&self) -> bool {
        (self.unknown == 0 || (self.has_code && self.unknown <= 2))
            && !matches!(self.by, By::Role | By::Number)
    }
}

/// The place of the word that names a known level; of several the most specific one.
fn known(terms: &[Term]) -> Option<usize> {
    let is_level = |&at: &usize| {
        let term = &terms[at];
        let beside = |other: usize| terms.get(other).is_some_and(|term| term.is(Kinds::ROLES));
        let is = |list: &[&str]| list.contains(&term.text.as_str());
        let before = at.checked_sub(1).map(|before| &terms[before]);
        if is(lists::TITLES_BEHIND_A_FIELD) {
            // Behind a field it is the role: "Sales Associate", "Account Executive".
            before.is_none_or(|before| !before.is(Kinds::CRAFTS))
        } else if is(lists::STAFF) {
            // "Chief of Staff"
            before.is_none_or(|before| !lists::OF.contains(&before.text.as_str()))
        } else if is(lists::GROUP) {
            // "User Group"
            beside(at + 1) || beside(at + 2)
        } else if lists::NEW_TO_A_ROLE.contains(&term.text.replace(' ', "-").as_str()) {
            terms.iter().any(|term| term.is(Kinds::ROLES))
        } else {
            term.level.is_some()
        }
    };
    (0..terms.len())
        .filter(|at| terms[*at].level.is_some())
        .filter(is_level)
        .max_by_key(|&at| terms[at].level)
}

/// Whether a term says level, role or step: what else stands in a level's name makes another thing of it.
fn is_of_levels(term: &Term) -> bool {
    let kinds = Kinds::ROLES.or(Kinds::CRAFTS).or(Kinds::STEPS).or(Kinds::MASTERY);
    term.level.is_some() || term.is(kinds)
}

/// Whether a grade's code stands at a place, or the number of a grade.
fn is_code_at(terms: &[Term], at: usize) -> bool {
    let text = terms[at].text.as_str();
    // "D1" may be a day, beside a role it is a grade.
    let has_role = || terms.iter().any(|term| term.level.is_some() || term.is(Kinds::ROLES));
    if is_code(text) || (looks_like_code(text) && has_role()) {
        return true;
    }
    let before = at.checked_sub(1).map(|before| &terms[before]);
    let is_letter = text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_lowercase());
    match before {
        // "Band 8a"
        Some(step) if step.is(Kinds::STEPS) => {
            let number = text.trim_end_matches(['a', 'b', 'c', 'd']);
            is_letter || (!number.is_empty() && is_number(number))
        }
        Some(role) if role.is(Kinds::ROLES) || role.level.is_some() => {
            is_number(text) && terms.iter().any(|term| term.is(Kinds::ROLES))
        }
        _ => false,
    }
}

/// Whether terms are a grade's code and nothing else: "Level 3".
fn is_code_alone(terms: &[Term]) -> bool {
    let is_code = |at: usize| is_code_at(terms, at) || terms[at].is(Kinds::STEPS);
    !terms.is_empty()
        && (0..terms.len()).all(is_code)
        && (0..terms.len()).any(|at| is_code_at(terms, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_levels_as_ladders_write_them() {
        let cases = [
            ("Senior Engineer (IC5)", "senior", By::Word),
            ("L3: Senior Software Engineer", "senior", By::Word),
            ("Senior Software Engineer (SSE)", "senior", By::Word),
            ("Milestone 3", "", By::Code),
            ("Level 2: Associate", "associate", By::Word),
            ("Junior (0–2 years)", "junior", By::Word),
            ("Agile working", "-", By::Role),
            ("Senior: leads a team", "-", By::Role),
            ("L3", "", By::Code),
            ("Lvl 0", "", By::Code),
            ("Band C", "", By::Code),
            ("Engineer II", "", By::Code),
            ("Engineering Manager 1", "", By::Code),
            ("Level 5 – Senior PM", "senior", By::Word),
            ("Senior Staff Engineer", "staff", By::Word),
            ("Senior Director of Engineering", "director", By::Word),
            ("Head of Support (M3)", "head of", By::Word),
            ("Practitioner", "", By::Mastery),
            ("Software Engineer", "", By::Role),
            ("3", "", By::Number),
            ("🟢 Junior 👶", "junior", By::Word),
            ("Développeur de niveau intermédiaire", "intermediaire", By::Word),
            ("高级产品经理", "高级", By::Word),
            ("シニアエンジニア", "シニア", By::Word),
            ("Старший разработчик", "старшии", By::Word),
            ("Impact", "-", By::Role),
            ("New products", "-", By::Role),
            ("Account Executive", "", By::Role),
            ("Moving from Engineer to Senior in two years without a word", "-", By::Role),
        ];
        let terms = Terms::new();
        for (text, word, by) in cases {
            let read = LevelName::read(text, &terms);
            let got = read.as_ref().filter(|read| word != "-" || read.is_only_level());
            let got = got.map(|read| (read.known.as_ref().map_or("", |(_, word)| word), read.by));
            assert_eq!(got, (word != "-").then_some((word, by)), "{text:?} {read:?}");
        }
    }
}
