//! The Markdown that notes are written in, decided in one place.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser};

use crate::text::byte_set::FewBytes;

/// Stands in for the bar of a wikilink inside a table row, where a bar would end the cell. It is
/// one byte, as the bar is, so that places in the text stay true.
pub(in crate::note) const TABLE_BAR: char = '\u{1}';

/// CommonMark with tables, strikethrough, task lists, footnotes and wikilinks.
///
/// Heading attributes stay off: they would set ids and classes. Math stays off: notes write sums
/// of money with `$`.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_WIKILINKS
}

/// The body's events, each with its place in bytes.
pub(in crate::note) fn events(body: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    Parser::new_ext(body, options()).into_offset_iter()
}

/// The body with the bars of wikilinks in table rows replaced by [`TABLE_BAR`], and with spaces for the tabs
/// of the lines between a table's head and its body, which the parser would not know.
pub(in crate::note) fn guard_table_links(body: &str) -> Cow<'_, str> {
    let is_row = |line: &str| line.trim_start().starts_with('|') && line.contains("[[");
    let is_rule = |line: &str| {
        line.contains('\t')
            && line.contains('-')
            && line.bytes().all(|byte| b"|-: \t\n".contains(&byte))
    };
    if !may_guard(body) || !body.lines().any(|line| is_row(line) || is_rule(line)) {
        return Cow::Borrowed(body);
    }
    let mut out = String::with_capacity(body.len());
    for line in body.split_inclusive('\n') {
        match line {
            line if is_row(line) => guard_row(line, &mut out),
            line if is_rule(line) => out.push_str(&line.replace('\t', " ")),
            line => out.push_str(line),
        }
    }
    Cow::Owned(out)
}

/// Whether a body has a tab, or a bar before which nothing is said. Few have.
#[inline(never)]
fn may_guard(body: &str) -> bool {
    let bytes = body.as_bytes();
    FewBytes([b'|', b'\t']).all(bytes).any(|at| {
        let before = bytes[..at].iter().rev().find(|&&byte| byte == b'\n' || byte > b' ');
        bytes[at] == b'\t' || before.is_none_or(|&byte| byte == b'\n' || !byte.is_ascii())
    })
}

fn guard_row(row: &str, out: &mut String) {
    let mut rest = row;
    while let Some((before, link, after)) = split_link(rest) {
        out.push_str(before);
        out.push_str("[[");
        // A bar that the author escaped already is kept as it is.
        match link.find('|').filter(|&at| !link[..at].ends_with('\\')) {
            Some(at) => {
                out.push_str(&link[..at]);
                out.push(TABLE_BAR);
                out.push_str(&link[at + 1..]);
            }
            None => out.push_str(link),
        }
        out.push_str("]]");
        rest = after;
    }
    out.push_str(rest);
}

/// The text before the first wikilink, the link's inside, and the text after it.
fn split_link(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once("[[")?;
    let (link, after) = rest.split_once("]]")?;
    Some((before, link, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guards_only_links_in_table_rows() {
        let cases = [
            ("| [[a | b]] | c |\n", "| [[a \u{1} b]] | c |\n"),
            ("| [[a]] | c |", "| [[a]] | c |"),
            ("| [[a \\| b]] |", "| [[a \\| b]] |"),
            ("text [[a | b]]", "text [[a | b]]"),
            ("| [[a | b", "| [[a | b"),
            ("| a |\t\n| - |\t\n", "| a |\t\n| - | \n"),
        ];
        for (body, want) in cases {
            assert_eq!(guard_table_links(body), want);
        }
    }
}
