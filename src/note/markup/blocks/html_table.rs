//! Tables that are written as HTML: their rows and cells, whatever Markdown makes of what stands between
//! their tags. Nothing of them becomes HTML again.

use crate::note::markup::blocks::builder::BodyBuilder;
use crate::note::markup::blocks::html_cells::{HtmlCell, HtmlRow, HtmlTable, lines_of, table};
use crate::note::markup::blocks::open::{Open, OpenKind};
use crate::note::markup::html::attribute;
use crate::note::{Block, Inline};

/// The most columns or rows that a cell spans; HTML allows 1,000 and 65,534.
const LONGEST_SPAN: usize = 60;

impl BodyBuilder<'_> {
    /// Whether what is read now stands right in an HTML table, in no block of Markdown's within it.
    pub(super) fn in_html_table(&self) -> bool {
        matches!(
            self.open.last(),
            Some(Open {
                kind: OpenKind::HtmlTable(_) | OpenKind::HtmlRow(_) | OpenKind::HtmlCell(_),
                ..
            })
        )
    }

    /// Reads an opening tag of a table, or of what only breaks lines in one. `false` for another tag.
    pub(super) fn open_table_tag(&mut self, name: &str, attributes: &str, line: u32) -> bool {
        if name == "table" && !self.in_html_table() {
            self.close_inlines();
            self.open_html(OpenKind::HtmlTable(HtmlTable::default()), line);
            return true;
        }
        if !self.in_html_table() {
            return false;
        }
        let is_nested = self.html_table().is_some_and(|table| table.nested > 0);
        match name {
            "table" => {
                if let Some(table) = self.html_table() {
                    table.nested += 1;
                }
                self.break_cell(line);
            }
            "tr" | "td" | "th" | "caption" if is_nested => self.break_cell(line),
            "thead" | "tbody" | "tfoot" if !is_nested => {
                self.close_html_until(|kind| matches!(kind, OpenKind::HtmlTable(_)));
                if let Some(table) = self.html_table() {
                    table.in_head = name == "thead";
                }
            }
            "tr" => {
                self.close_html_until(|kind| matches!(kind, OpenKind::HtmlTable(_)));
                let is_head = self.html_table().is_some_and(|table| table.in_head);
                self.open_html(OpenKind::HtmlRow(HtmlRow { is_head, ..HtmlRow::default() }), line);
            }
            "td" | "th" => {
                self.close_html_until(|kind| !matches!(kind, OpenKind::HtmlCell(_)));
                if matches!(self.open.last(), Some(Open { kind: OpenKind::HtmlTable(_), .. })) {
                    self.open_html(OpenKind::HtmlRow(HtmlRow::default()), line);
                }
                let span = |name| {
                    let span =
                        attribute(attributes, name).and_then(|span| span.trim().parse().ok());
                    span.unwrap_or(1).clamp(1, LONGEST_SPAN)
                };
                let (columns, rows) = (span("colspan"), span("rowspan"));
                let cell = HtmlCell { is_head: name == "th", columns, rows, ..HtmlCell::default() };
                self.open_html(OpenKind::HtmlCell(cell), line);
            }
            "ul" | "ol" | "li" | "p" | "div" | "dl" | "dt" | "dd" | "blockquote" | "br" => {
                self.break_cell(line);
            }
            // A ticked box is what the cell says.
            "input" => {
                let is_ticked = attribute(attributes, "checked").is_some();
                self.inlines.text(if is_ticked { "✓" } else { "☐" }, line);
            }
            "a" => {
                if attribute(attributes, "data-t").is_some() {
                    return false;
                }
                if let Some(table) = self.html_table() {
                    table.links += 1;
                }
            }
            _ => return is_silent(name),
        }
        true
    }

    /// Reads a closing tag of a table, or of what only breaks lines in one. `false` for another tag.
    pub(super) fn close_table_tag(&mut self, name: &str, line: u32) -> bool {
        if !self.in_html_table() {
            return false;
        }
        let is_nested = self.html_table().is_some_and(|table| table.nested > 0);
        match name {
            "table" if is_nested => {
                if let Some(table) = self.html_table() {
                    table.nested -= 1;
                }
                self.break_cell(line);
            }
            "tr" | "td" | "th" | "thead" | "tbody" | "tfoot" if is_nested => {}
            "table" => {
                self.close_html_until(|kind| matches!(kind, OpenKind::HtmlTable(_)));
                self.close_inlines();
                self.close_top(false);
            }
            "tr" => self.close_html_until(|kind| matches!(kind, OpenKind::HtmlTable(_))),
            "td" | "th" => self.close_html_until(|kind| !matches!(kind, OpenKind::HtmlCell(_))),
            "thead" | "tbody" | "tfoot" => {
                self.close_html_until(|kind| matches!(kind, OpenKind::HtmlTable(_)));
                if let Some(table) = self.html_table() {
                    table.in_head = false;
                }
            }
            "ul" | "ol" | "li" | "p" | "div" | "dl" | "dt" | "dd" | "blockquote" => {
                self.break_cell(line);
            }
            "a" => {
                let Some(table) = self.html_table().filter(|table| table.links > 0) else {
                    return false;
                };
                table.links -= 1;
            }
            _ => return is_silent(name),
        }
        true
    }

    /// Ends tables whose end is missing: a heading of Markdown stands in none, nor does what follows the
    /// block in which they began.
    pub(super) fn close_html_tables(&mut self) {
        while self.in_html_table() {
            self.close_inlines();
            self.close_top(false);
        }
    }

    fn open_html(&mut self, kind: OpenKind, line: u32) {
        self.close_inlines();
        self.open.push(Open { kind, blocks: Vec::new(), line, is_html: false });
    }

    /// Closes parts of a table until one of a kind is the innermost.
    fn close_html_until(&mut self, is_wanted: impl Fn(&OpenKind) -> bool) {
        self.close_inlines();
        while self.in_html_table() && self.open.last().is_some_and(|open| !is_wanted(&open.kind)) {
            self.close_top(false);
        }
    }

    fn html_table(&mut self) -> Option<&mut HtmlTable> {
        let innermost = self.open.iter_mut().rev().take(3);
        innermost.into_iter().find_map(|open| match &mut open.kind {
            OpenKind::HtmlTable(table) => Some(table),
            _ => None,
        })
    }

    /// What follows stands on a line of its own in its cell.
    fn break_cell(&mut self, line: u32) {
        if matches!(self.open.last(), Some(Open { kind: OpenKind::HtmlCell(_), .. })) {
            self.inlines.push(Inline::Break, line);
        }
    }

    /// Puts a cell that ended into its row; what Markdown made of it becomes lines.
    pub(super) fn push_html_cell(&mut self, mut cell: HtmlCell, blocks: Vec<Block>) {
        lines_of(blocks, &mut cell.content);
        if let Some(Open { kind: OpenKind::HtmlRow(row), .. }) = self.open.last_mut() {
            row.cells.push(cell);
        }
    }

    /// Puts a row that ended into its table. What stands beside its cells stays below the table.
    pub(super) fn push_html_row(&mut self, row: HtmlRow, rest: Vec<Block>) {
        if let Some(Open { kind: OpenKind::HtmlTable(table), blocks, .. }) = self.open.last_mut() {
            blocks.extend(rest);
            if !row.cells.is_empty() {
                table.rows.push(row);
            }
        }
    }

    /// The table, and below it what stood in no cell of it.
    pub(super) fn push_html_table(&mut self, table: HtmlTable, rest: Vec<Block>, line: u32) {
        if let Some(table) = self::table(table.rows) {
            self.push(Block::Table(table), line);
        }
        rest.into_iter().for_each(|block| self.push(block, line));
    }
}

/// Whether a tag says only how a table or its text looks.
fn is_silent(name: &str) -> bool {
    matches!(
        name,
        "col"
            | "colgroup"
            | "caption"
            | "thead"
            | "tbody"
            | "tfoot"
            | "span"
            | "pre"
            | "font"
            | "center"
            | "small"
            | "big"
            | "u"
            | "label"
            | "section"
            | "abbr"
    )
}
