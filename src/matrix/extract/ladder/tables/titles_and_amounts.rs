//! Cells that say nothing of skills: how long, for how much, and what people are called.

use crate::matrix::language::level_name::{By, LevelName};
use crate::matrix::language::senses::Kinds;
use crate::matrix::language::terms::Terms;
use crate::note::{Inline, plain_text};

use super::cells::TableRow;
use super::table_head::{MOST_ABOVE, head as head_of};

/// The longest cell that is an amount, in bytes.
const LONGEST_AMOUNT: usize = 48;

/// Whether most of the cells of a row or column say how long somebody has worked or what is paid: "2–5 years", "€ 50k".
pub(in crate::matrix) fn are_amounts<'a>(
    cells: impl Iterator<Item = &'a Vec<Inline>>,
    head: &str,
    terms: &Terms,
) -> bool {
    // "Years of experience" is one term, and says years.
    let is_of_years =
        head.split_whitespace().flat_map(|word| terms.read(word)).any(|term| term.is(Kinds::YEARS));
    are_mostly(cells, |text| {
        let read = if text.len() <= LONGEST_AMOUNT { terms.read(text) } else { return false };
        let is_number = |word: &str| word.contains(|c: char| c.is_ascii_digit());
        let has_number = read.iter().any(|term| is_number(&term.text));
        let is_paid = text.contains(['€', '$', '£', '¥', '￥', '₽', '₩']);
        let has_unit = is_of_years || is_paid || read.iter().any(|term| term.is(Kinds::YEARS));
        let unknown = read.iter().filter(|term| !is_number(&term.text) && !term.is(Kinds::YEARS));
        has_number && has_unit && unknown.count() <= 2
    })
}

/// Whether most of the cells are what people are called: "Senior Designer", "D3", "Product Manager".
pub(in crate::matrix) fn are_titles<'a>(
    cells: impl Iterator<Item = &'a Vec<Inline>>,
    terms: &Terms,
) -> bool {
    are_mostly(cells, |text| {
        let has_role = || terms.read(text).iter().any(|term| term.is(Kinds::ROLES));
        LevelName::read(text, terms).is_some_and(|level| match level.by {
            By::Word => level.unknown == 0 && has_role(),
            By::Code | By::Role => level.unknown == 0,
            By::Mastery | By::Number => false,
        })
    })
}

/// Whether most of the cells say who does a thing and who is asked: "R", "A/C".
pub(in crate::matrix) fn are_duties<'a>(cells: impl Iterator<Item = &'a Vec<Inline>>) -> bool {
    are_mostly(cells, |text| {
        let mut duties = text.split(['/', ',', ' ', '&']).filter(|duty| !duty.is_empty());
        duties.all(|duty| matches!(duty, "R" | "A" | "C" | "I"))
    })
}

/// Whether all columns are called by roles or levels, two at least.
pub(super) fn are_named_by_titles<'a>(
    names: impl ExactSizeIterator<Item = &'a str>,
    terms: &Terms,
) -> bool {
    let is_level = |name| LevelName::read(name, terms).is_some_and(|level| level.is_only_level());
    names.len() > 1 && { names }.all(|name| is_role(name, terms) || is_level(name))
}

/// Whether the cells under the levels of a table's head are what people are called there, or their duties.
pub(super) fn is_grid_of_titles(rows: &[TableRow<'_>], is_ladder: bool, terms: &Terms) -> bool {
    let found = rows
        .iter()
        .take(MOST_ABOVE)
        .enumerate()
        .find_map(|(at, row)| head_of(row, terms, is_ladder).map(|head| (at, head)));
    let Some((at, head)) = found else { return false };
    let is_level = |column: usize| head.levels.get(column).is_some_and(Option::is_some);
    let cells = || {
        rows.iter().skip(at + 1).flat_map(|row| {
            row.iter().enumerate().filter(|(column, _)| is_level(*column)).map(|(_, cell)| cell)
        })
    };
    are_titles(cells(), terms) || are_duties(cells())
}

/// Whether a name is a role's and nothing else.
pub(in crate::matrix) fn is_role(name: &str, terms: &Terms) -> bool {
    let read = terms.read(name);
    read.iter().any(|term| term.is(Kinds::ROLES)) && read.iter().all(|term| !term.is_unknown())
}

/// Whether more than half of the cells that are filled are so, and two at least.
fn are_mostly<'a>(
    cells: impl Iterator<Item = &'a Vec<Inline>>,
    is_so: impl Fn(&str) -> bool,
) -> bool {
    let (mut filled, mut so) = (0, 0);
    for cell in cells {
        let text = plain_text(cell);
        if !text.trim().is_empty() {
            filled += 1;
            so += usize::from(is_so(text.trim()));
        }
    }
    so >= 2 && 2 * so > filled
}
