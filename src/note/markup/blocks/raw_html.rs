//! Blocks of raw HTML: their allowed elements, their stamps, and the rest as text.

use crate::note::markup::blocks::builder::BodyBuilder;
use crate::note::markup::blocks::open::{DEEPEST_BLOCKS, Open, OpenKind};
use crate::note::markup::html::{self, HtmlPiece};
use crate::note::time::edges::TextPlace;
use crate::note::{AuthorMark, Block};

impl BodyBuilder<'_> {
    /// A block of raw HTML: its allowed elements, its stamps, and the rest as text.
    pub(super) fn html_block(&mut self, html: &str, first_line: u32) {
        let mut line = first_line;
        for piece in html::pieces(html) {
            let lines_in = match &piece {
                HtmlPiece::Text(text) => {
                    self.html_text(text, line);
                    text.matches('\n').count()
                }
                HtmlPiece::Comment(text) => {
                    if let Some(mark) = AuthorMark::read(text) {
                        self.leaf(Block::Mark(mark, line), line);
                    }
                    text.matches('\n').count()
                }
                HtmlPiece::Open { name, attributes, raw } => {
                    match &**name {
                        _ if self.open_table_tag(name, attributes, line) => {}
                        _ if self.open_block_tag(name, attributes, line) => {}
                        "hr" => self.leaf(Block::Rule, line),
                        "details" if self.open.len() <= DEEPEST_BLOCKS => {
                            self.open_block(OpenKind::Details { summary: Vec::new() }, line);
                        }
                        "summary" if self.in_details() => self.close_inlines(),
                        _ => self.inlines.html(raw, line, self.problems),
                    }
                    raw.matches('\n').count()
                }
                HtmlPiece::Close { name, raw } => {
                    match &**name {
                        _ if self.close_table_tag(name, line) => {}
                        _ if self.close_block_tag(name, line) => {}
                        "summary" if self.in_details() => self.close_summary(),
                        _ => self.inlines.html(raw, line, self.problems),
                    }
                    raw.matches('\n').count()
                }
            };
            line = line.saturating_add(u32::try_from(lines_in).unwrap_or(u32::MAX));
        }
        self.close_inlines();
    }

    /// HTML within a paragraph: where that stands in a table, the table's tags part it.
    pub(super) fn inline_html(&mut self, raw: &str, line: u32) {
        if self.in_html_table() {
            let mut pieces = html::pieces(raw);
            let was_read = match (pieces.next(), pieces.next()) {
                (Some(HtmlPiece::Open { name, attributes, .. }), None) => {
                    self.open_table_tag(&name, attributes, line)
                }
                (Some(HtmlPiece::Close { name, .. }), None) => self.close_table_tag(&name, line),
                _ => false,
            };
            if was_read {
                return;
            }
        }
        self.inlines.html(raw, line, self.problems);
    }

    /// Text of an HTML block. A rule that ended up in one (`<br>` right above `---`) stays a rule.
    fn html_text(&mut self, text: &str, first_line: u32) {
        for (text, line) in text.split_inclusive('\n').zip(first_line..) {
            if text.trim() == "---" {
                self.leaf(Block::Rule, line);
            } else {
                self.inlines.text(&text.replace('\n', " "), line);
            }
        }
    }

    pub(super) fn in_details(&self) -> bool {
        matches!(self.open.last(), Some(Open { kind: OpenKind::Details { .. }, .. }))
    }

    fn close_summary(&mut self) {
        let (content, _) = self.inlines.take(TextPlace::Cell, self.problems);
        if let Some(Open { kind: OpenKind::Details { summary }, .. }) = self.open.last_mut() {
            summary.extend(content);
        }
    }
}
