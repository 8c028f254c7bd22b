//! The cells of an HTML table: each in its column, and what Markdown made of its text as lines.

use crate::note::{Alignment, Block, Inline, Table, plain_text};

/// A table that is being read.
#[derive(Default)]
pub(super) struct HtmlTable {
    pub(super) rows: Vec<HtmlRow>,
    /// Whether rows are read that stand in its head.
    pub(super) in_head: bool,
    /// How many tables are open within one of its cells; what they hold is that cell's text.
    pub(super) nested: usize,
    /// How many links are open that are no stamps: their text is the cell's.
    pub(super) links: usize,
}

/// A row that is being read.
#[derive(Default)]
pub(super) struct HtmlRow {
    pub(super) cells: Vec<HtmlCell>,
    pub(super) is_head: bool,
}

/// A cell that is being read.
#[derive(Default)]
pub(super) struct HtmlCell {
    pub(super) content: Vec<Inline>,
    pub(super) is_head: bool,
    pub(super) columns: usize,
    pub(super) rows: usize,
}

/// The longest text that is repeated in each row that its cell spans, in bytes: what names a row is short.
const LONGEST_REPEATED: usize = 200;

/// The table of rows, with a cell in each column of each row. `None` where it has no cell.
pub(super) fn table(all: Vec<HtmlRow>) -> Option<Table> {
    let has_head = all.iter().any(|row| row.is_head);
    let mut rows: Vec<Vec<Vec<Inline>>> = Vec::with_capacity(all.len());
    let mut head = None;
    // For each column, in how many rows more a cell from above stands, and what it repeats there.
    let mut spans: Vec<(usize, Vec<Inline>)> = Vec::new();
    for (index, row) in all.into_iter().enumerate() {
        let all_heads = row.cells.iter().all(|cell| cell.is_head);
        let is_head = row.is_head || (!has_head && index == 0 && all_heads);
        let cells = spread(row.cells, &mut spans);
        match head {
            None if is_head && rows.is_empty() => head = Some(cells),
            _ => rows.push(cells),
        }
    }
    let head = head.unwrap_or_default();
    let width = rows.iter().chain([&head]).map(Vec::len).max().filter(|&width| width > 0)?;
    Some(Table { alignments: vec![Alignment::Natural; width], head, rows })
}

/// The longest text that is repeated in each column that its cell spans.
const LONGEST_BESIDE: usize = 2000;

/// The cells of a row, each in its column: with those that reach down from above, and with the same in each
/// further column that a cell spans. A cell over the whole row, or over its beginning, is a title: it stands once.
fn spread(cells: Vec<HtmlCell>, spans: &mut Vec<(usize, Vec<Inline>)>) -> Vec<Vec<Inline>> {
    let mut row: Vec<Vec<Inline>> = Vec::with_capacity(cells.len());
    let mut from_above = |row: &mut Vec<Vec<Inline>>| {
        while let Some((left, content)) = spans.get_mut(row.len()).filter(|(left, _)| *left > 0) {
            *left -= 1;
            row.push(content.clone());
        }
    };
    let mut reach_down = Vec::new();
    let is_alone = cells.len() == 1;
    for cell in cells {
        from_above(&mut row);
        if cell.rows > 1 {
            let text = plain_text(&cell.content);
            let repeated =
                if text.len() <= LONGEST_REPEATED { cell.content.clone() } else { Vec::new() };
            reach_down.push((row.len(), cell.rows - 1, repeated));
        }
        let is_title = is_alone || row.is_empty() || cell.is_head;
        let is_short = cell.columns > 1 && plain_text(&cell.content).len() <= LONGEST_BESIDE;
        let beside = if is_short && !is_title { cell.content.clone() } else { Vec::new() };
        row.push(cell.content);
        row.extend(std::iter::repeat_n(beside, cell.columns - 1));
    }
    from_above(&mut row);
    for (column, left, content) in reach_down {
        if spans.len() <= column {
            spans.resize_with(column + 1, Default::default);
        }
        spans[column] = (left, content);
    }
    row
}

/// The lines of a cell: its paragraphs, items and rows, with breaks between them.
pub(super) fn lines_of(blocks: Vec<Block>, lines: &mut Vec<Inline>) {
    for block in blocks {
        if !lines.is_empty() {
            lines.push(Inline::Break);
        }
        match block {
            Block::Paragraph(inlines) | Block::Heading(_, inlines) => {
                lines.extend(trimmed(inlines))
            }
            Block::List(_, items) => {
                lines_of(items.into_iter().flat_map(|item| item.blocks).collect(), lines);
            }
            Block::Quote(blocks) | Block::Footnote(_, blocks) => lines_of(blocks, lines),
            Block::Details(summary, blocks) => {
                lines.extend(summary);
                lines_of(blocks, lines);
            }
            Block::Code(code) => lines.push(Inline::Code(code.trim().to_owned())),
            Block::Table(table) => {
                let rows = std::iter::once(table.head).chain(table.rows);
                rows.flatten().for_each(|cell| {
                    lines.extend(cell);
                    lines.push(Inline::Text(" ".to_owned()));
                });
            }
            Block::Property(key, value) => {
                lines.push(Inline::Text([&key, ": "].concat()));
                lines.extend(value);
            }
            Block::Rule | Block::Mark(..) => {}
        }
    }
    while lines.last().is_some_and(is_blank) {
        lines.pop();
    }
}

/// Inlines without breaks and blanks around them, and without two breaks in a row.
fn trimmed(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut kept: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines {
        let after_break = kept.last().is_none_or(|last| matches!(last, Inline::Break));
        if !(after_break && is_blank(&inline)) {
            kept.push(inline);
        }
    }
    while kept.last().is_some_and(is_blank) {
        kept.pop();
    }
    kept
}

fn is_blank(inline: &Inline) -> bool {
    match inline {
        Inline::Text(text) => text.trim().is_empty(),
        Inline::Break => true,
        _ => false,
    }
}
