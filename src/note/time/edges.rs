//! Times at the edges of lines: chapter lists, transcripts, and headings with a time.

use crate::note::plain::plain_text;
use crate::note::time::edge_times::{code_first, leading, read_line, trailing};
use crate::note::time::stamps::{self, Looking};
use crate::note::{Inline, Problem};

/// Where running text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::note) enum TextPlace {
    /// In a paragraph or an item.
    Text,
    /// In the cell of a table, or in what a disclosure shows of itself.
    Cell,
    /// In a heading.
    Heading,
}

/// Whether lines of a body begin or end with times that grow, as those of chapter lists do.
pub(in crate::note) fn has_chapters(body: &str) -> bool {
    let mut last: Option<u32> = None;
    for line in body.lines().filter(|line| may_have_time_at_edge(line)) {
        let line = line.replace("**", "").replace(['[', ']'], " ");
        let line = line.trim_matches(is_around_time);
        let first = line.bytes().next().is_some_and(|byte| byte.is_ascii_digit());
        let end = line.bytes().next_back().is_some_and(|byte| byte.is_ascii_digit());
        let found = if first { leading(line) } else { None };
        let found = found
            .map(|(time, _)| time)
            .or_else(|| if end { trailing(line).map(|(time, _)| time) } else { None });
        let Some(time) = found else { continue };
        if last.is_some_and(|last| last < time.start.seconds) {
            return true;
        }
        last = Some(time.start.seconds);
    }
    false
}

/// Whether a line has a colon, and a digit at either of its edges, whatever surrounds it there.
fn may_have_time_at_edge(line: &str) -> bool {
    let said = line.trim_matches(|c: char| is_around_time(c) || matches!(c, '[' | ']'));
    let is_digit = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_digit());
    (is_digit(said.bytes().next()) || is_digit(said.bytes().next_back())) && line.contains(':')
}

/// What may stand between a line's edge and its time.
fn is_around_time(c: char) -> bool {
    c.is_whitespace() || matches!(c, '#' | '*' | '_' | '>' | '|' | '-' | '+' | '•' | ':')
}

/// Reads the times at the edges of lines, and joins the lines; text without a line feed has one, but for what breaks it.
#[inline(never)]
pub(in crate::note) fn read(
    mut content: Vec<Inline>,
    place: TextPlace,
    has_line_feed: bool,
    looking: Looking,
    line: u32,
    problems: &mut Vec<Problem>,
) -> Vec<Inline> {
    let is_heading = place == TextPlace::Heading;
    let may_be_bare = looking.has_chapters || (is_heading && looking.video.is_some());
    let read_edges = |of_line: &mut Vec<Inline>, problems: &mut Vec<Problem>| {
        if may_be_bare && !of_line.iter().any(|inline| matches!(inline, Inline::Stamp(_))) {
            let mut stamps = |time| stamps::of_times(vec![time], looking.video, line, problems);
            read_line(of_line, is_heading, &mut stamps);
        }
    };
    // Most text is one line, and stays as it is.
    let is_broken = |inline: &Inline| match inline {
        Inline::Break => true,
        Inline::Text(text) => has_line_feed && text.contains('\n'),
        _ => false,
    };
    if !content.iter().any(is_broken) {
        if has_line_feed {
            content.iter_mut().for_each(join_soft);
        }
        read_edges(&mut content, problems);
        code_first(&mut content, looking, line, problems);
        return unwrap_brackets(content);
    }
    let mut lines = lines(content);
    lines.iter_mut().for_each(|(of_line, _)| read_edges(of_line, problems));
    if let Some((first, _)) = lines.first_mut() {
        code_first(first, looking, line, problems);
    }
    let edges = lines.iter().filter(|(line, _)| is_at_edge(line)).count();
    let count = lines.len();
    let mut out: Vec<Inline> = Vec::new();
    for (nth, (of_line, is_hard)) in lines.into_iter().enumerate() {
        let keeps_line = is_hard || edges > 1 || is_speaker(&of_line);
        if out.is_empty() {
            out = of_line;
        } else {
            out.extend(of_line);
        }
        match nth + 1 < count {
            true if keeps_line => out.push(Inline::Break),
            true => push_text(&mut out, " "),
            false if is_hard => out.push(Inline::Break),
            false => {}
        }
    }
    unwrap_brackets(out)
}

