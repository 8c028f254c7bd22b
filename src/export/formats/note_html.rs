//! A note's text as plain HTML: paragraphs, lists, tables, and its times as links.

use std::fmt::Write;

use crate::note::{Block, Inline, Item, Link, Note, Stamp, Style, Table};
use crate::text::shown;
use crate::video::{clock, watch_url};

/// What leads out of the page stands in a tab of its own: inside a frame, YouTube refuses to open.
pub(in crate::export) const NEW_TAB_ATTRIBUTES: &str =
    "target=\"_blank\" rel=\"noopener noreferrer\"";

/// The rank that a note's title has among headings.
const TITLE_RANK: u8 = 3;

/// A note: its title, and all that it says.
pub(in crate::export) fn note(note: &Note, out: &mut String) {
    let title = escaped(&note.title);
    out.push_str("<section>\n<h3>");
    match note.video {
        Some(video) => link(&watch_url(video, 0), &title, out),
        None => out.push_str(&title),
    }
    out.push_str("</h3>\n");
    if let Some(source) = note.source() {
        out.push_str("<p>From ");
        inlines(&source.content, out);
        out.push_str("</p>\n");
    }
    let highest = note.topics().map(|(_, section)| section.rank).min().unwrap_or(1);
    for section in note.sections() {
        if !section.heading.is_empty() {
            let below_title = section.rank.saturating_sub(highest);
            let rank = TITLE_RANK.saturating_add(1).saturating_add(below_title).min(6);
            let _ = write!(out, "<h{rank}>");
            inlines(&section.heading, out);
            let _ = writeln!(out, "</h{rank}>");
        }
        blocks(&section.blocks, out);
    }
    out.push_str("</section>\n");
}

/// A stamp as a link to its second, where that can be opened.
pub(in crate::export) fn stamp(stamp: &Stamp, out: &mut String) {
    let time = clock(stamp.seconds);
    match stamp.video {
        Some(video) if !stamp.is_past_end => link(&watch_url(video, stamp.seconds), &time, out),
        Some(_) => out.push_str(&[&time, " (past the end)"].concat()),
        None => out.push_str(&time),
    }
}

/// A link out of the page, around content that is HTML already.
pub(in crate::export) fn link(url: &str, content: &str, out: &mut String) {
    let _ = write!(out, "<a href=\"{}\" {NEW_TAB_ATTRIBUTES}>{content}</a>", escaped(url));
}

