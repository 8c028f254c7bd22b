//! A matrix that this program wrote as CSV, read back: a placement a row, with all that the matrix knows of it.

use std::collections::BTreeMap;

use crate::matrix::extract::evidence::Evidence;
use crate::matrix::language::level_name::LevelName;
use crate::matrix::model::level::LevelId;
use crate::matrix::model::rule::Rule;
use crate::note::{Table, plain_text};
use crate::text;

use crate::matrix::extract::ladder::drafts::{Drafts, PlacementDraft};
use crate::matrix::extract::ladder::tables::cells::{TableRow, lines};

/// The columns of the matrix as CSV.
pub const CSV_COLUMNS: [&str; 14] = [
    "skill",
    "group",
    "level",
    "level_as_written",
    "level_place",
    "rank",
    "as_written",
    "expected",
    "note",
    "video",
    "seconds",
    "time",
    "url",
    "proof",
];

/// What the last of them says of a clip that whoever keeps the notes chose as proof.
pub const CHOSEN: &str = "chosen";

/// How many of them a sheet has at least: older ones say nothing of proofs.
const FEWEST_COLUMNS: usize = CSV_COLUMNS.len() - 1;

/// The place of the head of a sheet that is such a matrix.
pub(in crate::matrix) fn head(table: &Table) -> Option<usize> {
    let is_head = |row: TableRow<'_>| {
        row.len() >= FEWEST_COLUMNS
            && row.iter().zip(CSV_COLUMNS).all(|(cell, name)| plain_text(cell).trim() == name)
    };
    table.rows.iter().take(2).position(|row| is_head(row))
}

/// Reads the rows below the head.
pub(in crate::matrix) fn read(table: &Table, section: usize, head: usize, drafts: &mut Drafts) {
    let rows = &table.rows[head + 1..];
    let cell = |row: &[Vec<crate::note::Inline>], name: &str| {
        let at = CSV_COLUMNS.iter().position(|column| *column == name);
        at.and_then(|at| row.get(at))
            .map(|cell| unguarded(&lines(cell)).to_owned())
            .filter(|text| !text.is_empty())
    };
    let level = |row: &[Vec<crate::note::Inline>]| {
        let id: LevelId = cell(row, "level")?.parse().ok()?;
        let written = cell(row, "level_as_written").unwrap_or_else(|| id.known_label().to_owned());
        Some(LevelName::given(&written, id))
    };
    let mut places: BTreeMap<usize, LevelName> = BTreeMap::new();
    for row in rows {
        if let (Some(level), Some(place)) =
            (level(row), cell(row, "level_place").and_then(|place| place.parse().ok()))
        {
            places.entry(place).or_insert(level);
        }
    }
    drafts.order(places.values());
    for row in rows {
        let Some(name) = cell(row, "skill").filter(|name| !text::slug(name).is_empty()) else {
            continue;
        };
        let evidence = Evidence::of_cells(row);
        drafts.add(PlacementDraft {
            section,
            name,
            group: cell(row, "group"),
            level: level(row),
            rank: cell(row, "rank").and_then(|rank| rank.parse().ok()),
            text: cell(row, "expected").unwrap_or_default(),
            evidence,
            rule: match cell(row, "proof").as_deref() {
                Some(CHOSEN) => Rule::ChosenAsProof,
                _ => Rule::SheetRows,
            },
        });
    }
}

/// A text without the apostrophe that keeps spreadsheets from running it as a formula.
fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(text)
}