/// Content by its lines, each with whether its author or Markdown breaks it.
#[inline(never)]
fn lines(content: Vec<Inline>) -> Vec<(Vec<Inline>, bool)> {
    let mut lines: Vec<(Vec<Inline>, bool)> = Vec::new();
    let mut line: Vec<Inline> = Vec::new();
    for inline in content {
        match inline {
            Inline::Break => lines.push((std::mem::take(&mut line), true)),
            Inline::Text(text) if text.contains('\n') => {
                let mut parts = text.split('\n').peekable();
                while let Some(part) = parts.next() {
                    push_text(&mut line, part);
                    if parts.peek().is_some() {
                        lines.push((std::mem::take(&mut line), false));
                    }
                }
            }
            mut inline => {
                join_soft(&mut inline);
                line.push(inline);
            }
        }
    }
    if !line.is_empty() {
        lines.push((line, false));
    }
    lines
}

/// Lines inside of styled text are no lines of their own.
fn join_soft(inline: &mut Inline) {
    match inline {
        Inline::Text(text) if text.contains('\n') => *text = text.replace('\n', " "),
        Inline::Styled(_, content) => content.iter_mut().for_each(join_soft),
        Inline::Link(link) => link.content.iter_mut().for_each(join_soft),
        Inline::WikiLink(link) => link.content.iter_mut().for_each(join_soft),
        _ => {}
    }
}

fn push_text(content: &mut Vec<Inline>, text: &str) {
    match content.last_mut() {
        Some(Inline::Text(last)) => last.push_str(text),
        _ if text.is_empty() => {}
        _ => content.push(Inline::Text(text.to_owned())),
    }
}

/// Whether a line begins or ends with a stamp.
fn is_at_edge(line: &[Inline]) -> bool {
    let is_blank =
        |inline: &&Inline| matches!(inline, Inline::Text(text) if text.trim().is_empty());
    let mut said = line.iter().filter(|inline| !is_blank(inline));
    let is_stamp = |inline: Option<&Inline>| match inline {
        Some(Inline::Stamp(_)) => true,
        Some(Inline::Styled(_, content)) => matches!(content.as_slice(), [Inline::Stamp(_)]),
        _ => false,
    };
    is_stamp(said.next()) || is_stamp(said.next_back())
}

/// Whether a line is only a speaker's name and a time, as in `Name (0:41):`.
pub(in crate::note) fn is_speaker(line: &[Inline]) -> bool {
    // A piece of a paragraph ends with the break behind it.
    let line = line.strip_suffix(&[Inline::Break]).unwrap_or(line);
    let [.., Inline::Stamp(_), Inline::Text(end)] = line else { return false };
    end.trim() == ":" && plain_text(line).split_whitespace().count() <= 5
}

/// Takes away the brackets around stamps: they belong to them.
fn unwrap_brackets(mut content: Vec<Inline>) -> Vec<Inline> {
    let mut at = 0;
    while at < content.len() {
        if !matches!(content[at], Inline::Stamp(_)) {
            at += 1;
            continue;
        }
        let is_between = |inline: &Inline| match inline {
            Inline::Stamp(_) => true,
            Inline::Text(text) => text.trim().is_empty(),
            _ => false,
        };
        let end = at + content[at..].iter().take_while(|inline| is_between(inline)).count();
        for (open, close) in [('[', ']'), ('[', ']'), ('(', ')')] {
            let Some([Inline::Text(before), .., Inline::Text(after)]) =
                at.checked_sub(1).and_then(|start| content.get_mut(start..=end))
            else {
                break;
            };
            if before.ends_with(open) && after.starts_with(close) {
                before.pop();
                after.remove(0);
            }
        }
        at = end.max(at + 1);
    }
    content
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_chapter_lists_from_lines_with_clocks() {
        let cases = [
            ("0:00 Intro\n0:37 More", true),
            ("- 00:00 - Intro\n- 02:12 - More", true),
            ("**0:00** · a\n\n**0:06** · b", true),
            ("What we do 3:45\nAnd then 4:00", true),
            ("| 0:10 | a |\n| 0:20 | b |", true),
            ("9:30 breakfast", false),
            ("0:37 a\n0:10 b", false),
            ("at 0:10 we\nand 0:20 they", false),
            ("9:30 am\n10:30 am", false),
        ];
        for (body, want) in cases {
            assert_eq!(has_chapters(body), want, "{body:?}");
        }
    }
}
