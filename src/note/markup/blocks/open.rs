//! Blocks that hold blocks, while they are open.

use crate::note::markup::blocks::html_cells::{HtmlCell, HtmlRow, HtmlTable};
use crate::note::{Block, Inline, Item, LinkRole, Table};

/// How deep blocks nest at most. Deeper ones are drawn up: their text stays, and neither the
/// stack nor a browser's tree (512 levels in Chromium) can overflow.
pub(super) const DEEPEST_BLOCKS: usize = 32;

/// A block that is still open.
pub(super) struct Open {
    pub(super) kind: OpenKind,
    pub(super) blocks: Vec<Block>,
    pub(super) line: u32,
    /// Whether tags of HTML open and close it, and not Markdown.
    pub(super) is_html: bool,
}

/// What an open block will become.
pub(super) enum OpenKind {
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
