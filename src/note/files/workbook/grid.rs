//! A workbook's sheet as rows of texts: without what is hidden, with merged cells filled.

use crate::note::files::workbook::book::{Book, Text};
use crate::note::files::workbook::format::NumberFormat;
use crate::note::files::workbook::xml::{Tag, Token, XmlPart};

/// The most columns that are read; what stands further right is no table that people keep.
const MOST_COLUMNS: usize = 256;

/// The most rows that are read.
const MOST_ROWS: usize = 100_000;

/// The most merged ranges, and the most cells that they fill.
const MOST_MERGED: usize = 20_000;
const MOST_FILLED: usize = 1_000_000;

/// The most bytes of text that a sheet holds: a short part may say one text a million times.
const MOST_BYTES: usize = 20_000_000;

/// A sheet's rows, and what there is to tell of it.
#[derive(Default)]
pub(super) struct Grid {
    /// The rows, from the first; those that are hidden are empty.
    pub(super) rows: Vec<Vec<String>>,
    pub(super) hidden_rows: usize,
    pub(super) hidden_columns: usize,
    /// Formulas without a value.
    pub(super) without_value: usize,
    /// The row after which the part is cut off.
    pub(super) cut_after: Option<usize>,
    bytes: usize,
    filled: usize,
}

/// A range of cells: the first row and column, and the last ones, from 0.
struct Range {
    rows: (usize, usize),
    columns: (usize, usize),
}

/// A cell that is being read.
#[derive(Default)]
struct OpenCell {
    column: usize,
    kind: String,
    look: NumberFormat,
    value: String,
    in_value: bool,
    has_formula: bool,
    text: Text,
}

impl Grid {
    /// Reads a sheet's part.
    pub(super) fn read(bytes: &[u8], book: &Book) -> Self {
        let mut grid = Self::default();
        let mut hidden: Vec<(usize, usize)> = Vec::new();
        let mut merged: Vec<Range> = Vec::new();
        let (mut row, mut is_hidden) = (0, false);
        let mut cell: Option<OpenCell> = None;
        let mut part = XmlPart::new(bytes);
        for token in part.by_ref() {
            if let Some(cell) = &mut cell {
                cell.take(&token);
            }
            match token {
                Token::Open(tag) if tag.is("col") && tag.says("hidden") => {
                    let (first, last) = (tag.number("min"), tag.number("max"));
                    hidden.extend(first.zip(last).filter(|(first, _)| *first > 0));
                }
                Token::Open(tag) if tag.is("row") => {
                    row = tag.number("r").unwrap_or(grid.rows.len() + 1).max(1) - 1;
                    is_hidden = tag.says("hidden");
                    if row < MOST_ROWS && row >= grid.rows.len() {
                        grid.rows.resize(row + 1, Vec::new());
                    }
                }
                Token::Close(name) if name == b"row" && is_hidden => {
                    let last = grid.rows.get_mut(row);
                    grid.hidden_rows +=
                        usize::from(last.as_ref().is_some_and(|row| !row.is_empty()));
                    if let Some(last) = last {
                        last.clear();
                    }
                }
                Token::Open(tag) if tag.is("c") => {
                    let next = grid.rows.get(row).map_or(0, Vec::len);
                    cell = Some(OpenCell::open(&tag, next, book));
                }
                Token::Close(name) if name == b"c" => {
                    if let Some(cell) = cell.take() {
                        grid.without_value += usize::from(cell.lacks_value());
                        grid.put(row, cell.column, cell.shown(book));
                    }
                }
                Token::Open(tag) if tag.is("mergeCell") && merged.len() < MOST_MERGED => {
                    merged.extend(tag.get("ref").as_deref().and_then(Range::of));
                }
                _ => {}
            }
        }
        if part.is_cut() {
            grid.cut_after = Some(grid.rows.len());
        }
        merged.iter().for_each(|range| grid.fill(range));
        grid.hide(&hidden);
        grid
    }

    fn put(&mut self, at: usize, column: usize, text: String) {
        let Some(row) = self.rows.get_mut(at).filter(|_| column < MOST_COLUMNS) else { return };
        if text.is_empty() {
            return;
        }
        self.bytes += text.len();
        if self.bytes > MOST_BYTES {
            let read = self.cut_after.unwrap_or(at);
            self.cut_after = Some(read.min(at));
            return;
        }
        if row.len() <= column {
            row.resize(column + 1, String::new());
        }
        row[column] = text;
    }

