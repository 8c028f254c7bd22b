//! Lists, quotations and headings that are written as HTML: blocks as those of Markdown are. Nothing of them
//! becomes HTML again.

use crate::note::Block;
use crate::note::markup::blocks::builder::BodyBuilder;
use crate::note::markup::blocks::open::{DEEPEST_BLOCKS, Open, OpenKind};
use crate::note::markup::html::attribute;
use crate::note::time::edges::TextPlace;

impl BodyBuilder<'_> {
    /// Whether the innermost block is a list, an item or a quotation that HTML opened.
    pub(super) fn in_html_block(&self) -> bool {
        self.open.last().is_some_and(|open| open.is_html)
    }

    /// Reads an opening tag of a list, an item, a quotation or a heading. `false` for another tag.
    pub(super) fn open_block_tag(&mut self, name: &str, attributes: &str, line: u32) -> bool {
        match name {
            "ul" => self.open_html_block(OpenKind::List { start: None, items: Vec::new() }, line),
            "ol" => {
                let start = attribute(attributes, "start").and_then(|start| start.parse().ok());
                let start = Some(start.unwrap_or(1));
                self.open_html_block(OpenKind::List { start, items: Vec::new() }, line);
            }
            "li" => {
                self.close_inlines();
                if self.is_innermost(|kind| matches!(kind, OpenKind::Item { .. })) {
                    self.close_top(false);
                }
                if !self.is_innermost(|kind| matches!(kind, OpenKind::List { .. })) {
                    self.open_html_block(OpenKind::List { start: None, items: Vec::new() }, line);
                }
                if self.is_innermost(|kind| matches!(kind, OpenKind::List { .. })) {
                    self.open_html_block(OpenKind::Item { done: None }, line);
                }
            }
            "blockquote" => self.open_html_block(OpenKind::Quote, line),
            _ => match rank(name) {
                Some(rank) => {
                    self.close_inlines();
                    self.html_heading = Some(rank);
                }
                None => return false,
            },
        }
        true
    }

    /// Reads a closing tag of such a block, or of a disclosure around it. `false` for another tag.
    pub(super) fn close_block_tag(&mut self, name: &str, line: u32) -> bool {
        let is_wanted: fn(&OpenKind) -> bool = match name {
            "ul" | "ol" => |kind| matches!(kind, OpenKind::List { .. }),
            "li" => |kind| matches!(kind, OpenKind::Item { .. }),
            "blockquote" => |kind| matches!(kind, OpenKind::Quote),
            "details" => |kind| matches!(kind, OpenKind::Details { .. }),
            _ if rank(name).is_some() && self.html_heading.is_some() => {
                self.close_html_heading(line);
                return true;
            }
            _ => return false,
        };
        if self.skipped_html > 0 && name != "details" {
            self.skipped_html -= 1;
            return true;
        }
        let is_html = |open: &&Open| open.is_html || matches!(open.kind, OpenKind::Details { .. });
        let mut open = self.open.iter().rev().take_while(is_html);
        let Some(depth) = open.position(|open| is_wanted(&open.kind)) else { return false };
        self.close_inlines();
        (0..=depth).for_each(|_| self.close_top(false));
        true
    }

    fn close_html_heading(&mut self, line: u32) {
        let Some(rank) = self.html_heading.take() else { return };
        let (content, at) = self.inlines.take(TextPlace::Heading, self.problems);
        if !content.is_empty() {
            self.push(Block::Heading(rank, content), at.unwrap_or(line));
        }
    }

    fn open_html_block(&mut self, kind: OpenKind, line: u32) {
        self.close_inlines();
        if self.open.len() > DEEPEST_BLOCKS {
            if self.skipped_html == 0 {
                self.tell_too_deep(line);
            }
            self.skipped_html += 1;
        } else {
            self.open.push(Open { kind, blocks: Vec::new(), line, is_html: true });
        }
    }

    /// Whether the innermost block was opened by HTML and is of a kind.
    fn is_innermost(&self, is_wanted: impl Fn(&OpenKind) -> bool) -> bool {
        self.open.last().is_some_and(|open| open.is_html && is_wanted(&open.kind))
    }
}

/// The rank of a heading's tag, `h1` to `h6`.
fn rank(name: &str) -> Option<u8> {
    let rank = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&rank).then_some(rank)
}

#[cfg(test)]
mod tests {
    use crate::note::{Block, Note, plain_text};

    /// Blocks as `ul(li(p:a))`.
    fn shape(blocks: &[Block]) -> String {
        let shape_of = |block: &Block| match block {
            Block::Paragraph(content) => format!("p:{}", plain_text(content)),
            Block::Heading(rank, content) => format!("h{rank}:{}", plain_text(content)),
            Block::Quote(blocks) => format!("quote({})", shape(blocks)),
            Block::List(start, items) => {
                let items: Vec<String> =
                    items.iter().map(|item| format!("li({})", shape(&item.blocks))).collect();
                format!("{}({})", if start.is_some() { "ol" } else { "ul" }, items.concat())
            }
            Block::Details(summary, blocks) => {
                format!("details {}({})", plain_text(summary), shape(blocks))
            }
            other => format!("{other:?}"),
        };
        blocks.iter().map(shape_of).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn html_that_means_structure_becomes_blocks() {
        let cases = [
            ("<ul>\n<li>a</li>\n<li>b <b>c</b>\n</ul>\n\nd", "ul(li(p:a)li(p:b c)) p:d"),
            ("<ol start=3><li>a<ul><li>b</li></ul></li></ol>", "ol(li(p:a ul(li(p:b))))"),
            ("<blockquote><b>A</b><br/>b</blockquote>", "quote(p:A b)"),
            ("<blockquote>\n\n**a**\n\n</blockquote>", "quote(p:a)"),
            ("<div><h2>x</h2></div>", "p:<div> h2:x p:</div>"),
            ("<li>a</li>\n</ul>", "ul(li(p:a))"),
            ("a</ul>", "p:a"),
            ("<details><summary>s</summary><ul><li>a</details>b", "details s(ul(li(p:a))) p:b"),
            ("- <ul><li>a\n- b", "ul(li(ul(li(p:a)))li(p:b))"),
            ("x <ul><li>a</li></ul>", "p:x • a"),
            ("<ul onclick=x><script>a</script></ul>", "ul(li(p:<script>a</script>))"),
            ("<ul></ul>a", "p:a"),
        ];
        for (body, want) in cases {
            let note = Note::read("a.md", body);
            let sections = note.sections();
            let got: Vec<String> = sections
                .iter()
                .map(|section| match section.title.as_str() {
                    "" => shape(&section.blocks),
                    title => format!("h{}:{title} {}", section.rank, shape(&section.blocks)),
                })
                .collect();
            assert_eq!(got.join(" "), want, "{body:?}");
        }
    }

    #[test]
    fn deep_html_lists_keep_their_text_and_end() {
        let deep =
            [&"<ul><li>x".repeat(200), "core", &"</li></ul>".repeat(200), "\n\nafter"].concat();
        let note = Note::read("a.md", &deep);
        let shown = shape(&note.sections()[0].blocks);
        assert!(shown.contains("core") && shown.ends_with(" p:after"), "{shown}");
        assert_eq!(shown.matches('x').count(), 200);
    }
}
