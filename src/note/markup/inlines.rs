//! Running text in the making: styles, links and stamps.

use crate::note::markup::inline_kind::InlineKind;
use crate::note::markup::links;
use crate::note::markup::markdown;
use crate::note::markup::properties::{self, Property};
use crate::note::markup::signs::Signs;
use crate::note::time::anchors;
use crate::note::time::edges::{self, TextPlace};
use crate::note::time::stamps::{self, Looking};
use crate::note::time::unread;
use crate::note::tree::{append, with_text};
use crate::note::{Inline, Problem};

/// How deep inlines nest at most; deeper styling is dropped, its text stays.
pub(super) const DEEPEST_INLINES: usize = 16;

/// An inline that is still open.
pub(super) struct OpenInline {
    pub(super) kind: InlineKind,
    content: Vec<Inline>,
    line: u32,
}

/// The running text that is being read.
pub(in crate::note) struct InlineStack {
    content: Vec<Inline>,
    /// The text that goes on: it comes in small pieces, and is put into the content once it has ended.
    said: String,
    pub(super) frames: Vec<OpenInline>,
    /// Markdown inlines that are open beyond [`DEEPEST_INLINES`].
    skipped: usize,
    /// What stands in the running text.
    signs: Signs,
    line: Option<u32>,
    pub(super) looking: Looking,
    /// How many times of how many lines stay text: the lines, each with its count.
    pub(in crate::note) unread: Vec<(u32, usize)>,
    /// Properties that stood among the running text taken last.
    pub(in crate::note) properties: Vec<Property>,
    /// Whether the running text stands right under the note's title.
    pub(in crate::note) is_under_title: bool,
    /// Frames of other pages that are shown as links and whose closing tags are to come.
    pub(super) shown_iframes: usize,
    /// HTML elements that the author has been told of already.
    pub(super) told: Vec<String>,
}

impl InlineStack {
    pub(in crate::note) fn new(looking: Looking) -> Self {
        Self {
            content: Vec::new(),
            said: String::new(),
            frames: Vec::new(),
            skipped: 0,
            signs: Signs::default(),
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
        self.said.push_str(text);
    }

    pub(in crate::note) fn push(&mut self, inline: Inline, line: u32) {
        self.open_line(line);
        self.end_text();
        self.signs |= Signs::within(&inline);
        self.top().push(inline);
    }

    /// Puts what was said last into the content.
    fn end_text(&mut self) {
        if self.said.is_empty() {
            return;
        }
        let said = std::mem::take(&mut self.said);
        self.signs |= Signs::of(&said);
        append(self.top(), Inline::Text(said.as_str().to_owned()));
        self.keep_room(said);
    }

    /// Keeps what a text took for the next one.
    fn keep_room(&mut self, mut said: String) {
        said.clear();
        self.said = said;
    }

    pub(in crate::note) fn open(&mut self, kind: InlineKind, line: u32) {
        self.open_line(line);
        if self.frames.len() < DEEPEST_INLINES {
            self.end_text();
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

    /// Ends the running text and hands it out with the line it started on.
    pub(in crate::note) fn take(
        &mut self,
        place: TextPlace,
        problems: &mut Vec<Problem>,
    ) -> (Vec<Inline>, Option<u32>) {
        while !self.frames.is_empty() {
            self.close_top(problems);
        }
        self.end_text();
        self.skipped = 0;
        let line = self.line.take();
        // Room for as many as there are, for they stay.
        let content: Vec<Inline> = self.content.drain(..).collect();
        // Most blocks begin and end without text of their own.
        if content.is_empty() {
            return (content, line);
        }
        let at = line.unwrap_or(1);
        let mut content = self.finish(content, at, problems);
        let signs = std::mem::take(&mut self.signs);
        if place == TextPlace::Text {
            self.properties.clear();
            if signs.has_colon() {
                let (properties, rest) = properties::take(content, self.is_under_title);
                properties.iter().for_each(|(_, value)| self.count_unread(value, at));
                self.properties = properties;
                content = rest;
            }
        }
        let looking = self.looking;
        let content = edges::read(content, place, signs.has_newline(), looking, at, problems);
        if signs.has_digit() {
            self.count_unread(&content, at);
        }
        (content, line)
    }

    pub(super) fn close_top(&mut self, problems: &mut Vec<Problem>) {
        let Some(OpenInline { kind, content, line }) = self.frames.pop() else {
            return self.end_text();
        };
        let said = std::mem::take(&mut self.said);
        if !matches!(kind, InlineKind::Anchor { .. }) {
            self.signs |= Signs::of(&said);
        }
        let video = self.looking.video;
        match kind {
            InlineKind::Styled(style) | InlineKind::Element { style, .. } => {
                let content = self.finish(with_text(content, &said), line, problems);
                append(self.top(), Inline::Styled(style, content));
            }
            InlineKind::Link { url, is_image } => {
                let content = with_text(content, &said);
                let shown = links::link(&url, is_image, content, video, line, problems);
                shown.into_iter().for_each(|inline| self.append(inline));
            }
            InlineKind::WikiLink { target, has_alias, role } => {
                let link = links::WrittenLink { target: &target, has_alias, role, line };
                let content = with_text(content, &said);
                let shown = links::wiki_link_or_times(&link, content, video, problems);
                shown.into_iter().for_each(|inline| self.append(inline));
            }
            InlineKind::Anchor { time } => {
                let mut give = |inline| self.append(inline);
                anchors::from_anchor(time, content, &said, video, line, problems, &mut give);
            }
        }
        self.keep_room(said);
    }

    /// Finds the times that stand bare in finished text, unless it is part of a link.
    fn finish(&self, content: Vec<Inline>, line: u32, problems: &mut Vec<Problem>) -> Vec<Inline> {
        // Most text is nothing else.
        if !self.signs.may_be_more() {
            return content;
        }
        let in_link = self.frames.iter().any(|frame| frame.kind.holds_times());
        let is_loose = self.looking.video.is_some();
        let holds_more = |text: &str| {
            text.contains(markdown::TABLE_BAR) || (!in_link && stamps::may_stand_in(text, is_loose))
        };
        let is_more = |inline: &Inline| matches!(inline, Inline::Text(text) if holds_more(text));
        if !content.iter().any(is_more) {
            return content;
        }
        let mut out = Vec::with_capacity(content.len() + 2);
        for inline in content {
            match inline {
                Inline::Text(mut text) => {
                    if text.contains(markdown::TABLE_BAR) {
                        text = text.replace(markdown::TABLE_BAR, "|");
                    }
                    if in_link || !stamps::may_stand_in(&text, is_loose) {
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

    /// Puts an inline of which nobody has looked yet what stands in it behind the others.
    fn append(&mut self, inline: Inline) {
        self.signs |= Signs::within(&inline);
        append(self.top(), inline);
    }

    fn top(&mut self) -> &mut Vec<Inline> {
        match self.frames.last_mut() {
            Some(frame) => &mut frame.content,
            None => &mut self.content,
        }
    }
}