    /// Fills a merged range: downward, what it says holds of each row; to the right it does where the row
    /// says more than that, else it is a title.
    fn fill(&mut self, range: &Range) {
        let (top, left) = (range.rows.0, range.columns.0);
        let text = self.rows.get(top).and_then(|row| row.get(left)).cloned().unwrap_or_default();
        let last = range.rows.1.min(self.rows.len().saturating_sub(1));
        if text.is_empty() || top > last {
            return;
        }
        let inside = range.columns.0..=range.columns.1.min(MOST_COLUMNS - 1);
        for at in top..=last {
            if self.filled > MOST_FILLED {
                return;
            }
            let has_more = self.rows[at]
                .iter()
                .enumerate()
                .any(|(column, cell)| !inside.contains(&column) && !cell.is_empty());
            let width = if has_more { inside.clone().count() } else { 1 };
            self.filled += self.rows[at].len() + width;
            inside.clone().take(width).for_each(|column| self.put(at, column, text.clone()));
        }
    }

    /// Takes hidden columns, counted from 1, out of every row.
    fn hide(&mut self, hidden: &[(usize, usize)]) {
        let is_hidden =
            |column: usize| hidden.iter().any(|&(first, last)| (first - 1..last).contains(&column));
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let columns: Vec<bool> = (0..width).map(is_hidden).collect();
        let is_used = |at: usize| {
            self.rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.is_empty()))
        };
        self.hidden_columns = (0..width).filter(|&at| columns[at] && is_used(at)).count();
        if !hidden.is_empty() {
            for row in &mut self.rows {
                let mut at = 0;
                row.retain(|_| {
                    at += 1;
                    !columns[at - 1]
                });
            }
        }
    }
}

impl OpenCell {
    /// The cell that a tag begins, in the column that it names, else in the next one.
    fn open(tag: &Tag<'_>, next: usize, book: &Book) -> Self {
        let place = tag.get("r").as_deref().and_then(place);
        let look = tag.number("s").and_then(|style| book.looks.get(style)).copied();
        Self {
            column: place.map_or(next, |(_, column)| column),
            kind: tag.get("t").unwrap_or_default(),
            look: look.unwrap_or_default(),
            ..Self::default()
        }
    }

    fn take(&mut self, token: &Token<'_>) {
        self.text.take(token);
        match token {
            Token::Open(tag) if tag.is("v") => self.in_value = true,
            Token::Open(tag) if tag.is("f") => self.has_formula = true,
            Token::Close(name) if name == b"v" => self.in_value = false,
            Token::Text(text) if self.in_value => self.value.push_str(text),
            _ => {}
        }
    }

    fn lacks_value(&self) -> bool {
        self.has_formula && self.value.is_empty()
    }

    /// What the cell says, as the sheet shows it.
    fn shown(self, book: &Book) -> String {
        let shared = || self.value.trim().parse().ok().and_then(|at: usize| book.texts.get(at));
        let text = match self.kind.as_str() {
            "s" => shared().cloned().unwrap_or_default(),
            "inlineStr" => self.text.text,
            "str" => self.value.replace("_x000D_", ""),
            "b" => if self.value.trim() == "1" { "✓" } else { "✗" }.to_owned(),
            // What went wrong in a formula is no expectation of anybody.
            "e" => String::new(),
            "d" => self.value,
            _ => self.look.show(self.value.trim()),
        };
        text.trim().to_owned()
    }
}

impl Range {
    /// "B2:C4".
    fn of(written: &str) -> Option<Self> {
        let (first, last) = written.split_once(':')?;
        let (first, last) = (place(first)?, place(last)?);
        let is_right = first.0 <= last.0 && first.1 <= last.1;
        is_right.then_some(Self { rows: (first.0, last.0), columns: (first.1, last.1) })
    }
}

/// The row and column, from 0, that "C4" names.
fn place(written: &str) -> Option<(usize, usize)> {
    let letters = written.bytes().take_while(u8::is_ascii_uppercase).count();
    if !(1..=3).contains(&letters) {
        return None;
    }
    let column = written
        .bytes()
        .take(letters)
        .fold(0, |column, letter| column * 26 + usize::from(letter - b'A') + 1);
    let row: usize = written[letters..].parse().ok()?;
    Some((row.checked_sub(1)?, column - 1))
}
