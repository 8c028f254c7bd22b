//! Running text in the making: styles, links and stamps, from Markdown and from raw HTML alike.

use crate::note::markup::html::{self, HtmlPiece};
use crate::note::markup::inline_kind::{InlineKind, style_of};
use crate::note::markup::links;
use crate::note::markup::markdown;
use crate::note::markup::properties::{self, Property};
use crate::note::plain::plain_text;
use crate::note::time::edges::{self, TextPlace};
use crate::note::time::stamps::{self, Looking};
use crate::note::time::unread;
use crate::note::{Code, Inline, Problem, SafeUrl};
use crate::video::YoutubeLink;

/// How deep inlines nest at most; deeper styling is dropped, its text stays.
const DEEPEST_INLINES: usize = 16;

/// Elements whose showing as text is worth a word to the author. Other tags (`<number>`, `<tool>`)
/// are most often meant as text.
const HTML_ELEMENTS: [&str; 24] = [
    "a", "audio", "button", "center", "div", "embed", "font", "form", "iframe", "img", "input",
    "link", "meta", "object", "p", "script", "section", "span", "style", "svg", "table",
    "template", "textarea", "video",
];

/// An inline that is still open.
struct OpenInline {
    kind: InlineKind,
    content: Vec<Inline>,
    line: u32,
}

/// The running text that is being read.
pub(in crate::note) struct InlineStack {
    content: Vec<Inline>,
    frames: Vec<OpenInline>,
    /// Markdown inlines that are open beyond [`DEEPEST_INLINES`].
    skipped: usize,
    line: Option<u32>,
    looking: Looking,
    /// How many times of how many lines stay text: the lines, each with its count.
    pub(in crate::note) unread: Vec<(u32, usize)>,
    /// Properties that stood among the running text taken last.
    pub(in crate::note) properties: Vec<Property>,
    /// Whether the running text stands right under the note's title.
    pub(in crate::note) is_under_title: bool,
    /// Frames of other pages that are shown as links and whose closing tags are to come.
    shown_iframes: usize,
    /// HTML elements that the author has been told of already.
    told: Vec<String>,
}

impl InlineStack {
    pub(in crate::note) fn new(looking: Looking) -> Self {
        Self {
            content: Vec::new(),
            frames: Vec::new(),
            skipped: 0,
            line: None,
            looking,
            unread: Vec::new(),
            properties: Vec::new(),
            is_under_title: false,
            shown_iframes: 0,
            told: Vec::new(),
        }
    }

    /// Says on which line the running text starts.
    pub(in crate::note) fn open_line(&mut self, line: u32) {
        self.line.get_or_insert(line);
    }

    pub(in crate::note) fn text(&mut self, text: &str, line: u32) {
        self.open_line(line);
        let content = self.top();
        match content.last_mut() {
            Some(Inline::Text(last)) => last.push_str(text),
            _ => content.push(Inline::Text(text.to_owned())),
        }
    }

    pub(in crate::note) fn push(&mut self, inline: Inline, line: u32) {
        self.open_line(line);
        self.top().push(inline);
    }

    pub(in crate::note) fn open(&mut self, kind: InlineKind, line: u32) {
        self.open_line(line);
        if self.frames.len() < DEEPEST_INLINES {
            self.frames.push(OpenInline { kind, content: Vec::new(), line });
        } else {
            self.skipped += 1;
        }
    }

