//! What an author hid: remarks between `%%` and `%%`, and HTML comments.
//!
//! Nothing of it is shown, searched, exported or put into a page. It is taken out of the text before
//! anything else is done with it; its line ends stay, so that all lines keep their numbers.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use crate::note::AuthorMark;
use crate::note::front_matter::entries;
use crate::note::markup::html::{self, HtmlPiece};
use crate::note::markup::markdown;
use crate::text::byte_set::FewBytes;

/// A text without what its author hid.
#[derive(Debug, PartialEq, Eq)]
pub struct Bare<'t> {
    /// What is left once the remarks are out; lines keep their number.
    pub text: Cow<'t, str>,
    /// How many remarks were taken out.
    pub remarks: usize,
    /// The place in the whole text, in bytes, of a remark that is never closed.
    pub unclosed: Option<usize>,
}

/// How far back from a mark an address is looked for, in letters.
const LONGEST_ADDRESS: usize = 2000;

/// Takes out of a note's text what its author hid. Code stays as it is, and so do the marks by
/// which an author speaks to the matrix ([`crate::note::AuthorMark`]).
#[must_use]
pub fn without_remarks(text: &str) -> Bare<'_> {
    let mut bare = Bare { text: Cow::Borrowed(text), remarks: 0, unclosed: None };
    if !may_hide(text) {
        return bare;
    }
    let start = body_start(text);
    let body = &text[start..];
    let (comments, code) = comments_and_code(body);
    let hidden = Scanner { body, comments, code, unclosed: None }.hidden(&mut bare.unclosed);
    bare.unclosed = bare.unclosed.map(|at| at + start);
    bare.remarks = hidden.len();
    if !hidden.is_empty() {
        let mut out = String::with_capacity(text.len());
        out.push_str(&text[..start]);
        let mut from = 0;
        for place in hidden {
            out.push_str(&body[from..place.start]);
            let remark = &body[place.clone()];
            // An empty comment stays in place of a full one: what is Markdown may depend on it.
            let is_comment = remark.starts_with('<');
            out.push_str(if is_comment { "<!--" } else { "" });
            out.extend(remark.chars().filter(|c| matches!(c, '\n' | '\r')));
            out.push_str(if is_comment { "-->" } else { "" });
            from = place.end;
        }
        out.push_str(&body[from..]);
        bare.text = Cow::Owned(out);
    }
    bare
}

/// Whether a text has what opens a remark. Few have, and all are looked through: by a function of its own, for a browser
/// translates well what is small long before what is large.
#[inline(never)]
fn may_hide(text: &str) -> bool {
    let bytes = text.as_bytes();
    FewBytes([b'%', b'!'])
        .all(bytes)
        .any(|at| matches!(bytes[..=at], [.., b'%', b'%'] | [.., b'<', b'!']))
}

/// Where the body starts: the block at the top is no Markdown.
fn body_start(text: &str) -> usize {
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mark = text.len() - bare.len();
    entries::split(bare, &mut Vec::new()).map_or(mark, |(_, body)| mark + body)
}

/// Where comments and code stand in a body, each in order: Markdown says where.
fn comments_and_code(body: &str) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let (mut comments, mut code) = (Vec::new(), Vec::new());
    for (event, place) in markdown::events(body) {
        match event {
            Event::Start(Tag::CodeBlock(_)) | Event::Code(_) => code.push(place),
            Event::Start(Tag::HtmlBlock) => comments_in(body, place, &mut comments),
            Event::InlineHtml(html) if html.starts_with("<!--") => comments.push(place),
            _ => {}
        }
    }
    (comments, code)
}

/// Adds the comments of a block of HTML.
fn comments_in(body: &str, block: Range<usize>, comments: &mut Vec<Range<usize>>) {
    let mut at = block.start;
    for piece in html::pieces(&body[block]) {
        at += match piece {
            HtmlPiece::Open { raw, .. } | HtmlPiece::Close { raw, .. } | HtmlPiece::Text(raw) => {
                raw.len()
            }
            HtmlPiece::Comment(_) => {
                let end = body[at..].find("-->").map_or(body.len(), |end| at + end + 3);
                comments.push(at..end);
                end - at
            }
        };
    }
}

struct Scanner<'b> {
    body: &'b str,
    comments: Vec<Range<usize>>,
    code: Vec<Range<usize>>,
    unclosed: Option<usize>,
}

