//! Blocks that hold blocks: opening, filling and closing them, however deep they nest.

use crate::note::{Block, Code, Inline, Item, LinkRole, Problem, Table};

use super::html_table::{HtmlCell, HtmlRow, HtmlTable};
use super::{Builder, Place};

/// How deep blocks nest at most. Deeper ones are drawn up: their text stays, and neither the
/// stack nor a browser's tree (512 levels in Chromium) can overflow.
pub(super) const DEEPEST: usize = 32;

/// A block that is still open.
pub(super) struct Open {
    pub(super) kind: Kind,
    pub(super) blocks: Vec<Block>,
    pub(super) line: u32,
    /// Whether tags of HTML open and close it, and not Markdown.
    pub(super) is_html: bool,
}

/// What an open block will become.
pub(super) enum Kind {
    Root,
    Quote,
    List { start: Option<u64>, items: Vec<Item> },
    Item { done: Option<bool> },
    Footnote(String),
    Table(Table),
    Row(Vec<Vec<Inline>>),
    Details { summary: Vec<Inline> },
    HtmlTable(HtmlTable),
    HtmlRow(HtmlRow),
    HtmlCell(HtmlCell),
}

/// What a property, or a heading of its own, links to is a name that things are sorted by.
pub(super) fn as_tag(inline: &mut Inline) {
    if let Inline::WikiLink(link) = inline {
        link.role = LinkRole::Tag;
    }
}

impl Builder<'_> {
    /// Ends the paragraph that is being read, if there is one.
    pub(super) fn close_inlines(&mut self) {
        self.html_heading = None;
        let is_top = self.open.len() == 1;
        self.inlines.is_under_title = is_top
            && self.open.first().is_some_and(|root| matches!(&*root.blocks, [Block::Heading(..)]));
        let (content, line) = self.inlines.take(Place::Text, self.problems);
        for (key, mut value) in std::mem::take(&mut self.inlines.properties) {
            value.iter_mut().for_each(as_tag);
            self.push(Block::Property(key, value), line.unwrap_or(1));
        }
        let has_content = content.iter().any(|inline| match inline {
            Inline::Text(text) => !text.trim().is_empty(),
            Inline::Break => false,
            _ => true,
        });
        if let (true, Some(line)) = (has_content, line) {
            self.push(Block::Paragraph(content), line);
        }
    }

    pub(super) fn leaf(&mut self, block: Block, line: u32) {
        self.close_inlines();
        self.push(block, line);
    }

    pub(super) fn push(&mut self, block: Block, line: u32) {
        if self.open.len() == 1 {
            self.top_lines.push(line);
        }
        if let Some(open) = self.open.last_mut() {
            open.blocks.push(block);
        }
    }

    pub(super) fn open_block(&mut self, kind: Kind, line: u32) {
        self.close_inlines();
        // A table and its rows stay together: they cannot nest further by themselves.
        if self.open.len() > DEEPEST && !matches!(kind, Kind::Table(_) | Kind::Row(_)) {
            if self.skipped == 0 {
                let message = "Lists or quotations are nested too deeply here; \
                               what is deeper is shown at this depth.";
                self.problems.push(Problem::new(line, Code::TooDeep, message));
            }
            self.skipped += 1;
        } else {
            self.open.push(Open { kind, blocks: Vec::new(), line, is_html: false });
        }
    }

    /// Ends the innermost block that Markdown opened.
    pub(super) fn close_block(&mut self, is_table_head: bool) {
        self.close_inlines();
        let in_table =
            matches!(self.open.last(), Some(Open { kind: Kind::Table(_) | Kind::Row(_), .. }));
        if self.skipped > 0 && !in_table {
            self.skipped -= 1;
            return;
        }
        // A disclosure or a table that is still open inside the block ends with it.
        while self.in_details() || self.in_html_table() || self.in_html_block() {
            self.close_top(false);
        }
        self.close_top(is_table_head);
    }

    pub(super) fn close_top(&mut self, is_table_head: bool) {
        if self.open.len() < 2 {
            return;
        }
        let Some(Open { kind, blocks, line, .. }) = self.open.pop() else { return };
        let block = match kind {
            Kind::Root => return,
            Kind::Quote => Block::Quote(blocks),
            Kind::List { start, mut items } => {
                // An item too deep to be opened leaves what it holds to its list.
                if !blocks.is_empty() {
                    items.push(Item { blocks, done: None, line });
                }
                // Markdown's lists have items; those of HTML may have none.
                if items.is_empty() {
                    return;
                }
                Block::List(start, items)
            }
            Kind::Item { done } => return self.push_item(Item { blocks, done, line }),
            Kind::Footnote(label) => Block::Footnote(label, blocks),
            Kind::Table(table) => Block::Table(table),
            Kind::Row(cells) => return self.push_row(cells, is_table_head),
            Kind::Details { summary } => Block::Details(summary, blocks),
            Kind::HtmlTable(table) => return self.push_html_table(table, blocks, line),
            Kind::HtmlRow(row) => return self.push_html_row(row, blocks),
            Kind::HtmlCell(cell) => return self.push_html_cell(cell, blocks),
        };
        self.push(block, line);
    }

    pub(super) fn push_item(&mut self, item: Item) {
        match self.open.last_mut() {
            Some(Open { kind: Kind::List { items, .. }, .. }) => items.push(item),
            Some(open) => open.blocks.extend(item.blocks),
            None => {}
        }
    }

    pub(super) fn push_row(&mut self, cells: Vec<Vec<Inline>>, is_head: bool) {
        if let Some(Open { kind: Kind::Table(table), .. }) = self.open.last_mut() {
            if is_head { table.head = cells } else { table.rows.push(cells) }
        }
    }
}
