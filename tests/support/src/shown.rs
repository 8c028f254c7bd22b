//! What a reader gets to see of a note, and whether some of it got lost on the way.
//!
//! The test_support is cheap enough for a fuzzer: every letter that Markdown's parser gives out as
//! text must be somewhere in the note that was read. It cannot tell a lost word whose letters all
//! stand elsewhere too often; the tests with words (`tests/suite/notes/lossless.rs`) can.

use std::collections::HashMap;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use skillreel::note::{Block, Inline, Note, without_remarks};

/// Everything that a note says, as one text, without stamps and marks of footnotes.
#[must_use]
pub fn said(note: &Note) -> String {
    collect(note, Width::Said)
}

/// What of a note is collected.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Width {
    /// What is said.
    Said,
    /// That, stamps as they were written, and names that stand behind what is shown.
    All,
}

fn collect(note: &Note, width: Width) -> String {
    let mut out = String::new();
    for section in note.sections() {
        out.push('\n');
        inlines(&section.heading, width, &mut out);
        blocks(&section.blocks, width, &mut out);
    }
    if let Some(source) = note.source() {
        out.push_str(" From ");
        inlines(&source.content, width, &mut out);
    }
    out
}

fn blocks(of: &[Block], width: Width, out: &mut String) {
    for block in of {
        out.push('\n');
        match block {
            Block::Paragraph(content) | Block::Heading(_, content) => inlines(content, width, out),
            Block::List(_, items) => items.iter().for_each(|item| blocks(&item.blocks, width, out)),
            Block::Quote(content) => blocks(content, width, out),
            Block::Footnote(label, content) => {
                out.push_str(label);
                blocks(content, width, out);
            }
            Block::Details(summary, content) => {
                inlines(summary, width, out);
                blocks(content, width, out);
            }
            Block::Code(text) => out.push_str(text),
            Block::Property(key, value) => {
                out.push_str(key);
                out.push(' ');
                inlines(value, width, out);
            }
            Block::Table(table) => {
                for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                    out.push(' ');
                    inlines(cell, width, out);
                }
            }
            Block::Rule | Block::Mark(..) => {}
        }
    }
}

fn inlines(of: &[Inline], width: Width, out: &mut String) {
    for inline in of {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Break => out.push('\n'),
            Inline::Styled(_, content) | Inline::Claim(_, content) => inlines(content, width, out),
            Inline::Link(link) => inlines(&link.content, width, out),
            Inline::WikiLink(link) => {
                inlines(&link.content, width, out);
                if width == Width::All {
                    out.push(' ');
                    out.push_str(&link.target);
                    out.push_str(link.heading.as_deref().unwrap_or_default());
                }
            }
            Inline::Stamp(stamp) => {
                out.push(' ');
                if width == Width::All {
                    out.push_str(&stamp.written);
                    out.push(' ');
                }
            }
            Inline::FootnoteRef(label) if width == Width::All => out.push_str(label),
            Inline::FootnoteRef(_) => {}
        }
    }
}

/// The letters that a note's text has more often than what is shown of it, with how many of each
/// are lacking. Empty where nothing is lost.
#[must_use]
pub fn lost(text: &str, note: &Note) -> Vec<(char, i64)> {
    if text.lines().any(|line| has_link_with_bar(line) || has_command_of_a_tool(line)) {
        return Vec::new();
    }
    let mut balance: HashMap<char, i64> = HashMap::new();
    let mut count = |text: &str, by: i64| {
        // The word of a note's source is shown as "From", however it is written.
        for letter in text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase) {
            *balance.entry(letter).or_default() += by;
        }
    };
    // What the author hid is not lost.
    let text = normalized(text);
    let text: String = without_remarks(&text).text.lines().map(without_block_name).collect();
    each_text(body(&text), |text| count(text, -1));
    count(&collect(note, Width::All), 1);
    let mut lost: Vec<(char, i64)> = balance.into_iter().filter(|&(_, sum)| sum < 0).collect();
    lost.sort_unstable();
    lost
}

/// Whether a line may be a row of a table, and a wikilink in it has a bar. Our reader takes it for the
/// link's, this one for the end of a cell: so they may not agree on what is a table, nor on which
/// cells are more than its head has, which Markdown leaves out.
fn has_link_with_bar(line: &str) -> bool {
    let link = line.split_once("[[").map(|(_, link)| link.split("]]").next().unwrap_or(link));
    line.contains('|') && link.is_some_and(|link| link.contains('|'))
}

/// Whether a line may hold what a tool keeps for itself, or writes in place of what it shows
/// (`tests/suite/notes/habits.rs` holds the reader to that).
fn has_command_of_a_tool(line: &str) -> bool {
    ["{{", "((", "::", "[!"].iter().any(|command| line.contains(command))
}

/// A line without the name that a tool gives its block, ` ^abc123` at the end.
fn without_block_name(line: &str) -> String {
    let named = line.trim_end().rsplit_once('^').filter(|(before, name)| {
        let is_name = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        !name.is_empty() && is_name && (before.is_empty() || before.ends_with(' '))
    });
    [named.map_or(line, |(before, _)| before), "\n"].concat()
}

/// The text as a note's reader takes it: line feeds only, and a sign in place of NUL and of U+0001,
/// which the reader keeps for itself. Which of these a text holds can decide what is Markdown: a
/// link's address may hold the sign, and may not hold U+0001.
fn normalized(text: &str) -> String {
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    bare.replace("\r\n", "\n").replace('\r', "\n").replace(['\0', '\u{1}'], "\u{fffd}")
}

/// What follows a closed block of front matter, by its fences alone.
fn body(text: &str) -> &str {
    let mut lines = text.split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| line.trim_end() == "---") else { return text };
    let mut at = first.len();
    for line in lines {
        at += line.len();
        if matches!(line.trim_end(), "---" | "...") {
            return &text[at..];
        }
    }
    text
}

/// Hands out every piece of text of a body. Raw HTML is left out: what of it is shown depends on
/// which of its tags are allowed.
fn each_text(body: &str, mut give: impl FnMut(&str)) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_WIKILINKS;
    let mut in_html = false;
    for event in Parser::new_ext(body, options) {
        match event {
            Event::Start(Tag::HtmlBlock) => in_html = true,
            Event::End(TagEnd::HtmlBlock) => in_html = false,
            Event::Text(text) if !in_html => give(&text),
            Event::Code(text) | Event::FootnoteReference(text) => give(&text),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_reader_takes_otherwise_is_no_loss() {
        assert_eq!(lost("from: [[a]]\n", &Note::read("a.md", "from: [[a]]\n")), []);
        for text in ["[a]: b\u{1}c\n", "[a]: b\0c\n", "[a]: b\rc\n"] {
            assert_eq!(lost(text, &Note::read("a.md", text)), [], "{text:?}");
        }
    }

    #[test]
    fn finds_what_is_lost() {
        let text = "---\ntitle: q\n---\nsome *words* here\n";
        assert_eq!(lost(text, &Note::read("a.md", text)), []);
        let other = Note::read("a.md", "some words");
        assert_eq!(lost(text, &other), [('e', -2), ('h', -1), ('r', -1)]);
    }
}
