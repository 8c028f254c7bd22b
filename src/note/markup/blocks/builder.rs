//! The tree in the making: opening, filling and closing its blocks, however deep they nest.

use crate::note::markup::blocks::open::{DEEPEST_BLOCKS, Open, OpenKind, as_tag};
use crate::note::markup::inlines::InlineStack;
use crate::note::time::edges::TextPlace;
use crate::note::time::stamps::Looking;
use crate::note::{Block, Code, Inline, Item, Problem};

/// A note's body in the making.
pub(super) struct BodyBuilder<'p> {
    /// The open blocks, the root first. Never empty.
    pub(super) open: Vec<Open>,
    /// The paragraph, heading or cell that is being read.
    pub(super) inlines: InlineStack,
    pub(super) top_lines: Vec<u32>,
    /// How many containers beyond [`DEEPEST_BLOCKS`] are open.
    pub(super) skipped: usize,
    /// The same of those that HTML opened.
    pub(super) skipped_html: usize,
    /// The rank of a heading in HTML that is being read.
    pub(super) html_heading: Option<u8>,
    /// The HTML block that is being read, and its line.
    pub(super) html: Option<(String, u32)>,
    /// The code block that is being read.
    pub(super) code: Option<String>,
    pub(super) looking: Looking,
    /// What the code block that is being read is for.
    pub(super) fence: Fence,
    pub(super) problems: &'p mut Vec<Problem>,
}

/// What a code block is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fence {
    Code,
    /// A time, as a tool for notes beside a video writes it.
    Time,
    /// The address of the video, likewise.
    VideoAddress,
}

impl Fence {
    pub(super) fn of(info: &str) -> Self {
        match info {
            "timestamp" => Self::Time,
            "timestamp-url" => Self::VideoAddress,
            _ => Self::Code,
        }
    }
}

impl BodyBuilder<'_> {
    /// Ends the paragraph that is being read, if there is one.
    pub(super) fn close_inlines(&mut self) {
        self.html_heading = None;
        let is_top = self.open.len() == 1;
        self.inlines.is_under_title = is_top
            && self.open.first().is_some_and(|root| matches!(&*root.blocks, [Block::Heading(..)]));
        let (content, line) = self.inlines.take(TextPlace::Text, self.problems);
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

    pub(super) fn open_block(&mut self, kind: OpenKind, line: u32) {
        self.close_inlines();
        // A table and its rows stay together: they cannot nest further by themselves.
        if self.open.len() > DEEPEST_BLOCKS
            && !matches!(kind, OpenKind::Table(_) | OpenKind::Row(_))
        {
            if self.skipped == 0 {
                self.tell_too_deep(line);
            }
            self.skipped += 1;
        } else {
            // Most items have one block.
            let most = usize::from(matches!(kind, OpenKind::Item { .. }));
            let blocks = Vec::with_capacity(most);
            self.open.push(Open { kind, blocks, line, is_html: false });
        }
    }

    /// Says that blocks nest deeper than is drawn.
    pub(super) fn tell_too_deep(&mut self, line: u32) {
        let message = "Lists or quotations are nested too deeply here; \
                       what is deeper is shown at this depth.";
        self.problems.push(Problem::new(line, Code::TooDeep, message));
    }

    /// Ends the innermost block that Markdown opened.
    pub(super) fn close_block(&mut self, is_table_head: bool) {
        self.close_inlines();
        let in_table = matches!(
            self.open.last(),
            Some(Open { kind: OpenKind::Table(_) | OpenKind::Row(_), .. })
        );
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
        let Some(Open { kind, mut blocks, line, .. }) = self.open.pop() else { return };
        // Nothing is added any more, and most items have one.
        blocks.shrink_to_fit();
        let block = match kind {
            OpenKind::Root => return,
            OpenKind::Quote => Block::Quote(blocks),
            OpenKind::List { start, mut items } => {
                // An item too deep to be opened leaves what it holds to its list.
                if !blocks.is_empty() {
                    items.push(Item { blocks, done: None, line });
                }
                // Markdown's lists have items; those of HTML may have none.
                if items.is_empty() {
                    return;
                }
                items.shrink_to_fit();
                Block::List(start, items)
            }
            OpenKind::Item { done } => return self.push_item(Item { blocks, done, line }),
            OpenKind::Footnote(label) => Block::Footnote(label, blocks),
            OpenKind::Table(table) => Block::Table(table),
            OpenKind::Row(cells) => return self.push_row(cells, is_table_head),
            OpenKind::Details { summary } => Block::Details(summary, blocks),
            OpenKind::HtmlTable(table) => return self.push_html_table(table, blocks, line),
            OpenKind::HtmlRow(row) => return self.push_html_row(row, blocks),
            OpenKind::HtmlCell(cell) => return self.push_html_cell(cell, blocks),
        };
        self.push(block, line);
    }

    pub(super) fn push_item(&mut self, item: Item) {
        match self.open.last_mut() {
            Some(Open { kind: OpenKind::List { items, .. }, .. }) => items.push(item),
            Some(open) => open.blocks.extend(item.blocks),
            None => {}
        }
    }

    pub(super) fn push_row(&mut self, cells: Vec<Vec<Inline>>, is_head: bool) {
        if let Some(Open { kind: OpenKind::Table(table), .. }) = self.open.last_mut() {
            if is_head { table.head = cells } else { table.rows.push(cells) }
        }
    }
}