    /// Ends the innermost inline that Markdown opened.
    pub(in crate::note) fn close(&mut self, problems: &mut Vec<Problem>) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        while self.frames.last().is_some_and(|frame| frame.kind.is_html()) {
            self.close_top(problems);
        }
        self.close_top(problems);
    }

    /// Reads raw HTML: what is allowed takes effect, comments go, the rest is text.
    pub(in crate::note) fn html(&mut self, raw: &str, line: u32, problems: &mut Vec<Problem>) {
        for piece in html::pieces(raw) {
            match piece {
                HtmlPiece::Text(text) => self.text(text, line),
                HtmlPiece::Comment(_) => {}
                HtmlPiece::Open { name, attributes, raw } => {
                    self.open_tag(name, attributes, raw, line, problems);
                }
                HtmlPiece::Close { name, raw } => self.close_tag(&name, raw, line, problems),
            }
        }
    }

    fn open_tag(
        &mut self,
        name: String,
        attributes: &str,
        raw: &str,
        line: u32,
        problems: &mut Vec<Problem>,
    ) {
        let has_room = self.frames.len() < DEEPEST_INLINES;
        if matches!(name.as_str(), "br" | "hr") {
            self.push(Inline::Break, line);
        } else if name == "li" {
            // A list within a line, as in the cells of tables.
            self.push(Inline::Break, line);
            self.text("• ", line);
        } else if matches!(name.as_str(), "ul" | "ol") {
            self.open_line(line);
        } else if name == "iframe" && self.iframe(attributes, line, problems) {
            self.shown_iframes += 1;
        } else if let Some(style) = style_of(&name).filter(|_| has_room) {
            self.open(InlineKind::Element { name, style }, line);
        } else if name == "a" && has_room && stamps::is_anchor(attributes) {
            self.close_anchor(problems);
            let time = html::attribute(attributes, "data-t");
            self.open(InlineKind::Anchor { time }, line);
        } else {
            if HTML_ELEMENTS.contains(&name.as_str()) && !self.told.contains(&name) {
                let message = format!("<{name}> is shown as text: notes may hold no such HTML.");
                problems.push(Problem::new(line, Code::HtmlAsText, message));
                self.told.push(name);
            }
            self.text(raw, line);
        }
    }

    /// Shows a frame of another page as a link to it, or to the second of a video that it starts at; one of
    /// the note's own video says only which that is. `false` for a frame of something else.
    fn iframe(&mut self, attributes: &str, line: u32, problems: &mut Vec<Problem>) -> bool {
        let Some(address) = html::attribute(attributes, "src") else { return false };
        let video = YoutubeLink::parse(&address);
        let is_own = video.as_ref().is_some_and(|link| {
            Some(link.video) == self.looking.video && link.seconds.unwrap_or(0) == 0
        });
        if !is_own && SafeUrl::parse(&address).filter(SafeUrl::is_external).is_none() {
            return false;
        }
        if !is_own {
            let shown =
                links::link(&address, false, Vec::new(), self.looking.video, line, problems);
            shown.into_iter().for_each(|inline| self.push(inline, line));
        }
        true
    }

    fn close_tag(&mut self, name: &str, raw: &str, line: u32, problems: &mut Vec<Problem>) {
        match name {
            "ul" | "ol" | "li" => return,
            "iframe" if self.shown_iframes > 0 => {
                self.shown_iframes -= 1;
                return;
            }
            _ => {}
        }
        let closes = |kind: &InlineKind| match kind {
            InlineKind::Element { name: open, .. } => open == name,
            InlineKind::Anchor { .. } => name == "a",
            _ => false,
        };
        let open_html = self.frames.iter().rev().take_while(|frame| frame.kind.is_html());
        match open_html.map(|frame| closes(&frame.kind)).position(|closes| closes) {
            Some(depth) => (0..=depth).for_each(|_| self.close_top(problems)),
            None => self.text(raw, line),
        }
    }

    /// Anchors do not nest: one that was never closed ends where the next begins.
    fn close_anchor(&mut self, problems: &mut Vec<Problem>) {
        if let Some(OpenInline { kind: InlineKind::Anchor { .. }, .. }) = self.frames.last() {
            self.close_top(problems);
        }
    }

    /// Ends the running text and hands it out with the line it started on.
    pub(in crate::note) fn take(
        &mut self,
        place: TextPlace,
        problems: &mut Vec<Problem>,
    ) -> (Vec<Inline>, Option<u32>) {
        while !self.frames.is_empty() {
            self.close_top(problems);
        }
        self.skipped = 0;
        let line = self.line.take();
        let content = std::mem::take(&mut self.content);
        let at = line.unwrap_or(1);
        let mut content = self.finish(content, at, problems);
        if place == TextPlace::Text {
            let (properties, rest) = properties::take(content, self.is_under_title);
            properties.iter().for_each(|(_, value)| self.count_unread(value, at));
            self.properties = properties;
            content = rest;
        }
        let content = edges::read(content, place, self.looking, at, problems);
        self.count_unread(&content, at);
        (content, line)
    }

    fn close_top(&mut self, problems: &mut Vec<Problem>) {
        let Some(OpenInline { kind, content, line }) = self.frames.pop() else { return };
        let video = self.looking.video;
        let inlines = match kind {
            InlineKind::Styled(style) | InlineKind::Element { style, .. } => {
                vec![Inline::Styled(style, self.finish(content, line, problems))]
            }
            InlineKind::Link { url, is_image } => {
                links::link(&url, is_image, content, video, line, problems)
            }
            InlineKind::WikiLink { target, has_alias, role } => {
                let link = links::WrittenLink { target: &target, has_alias, role, line };
                links::wiki_link_or_times(&link, content, video, problems)
            }
            InlineKind::Anchor { time } => {
                let visible = plain_text(&content);
                stamps::from_anchor(time.as_deref(), &visible, content, video, line, problems)
            }
        };
        let top = self.top();
        for inline in inlines {
            match (top.last_mut(), inline) {
                (Some(Inline::Text(last)), Inline::Text(text)) => last.push_str(&text),
                (_, inline) => top.push(inline),
            }
        }
    }

    /// Finds the times that stand bare in finished text, unless it is part of a link.
    fn finish(&self, content: Vec<Inline>, line: u32, problems: &mut Vec<Problem>) -> Vec<Inline> {
        let in_link = self.frames.iter().any(|frame| frame.kind.holds_times());
        let mut out = Vec::with_capacity(content.len());
        for inline in content {
            match inline {
                Inline::Text(mut text) => {
                    if text.contains(markdown::TABLE_BAR) {
                        text = text.replace(markdown::TABLE_BAR, "|");
                    }
                    let is_loose = self.looking.video.is_some();
                    let may_hold = |text: &str| {
                        text.contains('[')
                            || text.contains("://")
                            || (is_loose && text.bytes().any(|b| b.is_ascii_digit()))
                    };
                    if in_link || !may_hold(&text) {
                        out.push(Inline::Text(text));
                    } else {
                        stamps::split_bare(text, self.looking, line, &mut out, problems);
                    }
                }
                inline => out.push(inline),
            }
        }
        out
    }

    /// Counts the times that stay text.
    fn count_unread(&mut self, content: &[Inline], line: u32) {
        let count = unread::in_inlines(content);
        if count > 0 {
            self.unread.push((line, count));
        }
    }

    fn top(&mut self) -> &mut Vec<Inline> {
        match self.frames.last_mut() {
            Some(frame) => &mut frame.content,
            None => &mut self.content,
        }
    }
}
