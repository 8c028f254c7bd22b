//! Where times stand in text.

use std::ops::Range;

use crate::note::time::times::{Time, bracket_at, is_full, item_at, time_at};
use crate::text;
use crate::text::byte_set::ByteSet;
use crate::video::StampTime;

/// Every time that is in brackets or says by itself that it is one, with its place, in order.
pub(in crate::note) fn find(text: &str, loose: bool) -> Vec<(Vec<Time>, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_start(text, at) {
        let here = &text[start..];
        let before = text[..start].chars().next_back();
        let is_apart = before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, ':' | '.' | ','));
        if let Some((time, length)) = parameter_at(&text[..start], here).filter(|_| loose) {
            found.push((vec![time], start - 1..start + length));
            at = start + length;
            continue;
        }
        let first = here.chars().next();
        let bracket = match first {
            Some('[' | '【') => bracket_at(here),
            Some('(' | '（') if loose => {
                let plain = bracket_at(here).filter(is_plain);
                plain.filter(|(_, length)| may_be_round(&text[..start], &here[*length..]))
            }
            Some('@') if loose && is_apart => {
                let time = item_at(&here[1..]).filter(|(time, _)| is_full(&time.written));
                time.map(|(time, length)| (vec![time], length + 1))
            }
            Some('0'..='9') if loose && is_apart => {
                let time = item_at(here).filter(|(time, _)| !time.written.contains(':'));
                time.map(|(time, length)| (vec![time], length))
            }
            _ => None,
        };
        match bracket {
            Some((times, length)) => {
                found.push((times, start..start + length));
                at = start + length;
            }
            None if here.starts_with(|c: char| c.is_ascii_digit()) => {
                at = start + here.bytes().take_while(u8::is_ascii_alphanumeric).count();
            }
            None => at = start + first.map_or(1, char::len_utf8),
        }
    }
    found
}

/// The place from `at` on of a sign that a time may begin with. By bytes, for it looks through all that is said.
fn next_start(text: &str, at: usize) -> Option<usize> {
    // The last two are what wide brackets begin with.
    const STARTS: ByteSet = ByteSet::of(b"[(@=0123456789\xe3\xef");
    let mut next = at;
    while let Some(found) = STARTS.find(text.as_bytes(), next) {
        let here = text.get(found..)?;
        if here.is_char_boundary(1) || here.starts_with(['【', '（']) {
            return Some(found);
        }
        next = found + 1;
    }
    None
}

/// The seconds of `t=742`, which is no part of an address, from its `=` on, and their length.
fn parameter_at(before: &str, text: &str) -> Option<(Time, usize)> {
    let value = text.strip_prefix('=')?;
    let outside = before.strip_suffix('t')?.chars().next_back();
    if outside.is_some_and(|c| !(c.is_whitespace() || matches!(c, '(' | '['))) {
        return None;
    }
    if let Some((start, length)) = time_at(value).filter(|(_, length)| is_full(&value[..*length])) {
        return Some((Time::at(start, &value[..length]), length + 1));
    }
    let length = value.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let is_whole =
        !value[length..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '=' | ':'));
    // A single digit is as likely one of a sum.
    let is_long = length > 1 && value.starts_with(|c: char| c.is_ascii_digit());
    let start = StampTime::parse(&value[..length]).ok().filter(|_| is_whole && is_long)?;
    Some((Time::at(start, &value[..length]), length + 1))
}

/// Times in round brackets with two digits of seconds, as no verse or ratio has them.
fn is_plain((times, _): &(Vec<Time>, usize)) -> bool {
    times.iter().all(|time| time.written.contains(':') && is_full(&time.written))
}

/// Whether what stands around a round bracket speaks of a clock, a verse or a ratio.
fn may_be_round(before: &str, after: &str) -> bool {
    const NO_TIME_WORDS: &str = "am pm clock uhr verse verses ratio odds scale score aspect john luke mark \
                                 matthew psalm genesis exodus acts romans noon corinthians";
    let before = before.split_whitespace().next_back().unwrap_or("");
    let after = after.split_whitespace().next().unwrap_or("");
    let is_none = |word: &str| {
        let word: String = word.chars().filter(|c| c.is_alphabetic()).map(text::small).collect();
        NO_TIME_WORDS.split_whitespace().any(|none| none == word)
    };
    !is_none(before) && !is_none(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_times_as_people_write_them() {
        /// A text, and the seconds at which its times begin and end.
        type Case = (&'static str, &'static [(u32, Option<u32>)]);
        let cases: [Case; 34] = [
            ("a [00:05:50] b", &[(350, None)]),
            ("[5:50] [6:00]", &[(350, None), (360, None)]),
            ("[00:24:03 - 00:24:08]", &[(1443, Some(1448))]),
            ("[12:22–13:05]", &[(742, Some(785))]),
            ("[0:10 to 0:20] [0:10 --> 0:20]", &[(10, Some(20)), (10, Some(20))]),
            ("[0:20 - 0:10]", &[(20, None)]),
            ("[0:10, 0:20; 0:30 and 0:40]", &[(10, None), (20, None), (30, None), (40, None)]),
            ("[0:10 - 0:11, 0:49 - 0:51]", &[(10, Some(11)), (49, Some(51))]),
            ("[[0:10], [0:20]]", &[(10, None), (20, None)]),
            ("[00:12:04.050 - 00:12:11,050]", &[(724, Some(731))]),
            ("[Time 0:12:58]", &[(778, None)]),
            ("(00:41) and Name (00:00:41):", &[(41, None), (41, None)]),
            ("(10:30 am)", &[]),
            ("John (3:16)", &[]),
            ("(3:1) (3:1 more)", &[]),
            ("the odds (10:30)", &[]),
            ("(10:30) pm", &[]),
            ("at 12m22s, 1h02m03s", &[(742, None), (3723, None)]),
            ("@12:22 as", &[(742, None)]),
            ("a@12:22", &[]),
            ("t=742 (t=12m22s) [t=10s]", &[(742, None), (742, None), (10, None)]),
            ("【12:22】（1:02:03）【a】（b", &[(742, None), (3723, None)]),
            ("[⏱ 12:22] [▶️12:22]", &[(742, None), (742, None)]),
            ("t=12:22, t=1:02:03", &[(742, None), (3723, None)]),
            ("t=12:2 t=12:", &[]),
            ("x?t=742 at=742 t=7 t==742 t=x7", &[]),
            ("[(0:10), (0:20)]", &[(10, None), (20, None)]),
            ("12:22 is the time", &[]),
            ("[x] [12:22x] [1:2:3:4:5]", &[]),
            ("[99:99:99]", &[]),
            ("5m 10ms 3s 2m", &[]),
            ("[१२:००]", &[]),
            ("[12:22", &[]),
            ("é[12:22]é", &[(742, None)]),
        ];
        for (text, want) in cases {
            let found = find(text, true);
            let got: Vec<(u32, Option<u32>)> = found
                .iter()
                .flat_map(|(times, _)| times)
                .map(|time| (time.start.seconds, time.end_secs))
                .collect();
            assert_eq!(got, want, "{text:?}");
        }
    }
}
