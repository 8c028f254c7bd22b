//! From Markdown events to the tree of blocks and inlines.

mod builder;
mod html_blocks;
mod html_cells;
mod html_table;
mod open;
mod raw_html;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Tag, TagEnd};

use crate::note::markup::inline_kind::InlineKind;
use crate::note::markup::inlines::InlineStack;
use crate::note::markup::lines::Lines;
use crate::note::markup::markdown;
use crate::note::time::edges::TextPlace;
use crate::note::time::stamps::{self, Looking};
use crate::note::time::{times, unread};
use crate::note::{Alignment, Block, Code, Inline, Problem, Table};
use crate::yielding::Pieces;

use builder::{BodyBuilder, Fence};
use open::{Open, OpenKind, as_tag};

/// A block of the body's top level, with its line.
pub(in crate::note) struct Placed {
    pub(in crate::note) block: Block,
    pub(in crate::note) line: u32,
}

/// Reads a note's body. `first_line` is the body's first line in the file.
pub(in crate::note) async fn read(
    body: &str,
    first_line: u32,
    looking: Looking,
    problems: &mut Vec<Problem>,
    pieces: &mut Pieces<'_>,
) -> Vec<Placed> {
    let guarded = markdown::guard_table_links(body);
    let mut builder = BodyBuilder {
        open: vec![Open {
            kind: OpenKind::Root,
            blocks: Vec::new(),
            line: first_line,
            is_html: false,
        }],
        inlines: InlineStack::new(looking),
        top_lines: Vec::new(),
        skipped: 0,
        skipped_html: 0,
        html: None,
        html_heading: None,
        code: None,
        looking,
        fence: Fence::Code,
        problems,
    };
    let mut lines = Lines::of(&guarded, first_line);
    pieces.pause().await;
    for (event, place) in markdown::events(&guarded) {
        builder.event(event, lines.at(place.start));
        pieces.step().await;
    }
    builder.finish()
}

