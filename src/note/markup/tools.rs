//! What other note tools write beside Markdown, in Markdown's terms. Every line stays a line.

use std::borrow::Cow;

use crate::note::time::times;
use crate::text::byte_set::ByteSet;
use crate::video::clock;

/// A body without the syntax of other tools that has a meaning here.
pub(in crate::note) fn plain(body: &str) -> Cow<'_, str> {
    if !has_any(body) {
        return Cow::Borrowed(body);
    }
    let mut out = String::with_capacity(body.len());
    let mut fence: Option<&str> = None;
    for line in body.split_inclusive('\n') {
        let text = line.trim_start_matches([' ', '\t', '>', '-', '*', '+']);
        let mark = ["```", "~~~"].into_iter().find(|mark| text.starts_with(mark));
        match (fence, mark) {
            (None, Some(mark)) if !text[3..].contains('`') => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ => {}
        }
        if fence.is_some() || mark.is_some() || line.contains('`') {
            out.push_str(line);
        } else {
            plain_line(line, &mut out);
        }
    }
    Cow::Owned(out)
}

/// Whether any of it may stand in a body. In one look, for most bodies have none.
#[inline(never)]
fn has_any(body: &str) -> bool {
    const SIGNS: ByteSet = ByteSet::of(b"{(=^:[");
    let bytes = body.as_bytes();
    SIGNS.all(bytes).any(|at| {
        let (before, rest) = (&bytes[..at], &bytes[at + 1..]);
        match bytes[at] {
            b'^' => before.ends_with(b" ") || rest.starts_with(b"^"),
            b':' => rest.starts_with(b": "),
            b'[' => rest.starts_with(b"!"),
            twice => rest.first() == Some(&twice),
        }
    })
}

fn plain_line(line: &str, out: &mut String) {
    let (text, end) = match line.strip_suffix('\n') {
        Some(text) => (text, "\n"),
        None => (line, ""),
    };
    // What a tool keeps for itself.
    let bare = text.trim_start_matches([' ', '\t', '-', '*']);
    if bare.starts_with("id:: ") || bare.starts_with("collapsed:: ") {
        return out.push_str(end);
    }
    let text = callout(text).map_or(Cow::Borrowed(text), Cow::Owned);
    let text = without_block_name(&text);
    let mut rest = text;
    while let Some(at) = rest.find(['{', '(', '[', '=', '^']) {
        out.push_str(&rest[..at]);
        let here = &rest[at..];
        let replaced = if here.starts_with("{{") {
            command(here)
        } else if here.starts_with("((") {
            reference(here)
        } else if here.starts_with(['(', '[']) {
            field(here)
        } else {
            marked(here, if here.starts_with('=') { "==" } else { "^^" })
        };
        let length = match replaced {
            Some((text, length)) => {
                out.push_str(&text);
                length
            }
            None => {
                out.push_str(&here[..1]);
                1
            }
        };
        rest = &rest[at + length..];
    }
    out.push_str(rest);
    out.push_str(end);
}

/// `> [!note]- Title` as a title.
fn callout(line: &str) -> Option<String> {
    let start = line.find("[!")?;
    let is_quote =
        line[..start].contains('>') && line[..start].trim_matches([' ', '\t', '>']).is_empty();
    let (kind, rest) = line[start + 2..].split_once(']')?;
    let is_kind =
        !kind.is_empty() && kind.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    if !is_quote || !is_kind {
        return None;
    }
    let title = rest.trim_start_matches(['+', '-']).trim();
    let first: String = kind.chars().take(1).flat_map(char::to_uppercase).collect();
    let rest: String = kind.chars().skip(1).collect();
    let named = [first.as_str(), &rest].concat();
    let title = if title.is_empty() { named.as_str() } else { title };
    Some([&line[..start], "**", title, "**<br>"].concat())
}

/// A line without the name that a tool gives its block, ` ^abc123` at the end.
fn without_block_name(line: &str) -> &str {
    let Some((before, name)) = line.rsplit_once('^') else { return line };
    let name = name.trim_end();
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let is_apart = before.is_empty() || before.ends_with(' ');
    if is_name && is_apart { before.trim_end() } else { line }
}

/// The most bytes of a command in double braces. What is longer is none: looked for without a bound, the
/// ends of many that never end would take time that grows with the square of the text.
const LONGEST_COMMAND: usize = 1_000;

