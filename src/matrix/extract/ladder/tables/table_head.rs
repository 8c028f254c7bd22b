//! The head of a ladder's table: which of its columns are levels, which names the skills.

use rustc_hash::FxHashSet;

use crate::matrix::language::bare_name::bare;
use crate::matrix::language::level_name::{By, LevelName};
use crate::matrix::language::senses::Kinds;
use crate::matrix::language::terms::{Term, Terms, code_of};
use crate::note::plain_text;

use super::cells::TableRow;

/// The least number of codes or steps of mastery that make a head without another word of skills.
const LEAST_STEPS: usize = 3;

/// The most rows above a head: a title, remarks.
pub(in crate::matrix) const MOST_ABOVE: usize = 4;

/// A head that names levels.
pub(in crate::matrix) struct TableHead {
    /// The level that each column is of.
    pub(in crate::matrix) levels: Vec<Option<LevelName>>,
    /// The column of the skills' names.
    pub(in crate::matrix) skill: Option<usize>,
    /// The column of the groups.
    pub(in crate::matrix) group: Option<usize>,
    /// The group that the head itself names.
    pub(in crate::matrix) named_group: Option<String>,
}

/// The head that a row is.
pub(in crate::matrix) fn head(
    row: TableRow<'_>,
    terms: &Terms,
    is_ladder: bool,
) -> Option<TableHead> {
    let texts: Vec<String> = row.iter().map(|cell| plain_text(cell)).collect();
    let mut read: Vec<Option<LevelName>> =
        texts.iter().map(|text| LevelName::read(text, terms)).collect();
    if is_ladder {
        own_codes(&mut read, &texts);
    }
    let words: Vec<Vec<Term>> = texts
        .iter()
        .map(|text| if text.len() < 80 { terms.read(text) } else { Vec::new() })
        .collect();
    let is_group = |at: usize| {
        !words[at].is_empty() && words[at].iter().all(|term| term.is(Kinds::GROUP_HEADS))
    };
    // Beside levels a word that needs a role in a sentence stands for itself: "New | Senior". "Group" before all of
    // them is what sorts the skills.
    if read.iter().flatten().any(|level| level.by == By::Word) {
        let first = read.iter().position(Option::is_some).unwrap_or_default();
        for (at, (level, text)) in read.iter_mut().zip(&texts).enumerate() {
            if at > first || !is_group(at) {
                *level = level.take().or_else(|| LevelName::in_column(text, terms));
            }
        }
    }
    let says = |kinds: Kinds| words.iter().any(|words| words.iter().any(|term| term.is(kinds)));
    let says_skills = is_ladder
        || words.iter().zip(&read).any(|(words, level)| {
            level.is_none()
                && words.iter().any(|term| term.is(Kinds::SKILL_HEADS.or(Kinds::SKILLS)))
        });
    if says_skills {
        counted_names(&mut read, &texts);
    }
    // "Tier 1" and "Audit A4" may be of anything.
    let is_of_skills = is_ladder || says(Kinds::SKILLS);
    let by = |by: By| {
        let is_level = |level: &&LevelName| {
            level.by == by && level.unknown <= 2 && (is_of_skills || level.is_grade())
        };
        read.iter().flatten().filter(is_level).count()
    };
    let (by_word, by_code, by_mastery) = (by(By::Word), by(By::Code), by(By::Mastery));
    let steps = by_word + by_code + by_mastery;
    // "Java, advanced, expert, basic" is a row of what people can do.
    let is_named = texts.first().is_some_and(|first| !first.trim().is_empty()) && !says_skills;
    let is_row = is_named && by_mastery == steps && read.first().is_some_and(Option::is_none);
    let is_steps = steps >= 2 && !is_row && (by_word > 0 || says_skills || steps >= LEAST_STEPS);
    // "Baker", "Senior Baker": in a ladder a level among nothing but roles makes them levels.
    let are_titles = |levels: &[Option<LevelName>]| {
        let is_title = |level: &Option<LevelName>| {
            level.as_ref().is_some_and(|level| level.unknown == 0 && level.by != By::Number)
        };
        levels.len() > 1 && levels.iter().all(is_title)
    };
    let corner = words.first().is_some_and(|words| words.is_empty() || is_skill_head(words));
    let is_of_titles =
        is_ladder && steps == 1 && corner && are_titles(read.get(1..).unwrap_or_default());
    let is_head = is_steps || is_of_titles;
    let by_number = by(By::Number);
    let numbers = || read.iter().flatten().filter(|level| level.by == By::Number);
    // "Competency, 0, 1, 2, 3"
    let is_of_competencies =
        words.first().is_some_and(|words| words.iter().any(|term| term.is(Kinds::SKILLS)));
    // A scale may begin with none: "0".
    let counts_up = (0..=1).any(|first: usize| {
        numbers().zip(first..).all(|(level, number)| level.written == number.to_string())
    });
    let is_numbered = by_number >= LEAST_STEPS
        && steps == 0
        && (says(Kinds::STEPS) || ((is_ladder || is_of_competencies) && counts_up));
    if !is_head && !is_numbered {
        return if is_ladder { of_one_role(&texts, &words) } else { None };
    }
    let is_first = |level: &Option<LevelName>| {
        let level = level.as_ref();
        level.is_some_and(|level| is_numbered || !matches!(level.by, By::Role | By::Number))
    };
    let first = if is_of_titles { Some(1) } else { read.iter().position(is_first) }?;
    let fits = |at: usize, level: LevelName| {
        let is_step = match level.by {
            By::Number => is_numbered,
            // A role alone before the first level is the column of the skills or of the roles.
            By::Role => !is_numbered && (at + 1 >= first) && !is_skill_head(&words[at]),
            _ => !is_numbered && level.unknown <= 2,
        };
        is_step.then_some(level)
    };
    let mut levels: Vec<Option<LevelName>> =
        read.into_iter().enumerate().map(|(at, level)| fits(at, level?)).collect();
    let first = levels.iter().position(Option::is_some)?;
    // A number over a column, or nothing, is no name.
    let is_named = |at: usize| texts[at].chars().any(char::is_alphabetic);
    // A name between levels is one, whatever the language.
    let last = levels.iter().rposition(Option::is_some)?;
    for at in first + 1..last {
        let is_name = (1..=3).contains(&words[at].len()) && is_named(at);
        if levels[at].is_none() && is_name && !is_skill_head(&words[at]) {
            levels[at] = Some(LevelName::own(&texts[at]));
        }
    }
    let is_description = |at: usize| {
        words[at].iter().any(|term| term.is(Kinds::DESCRIPTIONS)) && !is_skill_head(&words[at])
    };
    let before: Vec<usize> = (0..first).filter(|&at| !is_description(at)).collect();
    let named =
        before.iter().copied().find(|&at| words[at].iter().any(|term| term.is(Kinds::SKILLS)));
    let skill = named.or_else(|| before.iter().copied().rfind(|&at| !is_group(at)));
    let skill = skill.or_else(|| before.last().copied()).or_else(|| {
        let mut after = first + 1..levels.len();
        after.find(|&at| levels[at].is_none() && is_named(at) && !is_description(at))
    });
    let group = skill.and_then(|skill| {
        let left = before.iter().copied().find(|&at| at < skill);
        left.or_else(|| before.iter().copied().find(|&at| at != skill && is_group(at)))
    });
    let named_group =
        skill.filter(|&skill| skill > first).map(|skill| bare(&texts[skill]).to_owned());
    let named_group = named_group
        .filter(|_| skill.is_some_and(|skill| !is_skill_head(&words[skill])))
        .filter(|name| !name.is_empty());
    Some(TableHead { levels, skill, group, named_group })
}

