//! What each heading of a ladder is: a level, a part of what is said of one, or a name.

use std::collections::{HashMap, HashSet};

use crate::matrix::extract::labels;
use crate::matrix::language::bare_name::unmarked;
use crate::matrix::language::kinds::Kinds;
use crate::matrix::language::level_name::{By, LevelName, code_of, is_time};
use crate::matrix::language::terms::{Term, Terms};
use crate::note::Note;
use crate::text;

/// The least number of headings with codes of a ladder's own.
const LEAST_CODES: usize = 3;

/// A heading that names a level or a skill.
#[derive(Clone, Debug, Default)]
pub(in crate::matrix) struct LadderHeading {
    /// Its words without a number and signs before them.
    pub(in crate::matrix) name: String,
    /// The level that it names, and nothing else.
    pub(in crate::matrix) level: Option<LevelName>,
    /// Whether it names a known level, whatever it says besides.
    pub(in crate::matrix) names_level: bool,
    /// Whether it is a part of what is said of a level: "Responsibilities".
    pub(in crate::matrix) is_other: bool,
    /// Whether it is a part that holds no skills: "Anti-patterns".
    pub(in crate::matrix) is_apart: bool,
    /// Whether it speaks of the ladder or of its steps as a whole, or explains them.
    pub(in crate::matrix) is_ladder: bool,
    /// Whether it says that what follows is of a ladder: "Skills Matrix".
    pub(in crate::matrix) says_ladder: bool,
    /// Whether it names a kind of skills: "Core Competencies".
    pub(in crate::matrix) is_skills: bool,
    /// Whether it names skills and says nothing more of them: "Skills".
    pub(in crate::matrix) is_only_skills: bool,
    /// Whether it says that skills follow, and nothing of which: "Key Skills".
    pub(in crate::matrix) is_bare_skills: bool,
}

/// What the headings of a note are.
pub(in crate::matrix) fn headings(note: &Note, terms: &Terms) -> Vec<LadderHeading> {
    let mut heads: Vec<LadderHeading> =
        note.sections().iter().map(|section| LadderHeading::read(&section.title, terms)).collect();
    // "EC2" and "MP3" share nothing but their form.
    let mut prefixes: HashMap<(u8, String), usize> = HashMap::new();
    let prefix = |level: &LevelName| -> String {
        text::fold(&level.written).chars().take_while(|c| !c.is_ascii_digit()).collect()
    };
    for (head, section) in heads.iter().zip(note.sections()) {
        if let Some(level) = &head.level {
            *prefixes.entry((section.rank, prefix(level))).or_default() += 1;
        }
    }
    // The levels of a language are called A1 to C2.
    let is_short = |level: &LevelName| level.by == By::Code && prefix(level).len() == 1;
    let mut short: HashMap<u8, usize> = HashMap::new();
    for (head, section) in heads.iter().zip(note.sections()) {
        *short.entry(section.rank).or_default() +=
            usize::from(head.level.as_ref().is_some_and(is_short));
    }
    let is_ladder = note.front_matter().is_ladder || is_of_a_ladder(&terms.read(&note.title));
    for (head, section) in heads.iter_mut().zip(note.sections()) {
        head.level = head.level.take().filter(|level| is_ladder || !level.is_counted);
        head.level = head.level.take().filter(|level| {
            level.is_usual()
                || (is_short(level) && short.get(&section.rank).is_some_and(|&levels| levels > 2))
                || prefixes.get(&(section.rank, prefix(level))).is_some_and(|&levels| levels > 1)
        });
    }
    if is_ladder {
        own_codes(&mut heads, note);
    }
    unknown_roles(&mut heads, note, terms, is_ladder);
    roles_among_levels(&mut heads, note, terms);
    // One heading that happens to name a level makes no ladder.
    let mut ranks: HashMap<u8, HashSet<String>> = HashMap::new();
    for (head, section) in heads.iter().zip(note.sections()) {
        ranks
            .entry(section.rank)
            .or_default()
            .extend(head.level.iter().map(|level| text::slug(&level.written)));
    }
    for (head, section) in heads.iter_mut().zip(note.sections()) {
        if ranks.get(&section.rank).is_none_or(|levels| levels.len() < 2) {
            head.level = None;
        }
    }
    heads
}

/// Makes levels of headings of one rank that begin with codes of the same letters, which count up: "T1 – Tailor".
fn own_codes(heads: &mut [LadderHeading], note: &Note) {
    let code = |title: &str| {
        let title = unmarked(title);
        let word = title.split([' ', ':', '–', '—']).next().unwrap_or_default();
        let is_short = title.len() - word.len() < 40;
        code_of(word).filter(|(letters, _)| is_short && !is_time(&letters.to_lowercase()))
    };
    let mut found: HashMap<(u8, String), Vec<usize>> = HashMap::new();
    for (at, section) in note.sections().iter().enumerate() {
        if let Some((letters, _)) = code(&section.title) {
            found.entry((section.rank, letters)).or_default().push(at);
        }
    }
    for at in found.into_values().filter(|found| found.len() >= LEAST_CODES).flatten() {
        if heads[at].level.is_none() {
            let title = LevelName::own(unmarked(&note.sections()[at].title));
            heads[at].level = Some(LevelName { by: By::Code, has_code: true, ..title });
        }
    }
}

