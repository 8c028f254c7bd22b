//! Which headings of a ladder are its levels: by what each says, and by what stands beside it.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::matrix::language::bare_name::unmarked;
use crate::matrix::language::level_name::{By, LevelName};
use crate::matrix::language::senses::Kinds;
use crate::matrix::language::terms::{Term, Terms, code_of, is_time};
use crate::note::Note;
use crate::text;

use super::headings::{LadderHeading, is_of_a_ladder};

/// The least number of headings with codes of a ladder's own.
const LEAST_CODES: usize = 3;

/// What the headings of a note are.
pub(in crate::matrix) fn headings(note: &Note, terms: &Terms) -> Vec<LadderHeading> {
    let mut heads: Vec<LadderHeading> =
        note.sections().iter().map(|section| LadderHeading::read(&section.title, terms)).collect();
    // "EC2" and "MP3" share nothing but their form.
    let mut prefixes: FxHashMap<(u8, String), usize> = FxHashMap::default();
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
    let mut short: FxHashMap<u8, usize> = FxHashMap::default();
    for (head, section) in heads.iter().zip(note.sections()) {
        *short.entry(section.rank).or_default() +=
            usize::from(head.level.as_ref().is_some_and(is_short));
    }
    let is_ladder = note.front_matter().is_ladder || is_of_a_ladder(&terms.read(&note.title));
    for (head, section) in heads.iter_mut().zip(note.sections()) {
        head.level = head.level.take().filter(|level| is_ladder || level.is_grade());
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
    let mut ranks: FxHashMap<u8, FxHashSet<String>> = FxHashMap::default();
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

/// Makes levels of headings of one rank that begin with codes of the same letters: "T1 – Tailor".
fn own_codes(heads: &mut [LadderHeading], note: &Note) {
    let code = |title: &str| {
        let title = unmarked(title);
        let word = title.split([' ', ':', '–', '—']).next().unwrap_or_default();
        let is_short = title.len() - word.len() < 40;
        code_of(word).filter(|(letters, _)| is_short && !is_time(&text::lowered(letters)))
    };
    let mut found: FxHashMap<(u8, String), Vec<usize>> = FxHashMap::default();
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
    let mut found: FxHashMap<(u8, String), FxHashSet<usize>> = FxHashMap::default();
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
        above.retain(|&index| sections[index].rank < section.rank);
        parents.push(above.last().copied());
        above.push(at);
    }
    let mut counts: FxHashMap<(Option<usize>, String), usize> = FxHashMap::default();
    for at in (0..heads.len()).filter(|&at| heads[at].level.is_some()) {
        *counts.entry((parents[at], role(&sections[at].title))).or_default() += 1;
    }
    // One level beside a role makes none of the role.
    let levels: FxHashSet<(Option<usize>, String)> =
        counts.into_iter().filter(|(_, count)| *count > 1).map(|(key, _)| key).collect();
    let mut alone: FxHashMap<Option<usize>, Vec<usize>> = FxHashMap::default();
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
    let mut ends: FxHashMap<(Option<usize>, u8), (usize, usize)> = FxHashMap::default();
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
    roles_with_levels(heads, &parents, note, terms);
}

/// Makes levels of all roles that stand beside two levels at least and beside nothing else:
/// "Associate", "Manager", "Senior Manager", "Director".
fn roles_with_levels(
    heads: &mut [LadderHeading],
    parents: &[Option<usize>],
    note: &Note,
    terms: &Terms,
) {
    let sections = note.sections();
    let is_level = |at: &usize| heads[*at].level.is_some();
    let over_levels: FxHashSet<usize> =
        (0..heads.len()).filter(is_level).filter_map(|at| parents[at]).collect();
    let role = |at: usize| {
        let level = LevelName::read(&sections[at].title, terms)?;
        let is_role = level.by == By::Role && level.unknown == 0 && !over_levels.contains(&at);
        is_role.then_some(level)
    };
    let roles: Vec<Option<LevelName>> = (0..heads.len()).map(role).collect();
    // How many levels stand there, and whether anything else does.
    let mut beside: FxHashMap<(Option<usize>, u8), (usize, bool)> = FxHashMap::default();
    for (at, head) in heads.iter().enumerate() {
        let (levels, has_others) = beside.entry((parents[at], sections[at].rank)).or_default();
        *levels += usize::from(head.level.is_some());
        let is_part = head.is_other || head.is_ladder;
        *has_others |= head.level.is_none() && roles[at].is_none() && !is_part;
    }
    for (at, role) in roles.into_iter().enumerate().filter(|(_, role)| role.is_some()) {
        let found = beside.get(&(parents[at], sections[at].rank));
        if heads[at].level.is_none() && found.is_some_and(|&(levels, others)| levels > 1 && !others)
        {
            heads[at].level = role;
        }
    }
}
