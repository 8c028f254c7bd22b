//! The lines of the block at a note's top, as keys with their values.

use crate::note::{Code, Problem};

/// A `key: value` of the block.
pub(in crate::note) struct FrontMatterEntry {
    pub(in crate::note) key: String,
    pub(in crate::note) value: String,
    pub(in crate::note) line: u32,
}

/// The block's text, and where the body starts. `None` when there is no block.
pub(in crate::note) fn split<'a>(
    text: &'a str,
    problems: &mut Vec<Problem>,
) -> Option<(&'a str, usize)> {
    let mut offset = 0;
    let mut start = None;
    for line in text.split_inclusive('\n') {
        let fence = line.trim_end();
        match start {
            None if fence == "---" => {
                // Behind empty lines only what looks like keys is no line across the page.
                let next = text[offset + line.len()..].lines().next().unwrap_or_default();
                if offset > 0 && key_and_value(next.trim()).is_none() {
                    return None;
                }
                start = Some(offset + line.len());
            }
            None if fence.is_empty() => {}
            None => return None,
            Some(start) if matches!(fence, "---" | "...") => {
                return Some((&text[start..offset], offset + line.len()));
            }
            Some(_) => {}
        }
        offset += line.len();
    }
    if start.is_some() {
        let message = "The block that starts here is never closed, so all of it is read as text. \
                       Put a line of --- after its last key.";
        problems.push(Problem::new(1, Code::FrontMatterUnclosed, message));
    }
    None
}

/// The block's entries; lines that are none are problems.
pub(in crate::note) fn entries(block: &str, problems: &mut Vec<Problem>) -> Vec<FrontMatterEntry> {
    let mut entries: Vec<FrontMatterEntry> = Vec::new();
    let mut base_indent = None;
    for (line, number) in block.lines().zip(2..) {
        let content = line.trim();
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        let indent = line.len() - line.trim_start().len();
        let is_deeper = indent > *base_indent.get_or_insert(indent);
        let continues = is_deeper || content.starts_with("- ");
        if let Some(entry) = entries.last_mut().filter(|_| continues) {
            entry.value.push('\n');
            entry.value.push_str(content);
            continue;
        }
        match key_and_value(content) {
            Some((key, value)) => {
                entries.push(FrontMatterEntry {
                    key: key.to_owned(),
                    value: value.to_owned(),
                    line: number,
                });
            }
            None => {
                let message = "Expected “key: value”, with a space after the colon; \
                               this line is ignored.";
                problems.push(Problem::new(number, Code::FrontMatterLine, message));
            }
        }
    }
    entries
}

fn key_and_value(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let key = key.trim_end();
    let quoted = |q: char| key.strip_prefix(q).and_then(|k| k.strip_suffix(q));
    let key = quoted('"').or_else(|| quoted('\'')).unwrap_or(key);
    let is_separated = value.is_empty() || value.starts_with([' ', '\t', '\n']);
    (is_separated && !key.is_empty()).then(|| (key, value.trim_matches([' ', '\t'])))
}