/// Text made safe for HTML, between tags and in quoted attributes.
pub(in crate::export) fn escaped(text: &str) -> String {
    let text = shown(text);
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

fn blocks(blocks: &[Block], out: &mut String) {
    blocks.iter().for_each(|inner| block(inner, out));
}

fn block(block: &Block, out: &mut String) {
    match block {
        Block::Paragraph(content) => element("p", content, out),
        Block::Heading(_, content) => {
            out.push_str("<p>");
            element("b", content, out);
            out.push_str("</p>\n");
        }
        Block::List(start, items) => list(*start, items, out),
        Block::Quote(content) => {
            out.push_str("<blockquote>\n");
            blocks(content, out);
            out.push_str("</blockquote>\n");
        }
        Block::Code(text) => {
            let _ = writeln!(out, "<pre><code>{}</code></pre>", escaped(text));
        }
        Block::Table(table) => self::table(table, out),
        Block::Details(summary, content) => {
            out.push_str("<details>\n");
            element("summary", summary, out);
            blocks(content, out);
            out.push_str("</details>\n");
        }
        Block::Footnote(label, content) => {
            let _ = write!(out, "<div><sup>{}</sup> ", escaped(label));
            blocks(content, out);
            out.push_str("</div>\n");
        }
        Block::Property(key, value) => {
            let _ = write!(out, "<p><small>{}: ", escaped(key));
            inlines(value, out);
            out.push_str("</small></p>\n");
        }
        Block::Rule => out.push_str("<hr>\n"),
        Block::Mark(..) => {}
    }
}

fn list(start: Option<u64>, items: &[Item], out: &mut String) {
    let _ = match start {
        Some(first) => writeln!(out, "<ol start=\"{first}\">"),
        None => writeln!(out, "<ul>"),
    };
    for Item { blocks: content, done, .. } in items {
        out.push_str("<li>");
        out.push_str(match done {
            Some(true) => "☑ ",
            Some(false) => "☐ ",
            None => "",
        });
        match content.as_slice() {
            // A single paragraph is the item itself.
            [Block::Paragraph(first), rest @ ..] => {
                inlines(first, out);
                blocks(rest, out);
            }
            all => blocks(all, out),
        }
        out.push_str("</li>\n");
    }
    out.push_str(if start.is_some() { "</ol>\n" } else { "</ul>\n" });
}

fn table(table: &Table, out: &mut String) {
    out.push_str("<table>\n<thead><tr>");
    table.head.iter().for_each(|cell| element("th", cell, out));
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        row.iter().for_each(|cell| element("td", cell, out));
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
}

fn element(name: &str, content: &[Inline], out: &mut String) {
    let _ = write!(out, "<{name}>");
    inlines(content, out);
    let _ = writeln!(out, "</{name}>");
}

fn inlines(inlines: &[Inline], out: &mut String) {
    inlines.iter().for_each(|inner| inline(inner, out));
}

fn inline(inline: &Inline, out: &mut String) {
    match inline {
        Inline::Text(text) => out.push_str(&escaped(text)),
        Inline::Code(text) => {
            let _ = write!(out, "<code>{}</code>", escaped(text));
        }
        Inline::Break => out.push_str("<br>"),
        Inline::Styled(style, content) => {
            let name = styled(*style);
            let _ = write!(out, "<{name}>");
            inlines(content, out);
            let _ = write!(out, "</{name}>");
        }
        Inline::Link(Link { url, content }) => {
            let mut said = String::new();
            inlines(content, &mut said);
            match address(url.as_str()) {
                Some(address) => link(&address, &said, out),
                None => out.push_str(&said),
            }
        }
        Inline::WikiLink(link) => inlines(&link.content, out),
        Inline::Stamp(stamp) => self::stamp(stamp, out),
        Inline::FootnoteRef(label) => {
            let _ = write!(out, "<sup>{}</sup>", escaped(label));
        }
        Inline::Claim(_, content) => inlines(content, out),
    }
}

/// An address that says in full where it leads. A part of the note has no place of its own here.
fn address(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    let is_full = scheme == "mailto" || (scheme.starts_with("http") && rest.starts_with("//"));
    is_full.then(|| [&scheme, ":", rest].concat())
}

fn styled(style: Style) -> &'static str {
    match style {
        Style::Emphasis => "em",
        Style::Strong => "strong",
        Style::Struck => "s",
        Style::Superscript => "sup",
        Style::Subscript => "sub",
        Style::Marked => "mark",
        Style::Keyboard => "kbd",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_of_a_note_is_written_and_nothing_of_it_is_html() {
        let text = "---\ntitle: A & B\nvideoId: 7gaPPrAd7nc\n---\nFrom: [[The <channel>]]\n\n\
            Before [0:05].\n\n## One `x<y`\n\n- **So** [0:10]\n- [x] done ==x==\n\n1. a\n2. b\n\n\
            > quoted <script>alert(1)</script>\n\n```\n<b>\n```\n\n| h |\n|---|\n| c [0:20] |\n\n\
            [out](https://example.org/?a=1&b=2) [in](#one) [[Other | that]] ~~no~~\n\n### Two\n\n---\n";
        let mut out = String::new();
        note(&Note::read("a.md", text), &mut out);
        for want in [
            "<h3><a href=\"https://www.youtube.com/watch?v=7gaPPrAd7nc&amp;t=0s\" target=\"_blank\" \
             rel=\"noopener noreferrer\">A &amp; B</a></h3>",
            "<p>From The &lt;channel&gt;</p>",
            "t=5s\" target=\"_blank\" rel=\"noopener noreferrer\">0:05</a>.",
            "<h4>One <code>x&lt;y</code></h4>",
            "<li><strong>So</strong> <a href",
            "<li>☑ done",
            "<ol start=\"1\">\n<li>a</li>",
            "<blockquote>\n<p>quoted &lt;script&gt;alert(1)&lt;/script&gt;</p>",
            "<pre><code>&lt;b&gt;\n</code></pre>",
            "<th>h</th>",
            "<td>c <a href",
            "<a href=\"https://example.org/?a=1&amp;b=2\" target",
            " in that <s>no</s>",
            "<h5>Two</h5>",
            "<hr>",
        ] {
            assert!(out.contains(want), "{want}\n{out}");
        }
    }
}
