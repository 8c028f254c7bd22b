//! Nothing a note says is lost: its words, told by a reference that strips markup another way, are
//! all in what is shown of it.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use skillreel::note::{Block, Inline, Note, decode};

use crate::shared::shared;

/// Everything that is shown of a note, as one text.
pub(crate) fn shown(note: &Note) -> String {
    let mut out = String::new();
    for section in note.sections() {
        out.push('\n');
        inlines(&section.heading, &mut out);
        blocks(&section.blocks, &mut out);
    }
    if let Some(source) = note.source() {
        out.push_str(" From ");
        inlines(&source.content, &mut out);
    }
    out
}

fn blocks(of: &[Block], out: &mut String) {
    for block in of {
        out.push('\n');
        match block {
            Block::Paragraph(content) | Block::Heading(_, content) => inlines(content, out),
            Block::List(_, items) => items.iter().for_each(|item| blocks(&item.blocks, out)),
            Block::Quote(content) => blocks(content, out),
            Block::Footnote(label, content) => {
                out.push_str(label);
                blocks(content, out);
            }
            Block::Details(summary, content) => {
                inlines(summary, out);
                blocks(content, out);
            }
            Block::Code(text) => out.push_str(text),
            Block::Property(key, value) => {
                out.push_str(key);
                out.push(' ');
                inlines(value, out);
            }
            Block::Table(table) => {
                for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                    out.push(' ');
                    inlines(cell, out);
                }
            }
            Block::Rule | Block::Mark(..) => {}
        }
    }
}

fn inlines(of: &[Inline], out: &mut String) {
    for inline in of {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Break => out.push('\n'),
            Inline::Styled(_, content) | Inline::Claim(_, content) => inlines(content, out),
            Inline::Link(link) => inlines(&link.content, out),
            Inline::WikiLink(link) => inlines(&link.content, out),
            Inline::Stamp(_) => out.push(' '),
            Inline::FootnoteRef(label) => out.push_str(label),
        }
    }
}

/// The words of a text, each with how often it stands there. Stars and backticks are dropped on
/// both sides: the reference cannot tell those that style from those that stand for themselves.
fn words(text: &str) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    let text = text.replace("&#96;", "").replace(['*', '`'], "");
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *counts.entry(word.to_lowercase()).or_insert(0) += 1;
    }
    counts
}

/// The words of a note's Markdown by plain text replacement: no parser, no tree.
fn reference(text: &str) -> HashMap<String, usize> {
    let text = text.replace("\r\n", "\n");
    let body = match text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---")) {
        Some((_, body)) => body,
        None => &text,
    };
    // The language of a code fence is markup.
    let is_fence = |line: &&str| !line.trim_start().starts_with("```");
    let body = body.lines().filter(is_fence).collect::<Vec<_>>().join("\n");
    let body = without(&body, "<!--", "-->", |_| String::new());
    // Notes misspell the class of their stamps, but never the two words in it.
    let body = without(&body, "<a class=\"yt", "</a>", |_| " ".to_owned());
    let is_times = |link: &str| link.chars().all(|c| c.is_ascii_digit() || ":[], ".contains(c));
    let body = without(&body, "[[", "]]", |link| match link.split_once('|') {
        _ if is_times(link) => " ".to_owned(),
        Some((_, alias)) if !alias.trim().is_empty() => alias.to_owned(),
        _ => link.to_owned(),
    });
    let body = body.replace("](<", "] (<").replace("]( ", "] ( ");
    let body = without(&body, "](", ")", |_| "]".to_owned());
    let body = without(&body, "<br", ">", |_| " ".to_owned());
    let allowed = [
        "sup",
        "sub",
        "b",
        "strong",
        "i",
        "em",
        "mark",
        "kbd",
        "details",
        "summary",
        "hr",
        "ul",
        "ol",
        "li",
        "blockquote",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    ];
    let body = allowed.iter().fold(body, |body, tag| {
        body.replace(&format!("<{tag}>"), "").replace(&format!("</{tag}>"), "")
    });
    let is_time = |inside: &str| {
        inside.contains(':') && inside.chars().all(|c| c.is_ascii_digit() || ":,; -–.".contains(c))
    };
    let body = without(&body, "[", "]", |inside| {
        if is_time(inside) { " ".to_owned() } else { format!("({inside})") }
    });
    // The kind of a callout is markup.
    let body = without(&body, "(!", ")", |_| String::new());
    // A list's numbers are markup.
    let lines = body.lines().map(|line| {
        let item = line.trim_start().trim_start_matches('>').trim_start();
        let number = item.len() - item.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let is_item = number > 0 && item[number..].starts_with(['.', ')']);
        if is_item { item[number + 1..].to_owned() } else { line.to_owned() }
    });
    words(&lines.collect::<Vec<_>>().join("\n"))
}

/// A text with every part from `open` to `close` replaced.
fn without(text: &str, open: &str, close: &str, by: impl Fn(&str) -> String) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        let Some((inside, after)) = after.split_once(close) else { break };
        out.push_str(before);
        out.push_str(&by(inside));
        rest = after;
    }
    out.push_str(rest);
    out
}

fn missing(text: &str) -> Vec<String> {
    let shown = words(&shown(&Note::read("note.md", text)));
    let mut missing: Vec<String> = reference(text)
        .into_iter()
        .filter(|(word, count)| shown.get(word).unwrap_or(&0) < count)
        .map(|(word, count)| format!("{word} ×{count}"))
        .collect();
    missing.sort();
    missing
}

pub(crate) fn notes_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { notes_below(&path, found) } else { found.push(path) }
    }
}

#[test]
fn words_of_a_note_of_every_shape_are_shown() {
    let text = "---\ntitle: A\n---\nFrom: [[channel]]\n\nLead *one* **two** `three`.\n\n\
        > quoted [[target|alias]] text\n\n- item <b>bold\n  1. nested <unknown> tag\n\n\
        | head | cell |\n|---|---|\n| [[a | b]] | last |\n\n```rust\nlet code = 1;\n```\n\n\
        <div>raw <i>html</i></div>\n\nfoot [^n] ![alt](x.png) ~~gone~~ \\*escaped\\* end\n\n\
        [^n]: the note\n";
    let missing = missing(text);
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn words_of_every_shared_note_are_shown() {
    let Some(folder) = shared("notes") else { return };
    let mut paths = Vec::new();
    notes_below(&folder, &mut paths);
    let mut lossy = Vec::new();
    for path in &paths {
        let (text, _) = decode(&fs::read(path).unwrap());
        let missing = missing(&text);
        if !missing.is_empty() {
            lossy.push(format!("{}: {}", path.display(), missing.join(", ")));
        }
    }
    assert!(lossy.is_empty(), "{} of {} notes:\n{}", lossy.len(), paths.len(), lossy.join("\n"));
}