/// Makes levels of headings that name known levels of one thing, which so is a role: "Junior CSM", "CSM",
/// "Senior CSM".
fn unknown_roles(heads: &mut [LadderHeading], note: &Note, terms: &Terms, is_ladder: bool) {
    let of = |title: &str| -> Option<(String, Option<usize>)> {
        if title.len() > 60 {
            return None;
        }
        let read = terms.read(unmarked(title));
        let is_unknown = |term: &&Term| term.is_unknown();
        let role: Vec<&str> =
            read.iter().filter(is_unknown).map(|term| term.text.as_str()).collect();
        // What can be learnt has steps, too: "Beginner Grammar", "Intermediate Grammar".
        let is_step = read.iter().any(|term| term.is(Kinds::MASTERY));
        let level = read.iter().filter_map(|term| term.level).max();
        let is_short = (1..=2).contains(&role.len()) && read.len() <= 4 && !is_step;
        is_short.then(|| (role.join(" "), level))
    };
    let mut found: HashMap<(u8, String), HashSet<usize>> = HashMap::new();
    let read: Vec<Option<(String, Option<usize>)>> = note
        .sections()
        .iter()
        .zip(heads.iter())
        .map(|(section, head)| of(&section.title).filter(|_| head.level.is_none()))
        .collect();
    for (section, read) in note.sections().iter().zip(&read) {
        if let Some((role, Some(level))) = read {
            found.entry((section.rank, role.clone())).or_default().insert(*level);
        }
    }
    let least = if is_ladder { 2 } else { 3 };
    for ((head, section), read) in heads.iter_mut().zip(note.sections()).zip(read) {
        let Some((role, level)) = read else { continue };
        let key = (section.rank, role);
        if found.get(&key).is_none_or(|levels| levels.len() < least) {
            continue;
        }
        let named = LevelName::read(&section.title, terms).filter(|_| level.is_some());
        let is_role_alone = terms.read(unmarked(&section.title)).len() <= 2 && level.is_none();
        head.level = named
            .map(|level| LevelName { unknown: 0, ..level })
            .or_else(|| is_role_alone.then(|| LevelName::own(&section.title)));
    }
}

/// Makes levels of roles alone that stand beside levels of the very same role: "Product Manager" between
/// "Associate Product Manager" and "Senior Product Manager".
fn roles_among_levels(heads: &mut [LadderHeading], note: &Note, terms: &Terms) {
    let role = |title: &str| -> String {
        let terms = terms.read(title).into_iter();
        let of_role = |term: &Term| term.level.is_none() && term.is(Kinds::ROLES.or(Kinds::CRAFTS));
        terms.filter(of_role).map(|term| term.text).collect::<Vec<String>>().join(" ")
    };
    let sections = note.sections();
    let mut above: Vec<usize> = Vec::new();
    let mut parents: Vec<Option<usize>> = Vec::with_capacity(sections.len());
    for (at, section) in sections.iter().enumerate() {
        above.retain(|&one| sections[one].rank < section.rank);
        parents.push(above.last().copied());
        above.push(at);
    }
    let mut counts: HashMap<(Option<usize>, String), usize> = HashMap::new();
    for at in (0..heads.len()).filter(|&at| heads[at].level.is_some()) {
        *counts.entry((parents[at], role(&sections[at].title))).or_default() += 1;
    }
    // One level beside a role makes none of the role.
    let levels: HashSet<(Option<usize>, String)> =
        counts.into_iter().filter(|(_, count)| *count > 1).map(|(key, _)| key).collect();
    let mut alone: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
    for at in (0..heads.len()).filter(|_| !levels.is_empty()) {
        let level = LevelName::read(&sections[at].title, terms)
            .filter(|level| level.by == By::Role && level.unknown == 0);
        if heads[at].level.is_some() || level.is_none() {
            continue;
        }
        if levels.contains(&(parents[at], role(&sections[at].title))) {
            heads[at].level = level;
        } else if levels.contains(&(parents[at], String::new())) {
            alone.entry(parents[at]).or_default().push(at);
        }
    }
    // "Developer" between "Junior" and "Senior" is what people are called there; of two roles neither is.
    let mut ends: HashMap<(Option<usize>, u8), (usize, usize)> = HashMap::new();
    for at in (0..heads.len()).filter(|&at| heads[at].level.is_some()) {
        ends.entry((parents[at], sections[at].rank)).or_insert((at, at)).1 = at;
    }
    for roles in alone.into_values() {
        let [at] = *roles.as_slice() else { continue };
        let ends = ends.get(&(parents[at], sections[at].rank));
        if ends.is_some_and(|&(first, last)| first < at && at < last) {
            heads[at].level = LevelName::read(&sections[at].title, terms);
        }
    }
}