/// A command in double braces: a time, a video, or one that stays.
fn command(text: &str) -> Option<(String, usize)> {
    let text = &text[..text.floor_char_boundary(LONGEST_COMMAND)];
    let (mut depth, mut at) = (0, 0);
    let end = loop {
        let found = at + text.get(at..)?.find(['{', '}'])?;
        let two = text.get(found..found + 2)?;
        at = found + if two == "{{" || two == "}}" { 2 } else { 1 };
        match two {
            "{{" => depth += 1,
            "}}" if depth == 1 => break at,
            "}}" => depth -= 1,
            _ => {}
        }
    };
    let inside = &text[2..end - 2];
    let name: String =
        inside.chars().take_while(|c| c.is_alphanumeric() || "[]-".contains(*c)).collect();
    let name = name.trim_matches(['[', ']']).to_ascii_lowercase();
    if name.ends_with("timestamp") {
        let last = inside.split_whitespace().next_back()?;
        let secs = last.parse::<u32>().ok().filter(|_| last.bytes().all(|b| b.is_ascii_digit()));
        let time = match secs {
            Some(secs) => clock(secs),
            None => {
                times::item_at(last).filter(|(_, n)| *n == last.len()).map(|_| last.to_owned())?
            }
        };
        return Some((["[", &time, "]"].concat(), end));
    }
    match name.as_str() {
        "todo" => return Some(("☐".to_owned(), end)),
        "done" => return Some(("☑".to_owned(), end)),
        _ => {}
    }
    // An empty comment keeps an item from being empty, which would make code of what is below it.
    matches!(name.as_str(), "video" | "youtube").then(|| ("<!---->".to_owned(), end))
}

/// A reference to another block by its number, `((67cff279-…))`.
fn reference(text: &str) -> Option<(String, usize)> {
    let inside = text.strip_prefix("((")?;
    let end = inside.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_')))?;
    let is_id = end >= 9 && inside[end..].starts_with("))");
    is_id.then(|| (String::new(), end + 4))
}

/// The longest property within a line, in bytes. What is longer is none, and is not looked through.
const LONGEST_FIELD: usize = 200;

/// A property within a line, `(key:: value)` or `[key:: value]`: its value in brackets, with its key
/// where the tool shows that too.
fn field(text: &str) -> Option<(String, usize)> {
    let close = if text.starts_with('(') { ')' } else { ']' };
    let text = &text[..text.floor_char_boundary(LONGEST_FIELD)];
    let end = text.find(close)?;
    let (key, value) = text[1..end].split_once("::")?;
    let is_key = key.starts_with(char::is_alphabetic)
        && key.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    let is_link = text[end + 1..].starts_with(['(', '[']);
    let value = value.strip_prefix(' ')?.trim();
    if !is_key || is_link || value.is_empty() || value.contains(['[', '(']) {
        return None;
    }
    let shown = if close == ')' {
        ["(", value, ")"].concat()
    } else {
        ["(", key.trim(), ": ", value, ")"].concat()
    };
    Some((shown, end + 1))
}

/// Marked text, `==so==` or `^^so^^`.
fn marked(text: &str, sign: &str) -> Option<(String, usize)> {
    let inside = text.strip_prefix(sign)?;
    let end = inside.find(sign)?;
    let said = &inside[..end];
    let is_tight = !said.is_empty()
        && !said.starts_with(['=', '^', ' '])
        && !said.ends_with(' ')
        && !inside[end + 2..].starts_with(&sign[..1]);
    is_tight.then(|| (["<mark>", said, "</mark>"].concat(), end + 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_tools_speak_markdown() {
        let cases = [
            ("{{youtube-timestamp 322}} a", "[5:22] a"),
            ("- {{youtube-timestamp 0:10:44}} a\n", "- [0:10:44] a\n"),
            ("{{[[video-timestamp]]: ((videoUid)) 00:12:22}} a", "[00:12:22] a"),
            ("{{[[video-timestamp]]: {{[[video]]: x}} 00:00:02}} a", "[00:00:02] a"),
            ("a {{video https://youtu.be/x}} b", "a <!----> b"),
            ("{{[[TODO]]}} a {{DONE}}", "☐ a ☑"),
            ("{{other}} a", "{{other}} a"),
            ("a ^^b c^^ d", "a <mark>b c</mark> d"),
            ("a (key:: b) [key:: c] [d:: e](f) (g::h)", "a (b) (key: c) [d:: e](f) (g::h)"),
            ("{{ a", "{{ a"),
            ("- a\n  id:: 67cff1ee\n  collapsed:: true\n- b", "- a\n\n\n- b"),
            ("a ((67cff279-ee66-4500-8b2a-e07261d61e00)) b", "a  b"),
            ("f((x)) b", "f((x)) b"),
            ("a ==b c== d", "a <mark>b c</mark> d"),
            ("a == b == c ====", "a == b == c ===="),
            ("a ^abc123\n^def\n", "a\n\n"),
            ("2^10 and x^2", "2^10 and x^2"),
            ("> [!note]- Folded\n> in", "> **Folded**<br>\n> in"),
            ("> [!warning]\n> in", "> **Warning**<br>\n> in"),
            ("[!x] a", "[!x] a"),
            ("```\n{{video x}} ==a==\n```\n`==b==`", "```\n{{video x}} ==a==\n```\n`==b==`"),
        ];
        for (body, want) in cases {
            assert_eq!(plain(body), want, "{body:?}");
        }
    }
}
