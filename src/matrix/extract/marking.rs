//! A mark written into a note's text, where that does what it is for and nothing else.

use std::fmt;

use rustc_hash::FxHashSet;

use crate::matrix::extract::explanation::MarkToWrite;
use crate::matrix::extract::explanation::Why;
use crate::matrix::extract::why::why;
use crate::matrix::model::level::LevelId;
use crate::matrix::model::rule::Rule;
use crate::matrix::model::types::Matrix;
use crate::note::web_page::is_web_page;
use crate::note::{Claim, Note, is_sheet, is_transcript, with_front_matter};
use crate::text::{self, file_lines, line_end};
use crate::vault::Vault;

/// Why a mark is not written into a note: its author has to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkRefused {
    /// The file can hold no such mark.
    OfFile,
    /// The list does not begin a line of its own: it stands in a quotation, in another list or in HTML.
    Inside,
    /// It would not do what it is for.
    NoUse,
    /// Something else in the note would be read otherwise.
    ChangesMore,
}

/// A note's text with a mark in it. What the mark is for comes true, and all else that is read of the note stays as it
/// was: its title and sections, its claims with their times, the skills that it named before. All of the text but the
/// mark's own line stays byte for byte.
///
/// # Errors
/// [`MarkRefused`] where that cannot be.
pub fn with_mark(path: &str, text: &str, mark: MarkToWrite) -> Result<String, MarkRefused> {
    let marked = written(path, text, mark)?;
    let (before, after) = (Note::read(path, text), Note::read(path, &marked));
    let (had, has) = (placed(&before), placed(&after));
    let is_of_use = match mark {
        MarkToWrite::Skills { level, above } => {
            let is_list = |why: &Why| why.rule == Rule::MarkedSkills && why.made;
            let is_at = |level| has.iter().any(|(_, at)| *at == Some(level));
            why(&after).iter().any(|why| why.line == above.saturating_add(1) && is_list(why))
                && level.is_none_or(is_at)
        }
        MarkToWrite::Ladder | MarkToWrite::LadderRow { .. } => has.len() > had.len(),
    };
    if !is_of_use {
        return Err(MarkRefused::NoUse);
    }
    // A ladder says at which levels its skills stand; what a talk names stays there.
    let keeps_skills = match mark {
        MarkToWrite::Skills { .. } => had.is_subset(&has),
        _ => names(&had).is_subset(&names(&has)),
    };
    if !keeps_skills || !reads_alike(&before, &after, mark) {
        return Err(MarkRefused::ChangesMore);
    }
    Ok(marked)
}

/// Whether there is a place for a mark in a note's text; what would become of it there is found out by [`with_mark`].
///
/// # Errors
/// [`MarkRefused`] where there is none.
pub fn mark_fits(path: &str, text: &str, mark: MarkToWrite) -> Result<(), MarkRefused> {
    written(path, text, mark).map(|_| ())
}

fn written(path: &str, text: &str, mark: MarkToWrite) -> Result<String, MarkRefused> {
    match mark {
        _ if is_transcript(path, text) => Err(MarkRefused::OfFile),
        MarkToWrite::Skills { above, .. } if !is_sheet(path) && !is_web_page(path) => {
            above_list(text, above, &mark.text())
        }
        MarkToWrite::Ladder if !is_sheet(path) => Ok(with_front_matter(text, "ladder", "true")),
        MarkToWrite::LadderRow { above } if is_sheet(path) => {
            above_line(text, above, &mark.text()).ok_or(MarkRefused::NoUse)
        }
        _ => Err(MarkRefused::OfFile),
    }
}

/// A text with a line above another one, indented like it, which has to begin an item of a list.
fn above_list(text: &str, above: u32, mark: &str) -> Result<String, MarkRefused> {
    let line = line(text, above).ok_or(MarkRefused::NoUse)?;
    let indent = line.len() - line.trim_start_matches(' ').len();
    let rest = &line[indent..];
    let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_item = rest.starts_with(['-', '*', '+'])
        || (digits.len() < rest.len() && digits.starts_with(['.', ')']));
    if indent > 3 || !is_item {
        return Err(MarkRefused::Inside);
    }
    let mark = [&line[..indent], mark].concat();
    above_line(text, above, &mark).ok_or(MarkRefused::NoUse)
}

/// A line of a text, by its number from 1.
fn line(text: &str, number: u32) -> Option<&str> {
    let at = usize::try_from(number).ok()?.checked_sub(1)?;
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    file_lines(bare).into_iter().nth(at).map(|(line, _)| &bare[line])
}

/// A text with a line above the one with a number, from 1; `None` where there is no such line.
fn above_line(text: &str, number: u32, new: &str) -> Option<String> {
    let at = usize::try_from(number).ok()?.checked_sub(1)?;
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (line, _) = file_lines(bare).into_iter().nth(at)?;
    let start = text.len() - bare.len() + line.start;
    Some([&text[..start], new, line_end(text), &text[start..]].concat())
}

/// The skills that a note names by itself, each with its level.
fn placed(note: &Note) -> FxHashSet<(String, Option<LevelId>)> {
    let matrix = Matrix::of(&Vault::of(vec![note.clone()]));
    let placements = matrix.skills.iter().flat_map(|skill| &skill.placements);
    placements.map(|placement| (text::slug(&placement.as_written), placement.level)).collect()
}

fn names(placed: &FxHashSet<(String, Option<LevelId>)>) -> FxHashSet<&str> {
    placed.iter().map(|(name, _)| name.as_str()).collect()
}

/// Whether two notes say the same, line numbers aside, and aside from the mark in the second one.
fn reads_alike(before: &Note, after: &Note, mark: MarkToWrite) -> bool {
    let sections = |note: &Note| -> Vec<(u8, String, String)> {
        let sections = note.sections().iter();
        sections
            .map(|section| (section.rank, section.slug.clone(), section.title.clone()))
            .collect()
    };
    let says = |before: &Claim, after: &Claim| {
        before.text == after.text
            && before.section == after.section
            && before.stamps == after.stamps
    };
    let old: Vec<&Claim> = before.claims().iter().collect();
    let mut new: Vec<&Claim> = after.claims().iter().collect();
    // A row of a sheet is read as all its rows are.
    if let MarkToWrite::LadderRow { .. } = mark
        && let Some(row) = new.iter().position(|claim| claim.text == mark.text())
    {
        new.remove(row);
    }
    before.title == after.title
        && before.video == after.video
        && before.aliases == after.aliases
        && sections(before) == sections(after)
        && old.len() == new.len()
        && old.iter().zip(&new).all(|(old, new)| says(old, new))
}

impl fmt::Display for MarkRefused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OfFile => "a file of this kind can hold no such mark",
            Self::Inside => {
                "the list stands inside a quotation, another list or HTML: write the mark above it by hand"
            }
            Self::NoUse => "the mark would change nothing there",
            Self::ChangesMore => {
                "something else in the note would be read otherwise, too: write the mark by hand, and look at what \
                 becomes of the note"
            }
        })
    }
}

impl std::error::Error for MarkRefused {}