/// Makes levels of codes that count up, whatever their letters: in a ladder "S1, S2, S3" are no seasons.
pub(in crate::matrix) fn own_codes(levels: &mut [Option<LevelName>], texts: &[String]) {
    let codes: Vec<Option<(String, u8)>> = texts.iter().map(|text| code_of(bare(text))).collect();
    let mut found = codes.iter().flatten();
    let Some((prefix, first)) = found.next() else { return };
    let counts_up = (1..).zip(found.clone()).all(|(step, (letters, number))| {
        letters == prefix && u16::from(*number) == u16::from(*first) + step
    });
    if !counts_up || found.count() + 1 < LEAST_STEPS {
        return;
    }
    for ((level, code), text) in levels.iter_mut().zip(&codes).zip(texts) {
        if code.is_some() && level.is_none() {
            *level = Some(LevelName { by: By::Code, has_code: true, ..LevelName::own(text) });
        }
    }
}

/// Makes levels of names that are counted up, three at least: "1 Follow", "2 Assist", "3 Apply".
fn counted_names(levels: &mut [Option<LevelName>], texts: &[String]) {
    let number = |text: &str| -> Option<usize> {
        let text = text.trim();
        let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
        let name = rest.trim_start_matches([' ', '.', ':', ')', '-', '–', '—']);
        let is_named = name.len() < rest.len() && name.starts_with(char::is_alphabetic);
        text[..text.len() - rest.len()].parse().ok().filter(|_| is_named && text.len() < 60)
    };
    let counted: Vec<Option<usize>> = texts.iter().map(|text| number(text)).collect();
    let numbers = || counted.iter().flatten();
    let counts_up =
        (0..=1).any(|first: usize| numbers().copied().eq(first..first + numbers().count()));
    if !counts_up || numbers().count() < LEAST_STEPS {
        return;
    }
    for ((level, text), _) in
        levels.iter_mut().zip(texts).zip(&counted).filter(|(_, number)| number.is_some())
    {
        if level.is_none() {
            *level = Some(LevelName { by: By::Code, has_code: true, ..LevelName::own(text) });
        }
    }
}