impl BodyBuilder<'_> {
    fn event(&mut self, event: Event<'_>, line: u32) {
        match event {
            Event::Start(tag) => self.start(tag, line),
            Event::End(tag) => self.end(tag, line),
            Event::Text(text) => match (&mut self.code, &mut self.html) {
                (Some(code), _) => code.push_str(&text),
                (None, Some((html, _))) => html.push_str(&text),
                (None, None) => self.inlines.text(&text, line),
            },
            Event::Code(text) => {
                let code = restore_bar(&text);
                let time = code.strip_prefix(":vts=").and_then(times::item_at);
                match time.filter(|(_, length)| length + 5 == code.len()) {
                    Some((time, _)) => {
                        let video = self.looking.video;
                        let stamps = stamps::of_times(vec![time], video, line, self.problems);
                        stamps.into_iter().for_each(|stamp| self.inlines.push(stamp, line));
                    }
                    None => self.inlines.push(Inline::Code(code), line),
                }
            }
            Event::Html(raw) => match &mut self.html {
                Some((html, _)) => html.push_str(&raw),
                None => self.html_block(&raw, line),
            },
            Event::InlineHtml(raw) => self.inline_html(&raw, line),
            Event::SoftBreak => self.inlines.text("\n", line),
            Event::HardBreak => self.inlines.push(Inline::Break, line),
            Event::Rule => self.leaf(Block::Rule, line),
            Event::FootnoteReference(label) => {
                self.inlines.push(Inline::FootnoteRef(label.into_string()), line);
            }
            Event::TaskListMarker(done) => {
                if let Some(Open { kind: OpenKind::Item { done: state }, .. }) =
                    self.open.last_mut()
                {
                    *state = Some(done);
                }
            }
            // Math is off; were it on, its text would stay text.
            Event::InlineMath(text) | Event::DisplayMath(text) => self.inlines.text(&text, line),
        }
    }

    fn start(&mut self, tag: Tag<'_>, line: u32) {
        match tag {
            Tag::Paragraph | Tag::Heading { .. } | Tag::TableCell => {
                if matches!(tag, Tag::Heading { .. }) {
                    self.close_html_tables();
                }
                self.close_inlines();
                self.inlines.open_line(line);
            }
            Tag::BlockQuote(_) => self.open_block(OpenKind::Quote, line),
            Tag::List(start) => self.open_block(OpenKind::List { start, items: Vec::new() }, line),
            Tag::Item => self.open_block(OpenKind::Item { done: None }, line),
            Tag::FootnoteDefinition(label) => {
                self.open_block(OpenKind::Footnote(label.into_string()), line);
            }
            Tag::Table(alignments) => {
                let alignments = alignments.iter().map(alignment).collect();
                let table = Table { alignments, head: Vec::new(), rows: Vec::new() };
                self.open_block(OpenKind::Table(table), line);
            }
            Tag::TableHead | Tag::TableRow => self.open_block(OpenKind::Row(Vec::new()), line),
            // Within a table of HTML, a tag that is indented is no code.
            Tag::CodeBlock(CodeBlockKind::Indented) if self.in_html_table() => {
                self.close_inlines();
                self.html = Some((String::new(), line));
            }
            Tag::CodeBlock(kind) => {
                self.close_inlines();
                // The language is dropped: nothing colours code here. What an author put into an
                // info string of several words is content of a kind and stays.
                let info = match &kind {
                    CodeBlockKind::Fenced(info) if info.contains(' ') => format!("{info}\n"),
                    _ => String::new(),
                };
                self.fence = match kind {
                    CodeBlockKind::Fenced(info) => Fence::of(info.trim()),
                    CodeBlockKind::Indented => Fence::Code,
                };
                self.code = Some(info);
            }
            Tag::HtmlBlock => {
                self.close_inlines();
                self.html = Some((String::new(), line));
            }
            tag => {
                if let Some(kind) = InlineKind::from_tag(tag) {
                    self.inlines.open(kind, line);
                }
            }
        }
    }

    fn end(&mut self, tag: TagEnd, line: u32) {
        match tag {
            TagEnd::Paragraph => self.close_inlines(),
            TagEnd::Heading(level) => {
                let (mut content, at) = self.inlines.take(TextPlace::Heading, self.problems);
                if let [only @ Inline::WikiLink(_)] = &mut *content {
                    as_tag(only);
                }
                self.push(Block::Heading(rank(level), content), at.unwrap_or(line));
            }
            TagEnd::TableCell => {
                let (content, _) = self.inlines.take(TextPlace::Cell, self.problems);
                if let Some(Open { kind: OpenKind::Row(cells), .. }) = self.open.last_mut() {
                    cells.push(content);
                }
            }
            TagEnd::CodeBlock => {
                if let Some(code) = self.code.take().filter(|code| !self.fenced_times(code, line)) {
                    let count = unread::in_text(&code);
                    if count > 0 {
                        self.inlines.unread.push((line, count));
                    }
                    self.leaf(Block::Code(restore_bar(&code)), line);
                } else if let Some((html, at)) = self.html.take() {
                    self.html_block(&html, at);
                }
            }
            TagEnd::HtmlBlock => {
                if let Some((html, at)) = self.html.take() {
                    self.html_block(&html, at);
                }
            }
            TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::Table
            | TagEnd::TableHead
            | TagEnd::TableRow => self.close_block(matches!(tag, TagEnd::TableHead)),
            _ => self.inlines.close(self.problems),
        }
    }

    /// Takes what another tool keeps in a fence: a time, which stands above what follows, or the address
    /// of the video. Says whether it did.
    fn fenced_times(&mut self, code: &str, line: u32) -> bool {
        let code = code.trim();
        match self.fence {
            Fence::Code => false,
            Fence::VideoAddress => true,
            Fence::Time => {
                let list = times::list(code).filter(|(_, length)| *length == code.len());
                let Some((times, _)) = list else { return false };
                let stamps = stamps::of_times(times, self.looking.video, line, self.problems);
                self.leaf(Block::Paragraph(stamps), line);
                true
            }
        }
    }

    /// Tells how many times were not read: none is dropped in silence.
    fn tell_unread(&mut self) {
        let unread = std::mem::take(&mut self.inlines.unread);
        let count: usize = unread.iter().map(|(_, count)| count).sum();
        let Some(&(first, _)) = unread.first().filter(|_| self.looking.video.is_some()) else {
            return;
        };
        let (times, were) = if count == 1 { ("time", "was") } else { ("times", "were") };
        let lines: Vec<String> = unread.iter().take(3).map(|(line, _)| line.to_string()).collect();
        let message = format!(
            "{count} {times} {were} not read as stamps: on line {}{}. Write a stamp as [00:12:22].",
            lines.join(", "),
            if unread.len() > 3 { " and further on" } else { "" }
        );
        self.problems.push(Problem::new(first, Code::TimesUnread, message));
    }

    fn finish(mut self) -> Vec<Placed> {
        self.close_inlines();
        while self.open.len() > 1 {
            self.close_top(false);
        }
        self.tell_unread();
        let blocks = self.open.pop().map(|open| open.blocks).unwrap_or_default();
        blocks.into_iter().zip(self.top_lines).map(|(block, line)| Placed { block, line }).collect()
    }
}

fn restore_bar(text: &str) -> String {
    text.replace(markdown::TABLE_BAR, "|")
}

fn rank(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

fn alignment(alignment: &pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None => Alignment::Natural,
        pulldown_cmark::Alignment::Left => Alignment::Left,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::Right,
    }
}