impl LadderHeading {
    pub(in crate::matrix) fn read(title: &str, terms: &Terms) -> Self {
        let (_, name) = labels::numbered(unmarked(title));
        if name.len() > 120 {
            return Self { name, ..Self::default() };
        }
        let read = terms.read(&name);
        let level = LevelName::read(title, terms).filter(LevelName::is_only_level);
        let has = |kinds: Kinds| read.iter().any(|term| term.is(kinds));
        let is_legend = has(Kinds::STEPS) || has(Kinds::DESCRIPTIONS);
        let names_level = read.iter().any(|term| term.level.is_some());
        Self {
            level,
            names_level,
            is_other: is_other(&read) || name.ends_with(['?', '？']),
            is_apart: is_apart(&read),
            is_ladder: is_of_a_ladder(&read) || is_legend,
            says_ladder: is_of_a_ladder(&read) && !has(Kinds::DESCRIPTIONS),
            is_skills: has(Kinds::SKILLS),
            is_bare_skills: is_bare_skills(&read),
            is_only_skills: has(Kinds::SKILLS)
                && read
                    .iter()
                    .all(|term| term.is(Kinds::SKILLS.or(Kinds::CRAFTS).or(Kinds::ROLES))),
            name,
        }
    }

    /// Whether it can be the name of a skill.
    pub(in crate::matrix) fn can_be_skill(&self) -> bool {
        self.level.is_none() && self.can_be_group() && !self.is_bare_skills
    }

    /// Whether it can be the name of a group of skills.
    pub(in crate::matrix) fn can_be_group(&self) -> bool {
        !self.name.is_empty() && !self.is_other && !self.is_ladder && self.level.is_none()
    }
}

/// Whether a label or heading names a part of what is said of a level: all that it says is of that kind,
/// besides whose it is.
pub(in crate::matrix) fn is_other(read: &[Term]) -> bool {
    let of = Kinds::OTHER_PARTS
        .or(Kinds::ROLES)
        .or(Kinds::CRAFTS)
        .or(Kinds::STEPS)
        .or(Kinds::DESCRIPTIONS);
    let is_part = |term: &Term| term.is(Kinds::OTHER_PARTS);
    let are_parts = read.len() <= 3 && is_end(read, is_part);
    let are_all = read.iter().all(|term| term.is(of) || term.level.is_some());
    let alone = Kinds::OTHER_PARTS.or(Kinds::PARTS_ALONE);
    let is_alone = read.iter().any(|term| term.is(alone))
        && read.iter().all(|term| term.is(alone.or(Kinds::QUALIFIERS)));
    is_alone || (read.iter().any(is_part) && (are_parts || are_all)) || is_apart(read)
}

/// Whether a label or heading names a part of what is said of a level that holds no skills: "Anti-patterns".
pub(in crate::matrix) fn is_apart(read: &[Term]) -> bool {
    let is_part = |term: &Term| term.is(Kinds::APART);
    read.iter().any(is_part) && read.len() <= 4 && is_end(read, is_part)
}

/// Whether the first or the last term is such a part, and the term at the other end makes no ability of it:
/// "Requirements gathering".
fn is_end(read: &[Term], is_part: impl Fn(&Term) -> bool) -> bool {
    let (Some(first), Some(last)) = (read.first(), read.last()) else { return false };
    let is_activity = |term: &Term| term.is(Kinds::ACTIVITIES);
    (is_part(last) && (is_part(first) || !is_activity(first)))
        || (is_part(first) && !is_activity(last))
}

/// Whether a label or heading says that skills follow, and nothing of which: "Key Skills".
pub(in crate::matrix) fn is_bare_skills(read: &[Term]) -> bool {
    let of = Kinds::SKILLS.or(Kinds::QUALIFIERS).or(Kinds::ROLES).or(Kinds::STEPS);
    read.iter().any(|term| term.is(Kinds::SKILLS))
        && read.iter().all(|term| term.is(of) || term.level.is_some())
}

/// Whether a text says that it is of a ladder: "career ladder", "competency matrix", "job levels".
pub(in crate::matrix) fn is_of_a_ladder(read: &[Term]) -> bool {
    let has = |kinds: Kinds| read.iter().any(|term| term.is(kinds));
    let of_form = |pair: &[Term]| {
        (pair[0].is(Kinds::LADDER_OF) && pair[1].is(Kinds::LADDER_FORM))
            || (pair[1].is(Kinds::LADDER_OF) && pair[0].is(Kinds::LADDER_FORM))
    };
    let near = |size: usize| {
        read.windows(size).any(|window| of_form(&[window[0].clone(), window[size - 1].clone()]))
    };
    has(Kinds::LADDER) || near(2) || near(3)
}
