//! A key written into the block at a note's top; everything else stays as it is, byte for byte.

use crate::note::front_matter::entries::{entries, split};
use crate::note::markup::raw_text::normalized;
use crate::text::{file_lines, line_end};

/// A note's text with a key in its front matter: in place of what stands there of that key, else as the last line of
/// the block, else in a block of its own at the top.
#[must_use]
pub fn with_front_matter(text: &str, key: &str, value: &str) -> String {
    let end = line_end(text);
    let bare = normalized(text, &mut Vec::new());
    let Some((block, body)) = split(&bare, &mut Vec::new()) else {
        let mark = text.len() - text.trim_start_matches('\u{feff}').len();
        let (mark, rest) = text.split_at(mark);
        return format!("{mark}---{end}{key}: {value}{end}---{end}{rest}");
    };
    let lines = file_lines(text);
    let fence = bare.split('\n').take_while(|line| line.trim().is_empty()).count();
    let known = entries(block, &mut Vec::new());
    // The number of a block's first line is 2.
    let line_of = |line: u32| fence + usize::try_from(line).unwrap_or(usize::MAX).saturating_sub(1);
    if let Some(entry) = known.iter().find(|entry| entry.key.eq_ignore_ascii_case(key))
        && let Some((line, _)) = lines.get(line_of(entry.line))
    {
        let indent = indent(&text[line.clone()]);
        return format!("{}{indent}{key}: {value}{}", &text[..line.start], &text[line.end..]);
    }
    let indent = known
        .first()
        .and_then(|first| lines.get(line_of(first.line)))
        .map_or("", |(line, _)| indent(&text[line.clone()]));
    let closing = bare[..body].split_inclusive('\n').count().saturating_sub(1);
    let at = lines.get(closing).map_or(text.len(), |(line, _)| line.start);
    format!("{}{indent}{key}: {value}{end}{}", &text[..at], &text[at..])
}

fn indent(line: &str) -> &str {
    &line[..line.len() - line.trim_start().len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::note::Note;

    #[test]
    fn a_key_comes_into_whatever_block_there_is() {
        let cases = [
            ("# A\n", "---\nladder: true\n---\n# A\n"),
            ("", "---\nladder: true\n---\n"),
            ("\u{feff}# A\r\nb\r\n", "\u{feff}---\r\nladder: true\r\n---\r\n# A\r\nb\r\n"),
            ("a\rb", "---\rladder: true\r---\ra\rb"),
            ("---\ntitle: A\n---\nb", "---\ntitle: A\nladder: true\n---\nb"),
            ("---\r\ntitle: A\r\n---\r\nb", "---\r\ntitle: A\r\nladder: true\r\n---\r\nb"),
            ("---\ntitle: A\n...\nb", "---\ntitle: A\nladder: true\n...\nb"),
            ("---\n---\nb", "---\nladder: true\n---\nb"),
            ("---\ntitle: A\n---", "---\ntitle: A\nladder: true\n---"),
            ("---\n  title: A\n---\nb", "---\n  title: A\n  ladder: true\n---\nb"),
            ("---\naliases:\n- x\n- y\n---\nb", "---\naliases:\n- x\n- y\nladder: true\n---\nb"),
            ("---\nladder: false\ntitle: A\n---\nb", "---\nladder: true\ntitle: A\n---\nb"),
            ("---\nLadder: no # not yet\n---\nb", "---\nladder: true\n---\nb"),
            ("\n\n---\ntitle: A\n---\nb", "\n\n---\ntitle: A\nladder: true\n---\nb"),
            ("\n\n---\nladder: no\n---\nb", "\n\n---\nladder: true\n---\nb"),
            // A block that is never closed is text, and stays it.
            ("---\ntitle: A\nb", "---\nladder: true\n---\n---\ntitle: A\nb"),
            ("---\n\nb\n", "---\nladder: true\n---\n---\n\nb\n"),
        ];
        for (text, want) in cases {
            let got = with_front_matter(text, "ladder", "true");
            assert_eq!(got, want, "{text:?}");
            assert!(Note::read("n.md", &got).front_matter().is_ladder, "{text:?}");
            assert_eq!(with_front_matter(&got, "ladder", "true"), got, "twice: {text:?}");
        }
    }
}
