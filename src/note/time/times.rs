//! One grammar of the times that stand in text: alone or in lists, as ranges, in brackets or without.

use crate::video::StampTime;

/// A written time, which may be a range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::note) struct Time {
    /// When it begins.
    pub start: StampTime,
    /// That, as it is written.
    pub written: String,
    /// When it ends, in seconds, where it is a range that runs on.
    pub end_secs: Option<u32>,
    /// The end of a range that runs backwards, as it is written.
    pub backwards: Option<String>,
}

impl Time {
    /// A time that is no range.
    pub(super) fn at(start: StampTime, written: &str) -> Self {
        Self { start, written: written.to_owned(), end_secs: None, backwards: None }
    }
}

/// Words between the two times of a range, the longest first.
const RANGE_WORDS: [&str; 7] = ["-->", "->", "–", "—", "-", "to ", "→"];

/// What may stand before a time in its brackets.
const WORDS_BEFORE_TIME: [&str; 10] =
    ["Time:", "Time", "time:", "time", "@", "at ", "⏱\u{fe0f}", "⏱", "▶\u{fe0f}", "▶"];

/// The most times in one pair of brackets; more are a paste gone wrong, and stay text that is told.
const MOST_TIMES: usize = 1000;

/// The time at a text's start, and its length in bytes.
pub(in crate::note) fn time_at(text: &str) -> Option<(StampTime, usize)> {
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let fields = text.bytes().take_while(|b| matches!(b, b'0'..=b'9' | b':')).count();
    let clock = text[..fields].trim_end_matches(':');
    if clock.contains(':') {
        let mut length = clock.len();
        if let Some(fraction) = text[length..].strip_prefix(['.', ',']) {
            let digits = fraction.bytes().take_while(u8::is_ascii_digit).count();
            length += if (1..=3).contains(&digits) { digits + 1 } else { 0 };
        }
        let is_whole = !text[length..].starts_with(|c: char| c.is_alphanumeric());
        let written = &text[..length];
        let read = match written.contains(',') {
            true => StampTime::parse(&written.replace(',', ".")),
            false => StampTime::parse(written),
        };
        return read.ok().filter(|_| is_whole).map(|time| (time, length));
    }
    let length = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let units = &text[..length];
    let is_units = units.ends_with('s')
        && units.contains('m')
        && units.bytes().filter(u8::is_ascii_alphabetic).count() <= 3;
    let is_whole = !text[length..].starts_with(|c: char| c.is_alphanumeric());
    if !is_units || !is_whole {
        return None;
    }
    StampTime::parse(units).ok().map(|time| (time, length))
}

/// Whether a time is written in full, as one without brackets has to be: two digits behind each colon.
pub(in crate::note) fn is_full(written: &str) -> bool {
    let whole = written.split(['.', ',']).next().unwrap_or(written);
    let mut fields = whole.split(':');
    let first = fields.next().unwrap_or_default();
    (1..=3).contains(&first.len()) && fields.all(|field| field.len() == 2)
}

/// A time or a range at a text's start, and its length.
pub(in crate::note) fn item_at(text: &str) -> Option<(Time, usize)> {
    let (start, length) = time_at(text)?;
    let mut time = Time::at(start, &text[..length]);
    let rest = &text[length..];
    let bare = rest.trim_start_matches([' ', '\u{a0}']);
    for to in RANGE_WORDS {
        let Some(after) = bare.strip_prefix(to) else { continue };
        let after = after.trim_start_matches([' ', '\u{a0}']);
        let Some((end, end_length)) = time_at(after) else { continue };
        time.end_secs = Some(end.seconds).filter(|&end| end > time.start.seconds);
        if end.seconds < time.start.seconds {
            time.backwards = Some(after[..end_length].to_owned());
        }
        return Some((time, text.len() - after.len() + end_length));
    }
    Some((time, length))
}

/// The times of a bracket that opens at a text's start, and its length: `[a]`, `[a - b, c]`, `[[a], [b]]`.
pub(in crate::note) fn bracket_at(text: &str) -> Option<(Vec<Time>, usize)> {
    let open = text.chars().next()?;
    let close = match open {
        '[' => ']',
        '(' => ')',
        // As they are typed in Chinese and Japanese.
        '【' => '】',
        '（' => '）',
        _ => return None,
    };
    let (times, length) = list(&text[open.len_utf8()..])?;
    let length = open.len_utf8() + length;
    text[length..].starts_with(close).then_some((times, length + close.len_utf8()))
}

/// A list of times up to what is none.
pub(in crate::note) fn list(text: &str) -> Option<(Vec<Time>, usize)> {
    let mut times = Vec::new();
    let mut at = spaces(text);
    for word in WORDS_BEFORE_TIME {
        if let Some(rest) = text[at..].strip_prefix(word) {
            at = text.len() - rest.len() + spaces(rest);
            break;
        }
    }
    loop {
        let rest = &text[at..];
        // A time in brackets of its own.
        let close = match rest.chars().next() {
            Some('[') => Some(']'),
            Some('(') => Some(')'),
            _ => None,
        };
        let inner = usize::from(close.is_some());
        let (time, length) = item_at(&rest[inner..])?;
        times.push(time);
        at += inner + length;
        if let Some(close) = close {
            at += spaces(&text[at..]);
            if !text[at..].starts_with(close) {
                return None;
            }
            at += 1;
        }
        let gap = gap(&text[at..]);
        let follows =
            text[at + gap..].starts_with(|c: char| c.is_ascii_digit() || matches!(c, '[' | '('));
        if gap == 0 || !follows || times.len() >= MOST_TIMES {
            at += spaces(&text[at..]);
            return Some((times, at));
        }
        at += gap;
    }
}

fn spaces(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// The length of what only separates two times.
fn gap(text: &str) -> usize {
    let bare = text.trim_start_matches([' ', ',', ';', '\u{a0}', '\n']);
    let rest = ["and ", "& ", "und ", "y "].iter().find_map(|word| bare.strip_prefix(word));
    text.len() - rest.map_or(bare, str::trim_start).len()
}