/// The head of a ladder whose columns are all of one role, told apart in words of its own: "Apprentice Baker",
/// "Master Baker".
fn of_one_role(texts: &[String], words: &[Vec<Term>]) -> Option<TableHead> {
    let (corner, columns) = words.split_first()?;
    let roles = |words: &Vec<Term>| -> FxHashSet<String> {
        let roles = words.iter().filter(|term| term.is(Kinds::ROLES));
        roles.map(|term| term.text.clone()).collect()
    };
    let mut common = roles(columns.first()?);
    columns.iter().for_each(|words| common.retain(|role| roles(words).contains(role)));
    let is_corner = corner.is_empty() || is_skill_head(corner);
    let is_head = columns.len() >= 2
        && is_corner
        && !common.is_empty()
        && columns.iter().all(|words| words.len() <= 4);
    let levels = texts.iter().enumerate().map(|(at, text)| (at > 0).then(|| LevelName::own(text)));
    is_head.then(|| TableHead {
        levels: levels.collect(),
        skill: Some(0),
        group: None,
        named_group: None,
    })
}

/// Whether a row is a head again, with the levels of another part of the table: what stands in its column of
/// skills names no skill.
pub(in crate::matrix) fn comes_again(
    new: &TableHead,
    known: &TableHead,
    row: TableRow<'_>,
    terms: &Terms,
) -> bool {
    let cell = known.skill.and_then(|at| row.get(at));
    let is_head = cell.is_none_or(|cell| {
        let read = terms.read(&plain_text(cell));
        read.is_empty()
            || read
                .iter()
                .any(|term| term.is(Kinds::SKILL_HEADS.or(Kinds::SKILLS).or(Kinds::STEPS)))
    });
    let is_known = |level: &LevelName| {
        known.levels.iter().flatten().any(|known| known.written == level.written)
    };
    let are_levels =
        new.levels.iter().flatten().any(|level| level.by != By::Mastery || is_known(level));
    new.skill == known.skill && is_head && are_levels
}

pub(in crate::matrix) fn is_skill_head(words: &[Term]) -> bool {
    words.iter().any(|term| term.is(Kinds::SKILL_HEADS.or(Kinds::SKILLS)))
}
