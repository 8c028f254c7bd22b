//! Raw HTML of a note, taken apart into tags and text. It is never given to a browser to parse.

use std::borrow::Cow;
use std::iter;

/// A piece of raw HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::note) enum HtmlPiece<'a> {
    /// `<name …>`; `raw` is the tag as written.
    Open { name: Cow<'a, str>, attributes: &'a str, raw: &'a str },
    /// `</name>`
    Close { name: Cow<'a, str>, raw: &'a str },
    /// The content of a comment.
    Comment(&'a str),
    /// Anything else, tags that are none among it.
    Text(&'a str),
}

/// Takes raw HTML apart. The pieces' raw texts, joined, are the input.
pub(in crate::note) fn pieces(html: &str) -> impl Iterator<Item = HtmlPiece<'_>> {
    let (mut text_start, mut at) = (0, 0);
    // Where no comment ends after some place, none ends after a later one: looking only once
    // keeps the time linear for a thousand unclosed comments.
    let mut comments_end = true;
    // What ended a text, which comes first.
    let mut next = None;
    iter::from_fn(move || {
        if next.is_some() {
            return next.take();
        }
        while let Some(open) = next_tag(html, at) {
            let rest = &html[open..];
            let found = if let Some(comment) = rest.strip_prefix("<!--") {
                let end = if comments_end { comment.find("-->") } else { None };
                comments_end = end.is_some();
                end.map(|end| (HtmlPiece::Comment(comment[..end].trim()), end + 7))
            } else {
                tag(rest)
            };
            let Some((piece, length)) = found else {
                at = open + 1;
                continue;
            };
            let text = &html[text_start..open];
            at = open + length;
            text_start = at;
            if text.is_empty() {
                return Some(piece);
            }
            next = Some(piece);
            return Some(HtmlPiece::Text(text));
        }
        let text = &html[text_start..];
        at = html.len();
        text_start = at;
        (!text.is_empty()).then_some(HtmlPiece::Text(text))
    })
}

/// The place of the next `<`. Within a line all that is handed in is one tag most often.
fn next_tag(html: &str, at: usize) -> Option<usize> {
    let rest = &html[at..];
    if rest.starts_with('<') { Some(at) } else { rest.find('<').map(|found| at + found) }
}

/// A tag's name in small letters, as most are written: they are ASCII's, so that [`crate::text::lowered`] would do too much.
fn tag_name(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return Cow::Owned(name.to_ascii_lowercase());
    }
    Cow::Borrowed(name)
}

/// Reads a tag at the start of the text, and its length in bytes.
fn tag(text: &str) -> Option<(HtmlPiece<'_>, usize)> {
    let (is_close, inner) = match text.strip_prefix("</") {
        Some(inner) => (true, inner),
        None => (false, text.strip_prefix('<')?),
    };
    let name_end = inner.find(|c: char| !c.is_ascii_alphanumeric() && c != '-')?;
    let name = tag_name(&inner[..name_end]);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let end = tag_end(&inner[name_end..])? + name_end;
    let length = text.len() - inner.len() + end + 1;
    let raw = &text[..length];
    let piece = if is_close {
        HtmlPiece::Close { name, raw }
    } else {
        HtmlPiece::Open { name, attributes: &inner[name_end..end], raw }
    };
    Some((piece, length))
}

/// The place of the `>` that ends a tag, outside quoted values. A `<` outside quotes ends the
/// search: what stands there was no tag.
fn tag_end(text: &str) -> Option<usize> {
    let mut quote = None;
    for (index, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(index),
            (None, b'<') => return None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if byte == open => quote = None,
            _ => {}
        }
    }
    None
}

/// The value of an attribute, with character references resolved; the first where there are two.
pub(in crate::note) fn attribute<'a>(attributes: &'a str, wanted: &str) -> Option<Cow<'a, str>> {
    let mut all = self::attributes(attributes);
    let found = all.find(|(name, _)| name.eq_ignore_ascii_case(wanted));
    found.map(|(_, value)| resolve_references(value))
}

/// All attributes, each with its value as it is written.
pub(in crate::note) fn attributes(attributes: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = attributes;
    iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() {
            return None;
        }
        let name_end =
            rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '/')).unwrap_or(rest.len());
        let (name, after) = rest.split_at(name_end);
        let (value, after) = match after.trim_start().strip_prefix('=') {
            Some(after) => value(after.trim_start()),
            None => ("", after),
        };
        // A nameless piece such as `="x"` would not move on by itself.
        rest = if after.len() == rest.len() {
            &after[after.chars().next()?.len_utf8()..]
        } else {
            after
        };
        Some((name, value))
    })
}

/// A value at the start of the text, and what follows it.
fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote) {
            return inner.split_once(quote).unwrap_or((inner, ""));
        }
    }
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

/// Resolves the character references that times and addresses are written with.
/// Source: <https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state>.
pub(in crate::note) fn resolve_references(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        // The longest reference read here, &#x10FFFF;, is ten bytes long.
        let end = rest.bytes().take(10).position(|byte| byte == b';');
        match end.and_then(|end| reference(&rest[1..end]).map(|c| (c, end))) {
            Some((c, end)) => {
                out.push(c);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn reference(name: &str) -> Option<char> {
    let code = match name {
        "amp" => return Some('&'),
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "quot" => return Some('"'),
        "apos" => return Some('\''),
        "colon" => return Some(':'),
        _ => name.strip_prefix('#')?,
    };
    let number = match code.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => code.parse(),
    };
    number.ok().and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_html_apart_without_losing_any() {
        let shape = |html: &str| -> String {
            pieces(html)
                .map(|piece| match piece {
                    HtmlPiece::Open { name, .. } => format!("<{name}>"),
                    HtmlPiece::Close { name, .. } => format!("</{name}>"),
                    HtmlPiece::Comment(text) => format!("#{text}#"),
                    HtmlPiece::Text(text) => format!("({text})"),
                })
                .collect()
        };
        let cases = [
            ("a<br/>b", "(a)<br>(b)"),
            ("<DIV class='>'>x</div>", "<div>(x)</div>"),
            ("<!-- skills: senior -->", "#skills: senior#"),
            ("<!-- open", "(<!-- open)"),
            ("1 < 2 <3", "(1 < 2 <3)"),
            ("<a <b>", "(<a )<b>"),
            ("<a href=\"x", "(<a href=\"x)"),
            ("</>", "(</>)"),
        ];
        for (html, want) in cases {
            assert_eq!(shape(html), want, "{html:?}");
        }
    }

    #[test]
    fn reads_attributes_as_browsers_do() {
        let cases = [
            (" class=\"yt-timestamp\" data-t=\"00:12:22\"", Some("00:12:22")),
            (" DATA-T='1:02'", Some("1:02")),
            (" data-t=1:02 class=x", Some("1:02")),
            (" data-t = \"1:02\"", Some("1:02")),
            (" data-t=\"00&#58;12&#x3a;00\"", Some("00:12:00")),
            (" data-t=\"00&amp;#58;12\"", Some("00&#58;12")),
            (" data-t=\"1:02\" data-t=\"2:02\"", Some("1:02")),
            (" data-t", Some("")),
            (" =\"x\" data-t=\"1:02\"", Some("1:02")),
            (" xdata-t=\"1:02\"", None),
            (" title=\"data-t=1:02\"", None),
            ("", None),
        ];
        for (attributes, want) in cases {
            assert_eq!(attribute(attributes, "data-t").as_deref(), want, "{attributes:?}");
        }
    }
}
