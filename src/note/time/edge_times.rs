//! The times at the edges of one line, and between the words of a heading.

use crate::note::time::stamps::{self, Looking};
use crate::note::time::times::{self, Time};
use crate::note::{Inline, Problem};
use crate::text;

/// What sets a time apart from what is said.
const SEPARATORS: [char; 9] = [' ', '\u{a0}', '-', '–', '—', '·', '•', '|', ':'];

/// Makes stamps of the times at the edges of a line; in a heading also of those between.
pub(in crate::note) fn read_line(
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
pub(in crate::note) fn code_first(
    line: &mut [Inline],
    looking: Looking,
    at: u32,
    problems: &mut Vec<Problem>,
) {
    let (Some(first), Some(_)) = (line.first_mut(), looking.video) else { return };
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
pub(in crate::note) fn leading(text: &str) -> Option<(Time, usize)> {
    let (time, length) = times::item_at(text)?;
    let rest = &text[length..];
    let is_apart = rest.is_empty() || rest.starts_with(SEPARATORS);
    (is_apart && times::is_full(&time.written) && !is_of_clock(rest)).then_some((time, length))
}

/// A time at a text's end that is set apart from what stands before, and its length.
pub(in crate::note) fn trailing(text: &str) -> Option<(Time, usize)> {
    let start = text.rfind([' ', '\u{a0}']).map_or(0, |space| space + 1);
    let last = text.get(start..).filter(|last| last.starts_with(|c: char| c.is_ascii_digit()))?;
    let (time, length) = times::item_at(last)?;
    (length == last.len() && times::is_full(&time.written)).then_some((time, length))
}

fn is_of_clock(rest: &str) -> bool {
    let word: String = rest.trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
    matches!(text::lowered(&word).as_str(), "am" | "pm" | "uhr" | "o")
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
