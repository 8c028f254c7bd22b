//! Raw HTML within running text: what is allowed takes effect, the rest is text.

use std::borrow::Cow;

use crate::note::markup::html::{self, HtmlPiece};
use crate::note::markup::inline_kind::{InlineKind, style_of};
use crate::note::markup::inlines::{DEEPEST_INLINES, InlineStack, OpenInline};
use crate::note::markup::links;
use crate::note::time::anchors;
use crate::note::{Code, Inline, Problem, SafeUrl};
use crate::video::YoutubeLink;

/// Elements whose showing as text is worth a word to the author. Other tags (`<number>`, `<tool>`)
/// are most often meant as text.
const HTML_ELEMENTS: [&str; 24] = [
    "a", "audio", "button", "center", "div", "embed", "font", "form", "iframe", "img", "input",
    "link", "meta", "object", "p", "script", "section", "span", "style", "svg", "table",
    "template", "textarea", "video",
];

impl InlineStack {
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
        name: Cow<'_, str>,
        attributes: &str,
        raw: &str,
        line: u32,
        problems: &mut Vec<Problem>,
    ) {
        let has_room = self.frames.len() < DEEPEST_INLINES;
        if matches!(&*name, "br" | "hr") {
            self.push(Inline::Break, line);
        } else if name == "li" {
            // A list within a line, as in the cells of tables.
            self.push(Inline::Break, line);
            self.text("• ", line);
        } else if matches!(&*name, "ul" | "ol") {
            self.open_line(line);
        } else if name == "iframe" && self.iframe(attributes, line, problems) {
            self.shown_iframes += 1;
        } else if let Some(style) = style_of(&name).filter(|_| has_room) {
            self.open(InlineKind::Element { name: name.into_owned(), style }, line);
        } else if name == "a"
            && has_room
            && let Some(time) = anchors::anchor_time(attributes)
        {
            self.close_anchor(problems);
            self.open(InlineKind::Anchor { time }, line);
        } else {
            if HTML_ELEMENTS.contains(&&*name) && !self.told.iter().any(|told| *told == name) {
                let message = format!("<{name}> is shown as text: notes may hold no such HTML.");
                problems.push(Problem::new(line, Code::HtmlAsText, message));
                self.told.push(name.into_owned());
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
}
