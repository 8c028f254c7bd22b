//! A sheet (CSV, TSV), or each sheet of a workbook, as a table of a note.

use csv::{ReaderBuilder, StringRecord, Trim};

use crate::note::files::workbook::{self, is_workbook};
use crate::note::{Alignment, Block, Code, Inline, Problem, Section, Stamp, Table};
use crate::text;
use crate::video::{StampTime, VideoId};

/// The separators that are told apart; of equally many the first one counts.
const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];

/// The most problems of rows that are told one by one.
const MOST_TOLD: usize = 20;

/// Whether a file is a sheet, by its name.
#[must_use]
pub fn is_sheet(path: &str) -> bool {
    is_workbook(path)
        || path.rsplit_once('.').is_some_and(|(_, ending)| {
            ending.eq_ignore_ascii_case("csv") || ending.eq_ignore_ascii_case("tsv")
        })
}

/// The sections of a sheet: one with its table, or one for each sheet of a workbook.
pub(in crate::note) fn read(path: &str, text: &str, problems: &mut Vec<Problem>) -> Vec<Section> {
    if !is_workbook(path) {
        return vec![of_csv(text, problems)];
    }
    let (sheets, remarks) = workbook::sheets(text);
    for remark in remarks {
        problems.push(Problem::new(1, Code::SheetHidden, remark));
    }
    let mut slugs = text::Slugs::default();
    let section = |sheet: &workbook::WorkbookSheet<'_>| Section {
        heading: vec![Inline::Text(sheet.name.to_owned())],
        title: sheet.name.to_owned(),
        rank: 1,
        slug: slugs.unique(sheet.name, "sheet"),
        line: sheet.line,
        // Rows of a workbook are of any length.
        blocks: of_csv(sheet.csv, &mut Vec::new()).blocks,
    };
    sheets.iter().map(section).collect()
}

fn of_csv(text: &str, problems: &mut Vec<Problem>) -> Section {
    let (separator, text, first_line) =
        match text.strip_prefix("sep=").map(|rest| rest.split_once('\n')) {
            Some(Some((separator, rest))) => (separator.chars().next(), rest, 2),
            _ => (None, text, 1),
        };
    let separator = separator.or_else(|| separator_of(text)).unwrap_or(',');
    let records = records(text, separator, first_line, problems);
    let mut columns: Option<Times> = None;
    let mut rows = Vec::with_capacity(records.len());
    for record in &records {
        rows.push(
            record
                .iter()
                .enumerate()
                .map(|(at, cell)| content(record, at, cell, columns))
                .collect(),
        );
        columns = columns.or_else(|| Times::of(record));
    }
    let width = records.iter().map(StringRecord::len).max().unwrap_or(0);
    let table = Table { alignments: vec![Alignment::Natural; width], head: Vec::new(), rows };
    let blocks = if width > 0 { vec![Block::Table(table)] } else { Vec::new() };
    let (heading, title, slug) = (Vec::new(), String::new(), text::slug("sheet"));
    Section { heading, title, rank: 0, slug, line: first_line, blocks }
}

/// The separator that most lines of the start agree on.
fn separator_of(text: &str) -> Option<char> {
    let line = text.lines().find(|line| line.contains(SEPARATORS))?;
    let count = |separator: &char| {
        // What stands in quotation marks separates nothing.
        line.split('"').step_by(2).flat_map(str::chars).filter(|c| c == separator).count()
    };
    SEPARATORS.into_iter().rev().max_by_key(count)
}

/// The rows. A quotation mark that is never closed takes the rest of its row with it, and is told.
fn records(
    text: &str,
    separator: char,
    first_line: u32,
    problems: &mut Vec<Problem>,
) -> Vec<StringRecord> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(Trim::None)
        .delimiter(u8::try_from(separator).unwrap_or(b','))
        .from_reader(text.as_bytes());
    let mut records: Vec<StringRecord> = Vec::new();
    let mut lines: Vec<u32> = Vec::new();
    for record in reader.records() {
        let Ok(record) = record else { continue };
        let line = record.position().map_or(1, |position| position.line());
        lines.push(u32::try_from(line).unwrap_or(u32::MAX).saturating_add(first_line - 1));
        records.push(record);
    }
    let is_open = text.bytes().filter(|&byte| byte == b'"').count() % 2 == 1;
    if is_open && records.len() > 1 {
        let line = lines.pop().unwrap_or(1);
        records.pop();
        let message = "A quotation mark opens in this row and is never closed, so this row and what follows it \
                       cannot be read. Close it, or write a quotation mark twice where one is meant.";
        problems.push(Problem::new(line, Code::SheetRow, message));
    }
    let is_filled = |record: &StringRecord| record.iter().any(|cell| !cell.trim().is_empty());
    let widest = records
        .iter()
        .find(|record| record.iter().filter(|cell| !cell.trim().is_empty()).count() > 1);
    let width = widest.map_or(0, StringRecord::len);
    let ragged = records
        .iter()
        .zip(&lines)
        .filter(|(record, _)| is_filled(record) && record.len() != width && record.len() > 1);
    let ragged: Vec<(usize, u32)> = ragged.map(|(record, line)| (record.len(), *line)).collect();
    for (cells, line) in ragged.iter().take(MOST_TOLD) {
        let message = format!(
            "This row has {cells} cells where the first has {width}; what is there is read. Is a separator missing, or \
             one too many?"
        );
        problems.push(Problem::new(*line, Code::SheetRow, message));
    }
    records
}

/// The columns of times and of videos.
#[derive(Clone, Copy)]
struct Times {
    time: usize,
    video: Option<usize>,
}

impl Times {
    /// The columns that a head names.
    fn of(head: &StringRecord) -> Option<Self> {
        let find = |names: &[&str]| {
            head.iter().position(|cell| names.contains(&text::fold(cell.trim()).as_str()))
        };
        let time =
            find(&["time", "timestamp", "stamp", "start", "zeit", "tiempo", "tempo", "temps"])?;
        Some(Self { time, video: find(&["video", "video id", "videoid", "url", "youtube"]) })
    }
}

/// A cell's lines; in the column of times, the moment that it names.
fn content(record: &StringRecord, at: usize, cell: &str, times: Option<Times>) -> Vec<Inline> {
    if let Some(times) = times.filter(|times| times.time == at)
        && let Ok(time) = StampTime::parse(cell)
    {
        let video = times.video.and_then(|at| record.get(at));
        let video = video.and_then(|video| VideoId::from_id_or_url(video.trim()).ok());
        return vec![Inline::Stamp(Stamp::sure(time.seconds, cell.trim().to_owned(), video))];
    }
    let mut inlines = Vec::new();
    for line in cell.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !inlines.is_empty() {
            inlines.push(Inline::Break);
        }
        inlines.push(Inline::Text(line.to_owned()));
    }
    inlines
}