impl Scanner<'_> {
    /// The places of all remarks, in order.
    fn hidden(mut self, unclosed: &mut Option<usize>) -> Vec<Range<usize>> {
        let mut hidden = Vec::new();
        let mut at = 0;
        // Without it each mark that opens would be looked up to the end.
        let last = self.body.rfind("%%").unwrap_or(0);
        while let Some(open) = self.next_open(at) {
            if let Some(comment) = range_at(&self.comments, open).cloned() {
                at = comment.end;
                if self.hides(&comment) {
                    hidden.push(comment);
                }
            } else if self.body[open..].starts_with('%')
                && let Some(end) = self.end_of_percent(open, last)
            {
                // What ends within a comment hides the rest of that, too.
                let comment = range_at(&self.comments, end).filter(|comment| comment.start < end);
                at = comment.map_or(end, |comment| comment.end);
                hidden.push(open..at);
            } else {
                self.unclosed.get_or_insert(open);
                at = open + 2;
            }
        }
        *unclosed = self.unclosed;
        hidden
    }

    /// The next place from `at` on where a remark opens.
    fn next_open(&self, mut at: usize) -> Option<usize> {
        loop {
            let rest = self.body.get(at..)?.as_bytes();
            let found = rest.windows(2).position(|pair| matches!(pair, b"%%" | b"<!"))?;
            let open = at + found;
            if let Some(code) = range_at(&self.code, open) {
                at = code.end;
                continue;
            }
            let here = &self.body[open..];
            if here.starts_with("<!--") || (here.starts_with("%%") && self.opens(open)) {
                return Some(open);
            }
            // Of "%%%" at most the last two open.
            at = open + 1;
        }
    }

    /// Whether `%%` at a place may open a remark: not behind a number, a backslash, or in an address.
    fn opens(&self, at: usize) -> bool {
        let before = &self.body[..at];
        let last = before.chars().next_back();
        let in_word = last.is_some_and(|c| c.is_numeric() || matches!(c, '\\' | '%'));
        // No address that people write is longer, and a long word is looked at once for each mark in it.
        let near = before.char_indices().rev().take(LONGEST_ADDRESS);
        let start = near.take_while(|(_, c)| !c.is_whitespace()).last().map_or(at, |(at, _)| at);
        !in_word && !before[start..].contains("://")
    }

    /// Where the remark ends that `%%` opens at a place: with the next `%%`. From the middle of a line
    /// it goes no further than its paragraph. On a line of its own it goes on to the end of the text
    /// where none is: better too little is shown than what was hidden.
    fn end_of_percent(&mut self, open: usize, last: usize) -> Option<usize> {
        let mut before = self.body[..open].chars().rev();
        let is_marker = |c: &char| matches!(c, ' ' | '\t' | '>' | '-' | '*' | '+');
        let starts_line = before.find(|c| !is_marker(c)).is_none_or(|c| matches!(c, '\n' | '\r'));
        let line_end = self.body[open..].find('\n').map_or(self.body.len(), |end| open + end);
        let is_alone = starts_line && self.body[open + 2..line_end].trim().is_empty();
        let mut at = open + 2;
        while at <= last {
            let Some(found) = self.body[at..].find("%%") else { break };
            let close = at + found;
            if !starts_line && has_empty_line(&self.body[at..close]) {
                break;
            }
            match range_at(&self.code, close) {
                // Hidden code may be cut off by its own remark's end.
                Some(code) if !self.stands_alone(close) => at = code.end,
                _ => return Some(close + 2),
            }
        }
        if is_alone {
            self.unclosed.get_or_insert(open);
            return Some(self.body.len());
        }
        None
    }

    /// Whether a comment holds anything but a mark of the author's.
    fn hides(&self, comment: &Range<usize>) -> bool {
        let comment = &self.body[comment.clone()];
        let inside = comment.strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->"));
        inside.is_some_and(|inside| !inside.trim().is_empty() && AuthorMark::read(inside).is_none())
    }

    fn stands_alone(&self, at: usize) -> bool {
        let start = self.body[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let end = self.body[at..].find('\n').map_or(self.body.len(), |end| at + end);
        self.body[start..end].trim() == "%%"
    }
}

