//! A workbook (XLSX) as text: each sheet as CSV below its name, with what was left out.
//!
//! A workbook becomes this text where it is read, so that it is kept, packed and read like any other note.
//! What its author hid is not in the text.

mod book;
mod format;
mod grid;
mod xml;

use std::fmt;

use csv::WriterBuilder;

pub use book::WorkbookParts;

use book::Book;
use grid::Grid;

/// The sign of the lines between a workbook's sheets.
const SHEET_SIGN: char = '\u{c}';

/// What follows the sign on a line that names a sheet.
const NAME_SIGN: char = '=';

/// What follows the sign on a line that says what was left out.
const REMARK_SIGN: char = '!';

/// How many empty rows in a row are kept, so that the rows below keep their number.
const MOST_EMPTY: usize = 1000;

/// The archive is no workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoWorkbook;

/// A sheet of a workbook in its text.
pub(in crate::note) struct WorkbookSheet<'t> {
    pub(in crate::note) name: &'t str,
    /// The line of the text at which its rows begin, from 1.
    pub(in crate::note) line: u32,
    pub(in crate::note) csv: &'t str,
}

/// Whether a file is a workbook that can be read, by its name.
#[must_use]
pub fn is_workbook(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| {
        ending.eq_ignore_ascii_case("xlsx") || ending.eq_ignore_ascii_case("xlsm")
    })
}

/// Whether a part of a workbook's archive is one of those that are read.
#[must_use]
pub fn is_part(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    matches!(name, "workbook.xml" | "workbook.xml.rels" | "sharedStrings.xml" | "styles.xml")
        || (path.contains("worksheets/") && name.ends_with(".xml"))
}

/// The text of a workbook.
///
/// # Errors
/// [`NoWorkbook`] where its parts name no sheet.
pub fn text(parts: &WorkbookParts) -> Result<String, NoWorkbook> {
    let book = Book::read(parts).filter(|book| !book.sheets.is_empty()).ok_or(NoWorkbook)?;
    let mut text = String::new();
    let mut remarks: Vec<String> = Vec::new();
    let hidden = book.sheets.iter().filter(|sheet| sheet.is_hidden).count();
    if hidden > 0 {
        remarks.push(format!("{} left out, because hidden.", counted(hidden, "sheet")));
    }
    for sheet in book.sheets.iter().filter(|sheet| !sheet.is_hidden) {
        let name = sheet.name.replace([SHEET_SIGN, '\n', '\r'], " ");
        let Some(bytes) = parts.get(&sheet.path) else {
            remarks.push(format!(
                "The sheet “{name}” is damaged and cannot be read: save the workbook again."
            ));
            continue;
        };
        let grid = Grid::read(bytes, &book);
        remarks.extend(remarks_on(&grid, &name));
        text.extend([SHEET_SIGN, NAME_SIGN]);
        text.push_str(&name);
        text.push('\n');
        text.push_str(&csv(&grid.rows));
    }
    for remark in remarks {
        text.extend([SHEET_SIGN, REMARK_SIGN]);
        text.push_str(&remark);
        text.push('\n');
    }
    Ok(text)
}

fn remarks_on(grid: &Grid, name: &str) -> Vec<String> {
    let mut remarks = Vec::new();
    let (rows, columns) = (grid.hidden_rows, grid.hidden_columns);
    let left_out = match (rows, columns) {
        (0, 0) => None,
        (0, columns) => Some(counted(columns, "column")),
        (rows, 0) => Some(counted(rows, "row")),
        _ => Some(format!("{} and {}", counted(rows, "row"), counted(columns, "column"))),
    };
    remarks.extend(left_out.map(|what| format!("{what} of “{name}” left out, because hidden.")));
    if grid.without_value > 0 {
        let formulas = counted(grid.without_value, "formula");
        remarks.push(format!(
            "{formulas} of “{name}” without a value: open the workbook in a spreadsheet and save it there."
        ));
    }
    remarks.extend(grid.cut_after.map(|row| {
        format!("“{name}” is cut off after row {row}: what stands before that is read.")
    }));
    remarks
}

fn counted(number: usize, what: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {what}{ending}")
}

/// Rows as CSV, without the empty ones at the end.
fn csv(rows: &[Vec<String>]) -> String {
    let mut writer = WriterBuilder::new().flexible(true).from_writer(Vec::new());
    let mut empty = 0;
    for row in rows {
        if row.iter().all(String::is_empty) {
            empty += 1;
            continue;
        }
        for _ in 0..std::mem::take(&mut empty).min(MOST_EMPTY) {
            // Writing to memory cannot fail.
            let _ = writer.write_record([""]);
        }
        let _ = writer.write_record(row.iter().map(|cell| cell.replace(SHEET_SIGN, " ")));
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// The sheets in a workbook's text, and what was left out of them.
pub(in crate::note) fn sheets(text: &str) -> (Vec<WorkbookSheet<'_>>, Vec<&str>) {
    let (mut sheets, mut remarks) = (Vec::new(), Vec::new());
    let mut line: u32 = 1;
    for part in text.split(SHEET_SIGN) {
        let newlines = part.bytes().filter(|&byte| byte == b'\n').count();
        if let Some(rest) = part.strip_prefix(NAME_SIGN) {
            let (name, csv) = rest.split_once('\n').unwrap_or((rest, ""));
            sheets.push(WorkbookSheet { name, line: line.saturating_add(1), csv });
        } else if let Some(remark) = part.strip_prefix(REMARK_SIGN) {
            remarks.push(remark.trim_end());
        }
        line = line.saturating_add(u32::try_from(newlines).unwrap_or(u32::MAX));
    }
    (sheets, remarks)
}

/// A workbook's text with only those sheets whose place, from 0, is to stay.
#[must_use]
pub fn with_sheets(text: &str, stays: impl Fn(usize) -> bool) -> String {
    let mut out = String::new();
    let mut place = 0;
    for part in text.split(SHEET_SIGN).filter(|part| !part.is_empty()) {
        let is_sheet = part.starts_with(NAME_SIGN);
        if is_sheet && stays(place) {
            out.push(SHEET_SIGN);
            out.push_str(part);
        }
        place += usize::from(is_sheet);
    }
    out
}

impl fmt::Display for NoWorkbook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it is no workbook of a spreadsheet, or is cut off")
    }
}

impl std::error::Error for NoWorkbook {}
