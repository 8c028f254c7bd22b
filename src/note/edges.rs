//! Times at the edges of lines: chapter lists, transcripts, and headings with a time.

use super::plain::plain_text;
use super::stamps::{self, Looking};
use super::times::{self, Time};
use super::{Inline, Problem};

/// Where running text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In a paragraph or an item.
    Text,
    /// In the cell of a table, or in what a disclosure shows of itself.
    Cell,
    /// In a heading.
    Heading,
}

/// What sets a time apart from what is said.
const SEPARATORS: [char; 9] = [' ', '\u{a0}', '-', '–', '—', '·', '•', '|', ':'];

/// Whether lines of a body begin or end with times that grow, as those of chapter lists do.
pub(super) fn has_chapters(body: &str) -> bool {
    let mut last: Option<u32> = None;
    for line in body.lines().filter(|line| line.contains(':')) {
        let line = line.replace("**", "").replace(['[', ']'], " ");
        let line = line.trim_matches(|c: char| {
            c.is_whitespace() || matches!(c, '#' | '*' | '_' | '>' | '|' | '-' | '+' | '•' | ':')
        });
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

/// Reads the times at the edges of lines, and joins the lines.
pub(super) fn read(
    content: Vec<Inline>,
    place: Place,
    looking: Looking,
    line: u32,
    problems: &mut Vec<Problem>,
) -> Vec<Inline> {
    let mut lines = lines(content);
    let is_heading = place == Place::Heading;
    if looking.has_chapters || (is_heading && looking.video.is_some()) {
        for (of_line, _) in &mut lines {
            if !of_line.iter().any(|inline| matches!(inline, Inline::Stamp(_))) {
                let mut stamps = |time| stamps::of_times(vec![time], looking.video, line, problems);
                read_line(of_line, is_heading, &mut stamps);
            }
        }
    }
    if looking.video.is_some()
        && let Some((first, _)) = lines.first_mut()
    {
        code_first(first, looking, line, problems);
    }
    let edges = lines.iter().filter(|(line, _)| is_at_edge(line)).count();
    let count = lines.len();
    let mut out: Vec<Inline> = Vec::new();
    for (nth, (of_line, is_hard)) in lines.into_iter().enumerate() {
        let keeps_line = is_hard || edges > 1 || is_speaker(&of_line);
        out.extend(of_line);
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
            inline => line.push(join_soft(inline)),
        }
    }
    if !line.is_empty() {
        lines.push((line, false));
    }
    lines
}

/// Lines inside of styled text are no lines of their own.
fn join_soft(inline: Inline) -> Inline {
    let joined = |content: Vec<Inline>| content.into_iter().map(join_soft).collect();
    match inline {
        Inline::Text(text) if text.contains('\n') => Inline::Text(text.replace('\n', " ")),
        Inline::Styled(style, content) => Inline::Styled(style, joined(content)),
        Inline::Link(mut link) => {
            link.content = joined(link.content);
            Inline::Link(link)
        }
        Inline::WikiLink(mut link) => {
            link.content = joined(link.content);
            Inline::WikiLink(link)
        }
        other => other,
    }
}

fn push_text(content: &mut Vec<Inline>, text: &str) {
    match content.last_mut() {
        Some(Inline::Text(last)) => last.push_str(text),
        _ if text.is_empty() => {}
        _ => content.push(Inline::Text(text.to_owned())),
    }
}

/// Makes stamps of the times at the edges of a line; in a heading also of those between.
fn read_line(
    line: &mut Vec<Inline>,
    is_heading: bool,
    stamps: &mut dyn FnMut(Time) -> Vec<Inline>,
) {
    let is_blank = |inline: &Inline| matches!(inline, Inline::Text(text) if text.trim().is_empty());
    if let Some(first) = line.iter().position(|inline| !is_blank(inline)) {
        let text = match &line[first] {
            Inline::Text(text) => Some(text.trim_start().to_owned()),
            Inline::Styled(_, content) => only_text(content),
            _ => None,
        };
        let is_styled = matches!(line[first], Inline::Styled(..));
        if let Some((time, length)) = text.as_deref().and_then(leading) {
            let rest = text.unwrap_or_default()[length..].to_owned();
            if !is_styled || rest.trim_matches(SEPARATORS).is_empty() {
                let mut new = stamps(time);
                let rest = rest.trim_start_matches(SEPARATORS);
                if !rest.is_empty() {
                    new.push(Inline::Text([" ", rest].concat()));
                } else if let Some(Inline::Text(next)) = line.get_mut(first + 1) {
                    *next = [" ", next.trim_start_matches(SEPARATORS)].concat();
                }
                line.splice(first..=first, new);
                return;
            }
        }
    }
    if let Some(Inline::Text(text)) = line.last_mut()
        && let Some(time) = trailing(text.trim_end())
    {
        let said = text.trim_end().len() - time.1;
        text.truncate(said);
        let kept = text.trim_end_matches(SEPARATORS).len();
        text.truncate(kept);
        text.push(' ');
        line.extend(stamps(time.0));
        return;
    }
    if is_heading {
        between(line, stamps);
    }
}

/// The first time in a heading that is set apart, wherever it stands.
fn between(line: &mut Vec<Inline>, stamps: &mut dyn FnMut(Time) -> Vec<Inline>) {
    for at in 0..line.len() {
        let Some(Inline::Text(text)) = line.get(at) else { continue };
        let words = text.match_indices(' ').map(|(space, _)| space + 1);
        let found = words.filter_map(|start| Some((start, leading(&text[start..])?))).next();
        let Some((start, (time, length))) = found else { continue };
        let rest = text[start + length..].trim_start_matches(SEPARATORS).to_owned();
        let before = text[..start].to_owned();
        let mut new = vec![Inline::Text(before)];
        new.extend(stamps(time));
        new.push(Inline::Text([" ", &rest].concat()));
        line.splice(at..=at, new);
        return;
    }
}

/// A time in code at the start: some write their stamps so.
fn code_first(line: &mut [Inline], looking: Looking, at: u32, problems: &mut Vec<Problem>) {
    let Some(first) = line.first_mut() else { return };
    let Inline::Code(text) = first else { return };
    if let Some((times, length)) = times::bracket_at(text)
        && length == text.len()
        && let [time] = &*times
        && let [stamp] = &*stamps::of_times(vec![time.clone()], looking.video, at, problems)
    {
        *first = stamp.clone();
    }
}

/// A time at a text's start that is set apart from what follows.
fn leading(text: &str) -> Option<(Time, usize)> {
    let (time, length) = times::item_at(text)?;
    let rest = &text[length..];
    let is_apart = rest.is_empty() || rest.starts_with(SEPARATORS);
    (is_apart && times::is_full(&time.written) && !is_of_clock(rest)).then_some((time, length))
}

/// A time at a text's end that is set apart from what stands before, and its length.
fn trailing(text: &str) -> Option<(Time, usize)> {
    let start = text.rfind([' ', '\u{a0}']).map_or(0, |space| space + 1);
    let last = text.get(start..).filter(|last| last.starts_with(|c: char| c.is_ascii_digit()))?;
    let (time, length) = times::item_at(last)?;
    (length == last.len() && times::is_full(&time.written)).then_some((time, length))
}

fn is_of_clock(rest: &str) -> bool {
    let word: String = rest.trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
    matches!(word.to_lowercase().as_str(), "am" | "pm" | "uhr" | "o")
}

/// The text of inlines that are nothing else.
fn only_text(content: &[Inline]) -> Option<String> {
    let mut all = String::new();
    for inline in content {
        let Inline::Text(text) = inline else { return None };
        all.push_str(text);
    }
    Some(all.trim().to_owned())
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
pub(super) fn is_speaker(line: &[Inline]) -> bool {
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