/// The range that a place is in.
fn range_at(ranges: &[Range<usize>], at: usize) -> Option<&Range<usize>> {
    let next = ranges.partition_point(|range| range.end <= at);
    ranges.get(next).filter(|range| range.start <= at)
}

/// Whether a paragraph ends in a text.
fn has_empty_line(text: &str) -> bool {
    let mut lines = text.split('\n');
    // The first and the last are parts of lines.
    lines.next();
    lines.next_back();
    lines.any(|line| line.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_out_what_was_hidden_and_nothing_else() {
        let cases = [
            ("a %%x%% b", "a  b", 1, false),
            ("a%%x%%b %%y%%", "ab ", 2, false),
            ("a %%x <!-- y %% z --> b", "a  b", 1, false),
            ("a %%x <!-- y %% z %%u%% --> b", "a  b", 1, false),
            ("a %%x\ny%% b\n", "a \n b\n", 1, false),
            ("%%\nx\n\ny\n%%\nb\n", "\n\n\n\n\nb\n", 1, false),
            ("%% x\n\ny %%\nb", "\n\n\nb", 1, false),
            ("- %%x%% b\n> %%x%% c", "-  b\n>  c", 2, false),
            // From the middle of a line no further than the paragraph.
            ("a %%x\n\ny%% b", "a %%x\n\ny%% b", 0, true),
            // Without an end: only a line of its own hides.
            ("a\n%%\nx\n", "a\n\n\n", 1, true),
            ("%%x\ny", "%%x\ny", 0, true),
            // What looks like it and is none.
            ("5%% of 10%% of", "5%% of 10%% of", 0, false),
            ("\\%%x%%", "\\%%x%%", 0, true),
            ("https://example.org/a%%b%%", "https://example.org/a%%b%%", 0, false),
            ("`%%x%%` and `<!-- y -->`", "`%%x%%` and `<!-- y -->`", 0, false),
            ("```\n%%x%%\n<!-- y -->\n```\n", "```\n%%x%%\n<!-- y -->\n```\n", 0, false),
            ("- a\n  ```\n  %%x%%\n- %%y%%", "- a\n  ```\n  %%x%%\n- ", 1, false),
            // Code in what is hidden.
            ("%%\n```\nx %%\n```\n%%\nb", "\n\n\n\n\nb", 1, false),
            ("%%\n```\nx\n%%\nb", "\n\n\n\nb", 1, false),
            // Comments, and the author's marks.
            ("a <!-- x --> b <!--y-->", "a <!----> b <!---->", 2, false),
            ("<!--\nx\n\ny -->\nb", "<!--\n\n\n-->\nb", 1, false),
            ("<!--\n--><!-- x\n\ny -->", "<!--\n--><!-- x\n\ny -->", 0, true),
            ("<!-- skills: senior -->\n- a", "<!-- skills: senior -->\n- a", 0, false),
            ("<!-- no skills -->", "<!-- no skills -->", 0, false),
            ("<!-- skills of mine, private -->", "<!---->", 1, false),
            ("<!-- x", "<!-- x", 0, true),
            ("a <!--> b <!---> c", "a <!--> b <!---> c", 0, false),
            // As Markdown has it: no further than its paragraph or block.
            ("a <!-- b\n\n<!-- skills -->\n- c", "a <!-- b\n\n<!-- skills -->\n- c", 0, true),
            ("<div>\n<!-- x\n\ny --> z", "<div>\n<!-- x\n\ny --> z", 0, true),
            ("<div>\n<!-- x\n-->\n</div>", "<div>\n<!--\n-->\n</div>", 1, false),
            // The block at the top is no Markdown.
            ("---\ntitle: 5 %%x%%\n---\n%%y%%a", "---\ntitle: 5 %%x%%\n---\na", 1, false),
            (
                "\u{feff}---\r\na: b\r\n---\r\n%%\r\nx\r\n%%\r\nb",
                "\u{feff}---\r\na: b\r\n---\r\n\r\n\r\n\r\nb",
                1,
                false,
            ),
        ];
        for (text, want, remarks, unclosed) in cases {
            let bare = without_remarks(text);
            let got = (&*bare.text, bare.remarks, bare.unclosed.is_some());
            assert_eq!(got, (want, remarks, unclosed), "{text:?}");
            let again = without_remarks(&bare.text);
            assert_eq!((&*again.text, again.remarks), (want, 0), "twice: {text:?}");
        }
    }
}
