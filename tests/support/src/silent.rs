//! Times in a note's text that are neither stamps nor told of, found apart from the reader's own grammar: whatever
//! has the form of `12:34`, `1:02:03` or `12m34s` counts, wherever it stands.

use std::collections::HashMap;

use skillreel::note::{Code, Inline, Note, without_remarks};

use crate::inlines::each_inline;

/// What looks like a time and is neither a stamp nor told of, in order; none where all is accounted for.
///
/// What the author is told of is a number, so where there are more of them than that, all that are no stamps
/// are named.
#[must_use]
pub fn silent(text: &str, note: &Note) -> Vec<String> {
    if note.video.is_none() {
        return Vec::new();
    }
    let mut stamps = Stamps::of(note);
    let mut left: Vec<String> = looks_like_times(&bare(text));
    left.retain(|token| !take(&mut stamps.written, token));
    left.retain(|token| !seconds(token).is_some_and(|at| take(&mut stamps.ends, &at)));
    left.retain(|token| !seconds(token).is_some_and(|at| take(&mut stamps.by_address, &at)));
    left.retain(|token| !take(&mut stamps.quoted, token));
    if left.len() <= stamps.told { Vec::new() } else { left }
}

/// What a note's stamps and problems account for.
#[derive(Default)]
struct Stamps {
    /// By how they are written.
    written: HashMap<String, usize>,
    /// The seconds at which ranges end.
    ends: HashMap<u32, usize>,
    /// The seconds of those that are written as addresses or seconds.
    by_address: HashMap<u32, usize>,
    /// What problems quote.
    quoted: HashMap<String, usize>,
    /// How many times the author is told of that were not read.
    told: usize,
}

impl Stamps {
    fn of(note: &Note) -> Self {
        let mut stamps = Self::default();
        each_inline(note, &mut |inline| {
            let Inline::Stamp(stamp) = inline else { return };
            let written = looks_like_times(&bare_text(&stamp.written));
            if written.is_empty() {
                *stamps.by_address.entry(stamp.seconds).or_default() += 1;
            }
            for token in written {
                *stamps.written.entry(token).or_default() += 1;
            }
            if let Some(end) = stamp.end_secs {
                *stamps.ends.entry(end).or_default() += 1;
            }
        });
        for problem in note.problems() {
            let first = problem.message.split(' ').next().unwrap_or_default();
            match problem.code {
                Code::TimesUnread => stamps.told += first.parse::<usize>().unwrap_or(0),
                Code::StampInvalid | Code::StampRepaired | Code::StampMismatch => {
                    for token in looks_like_times(&problem.message) {
                        *stamps.quoted.entry(token).or_default() += 1;
                    }
                }
                _ => {}
            }
        }
        stamps
    }
}

/// A note's text without its block at the top, what its author hid, the anchors of stamps (which are counted by
/// themselves) and addresses.
fn bare(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let text = without_remarks(&text).text;
    bare_text(&without_anchors(body(&text)))
}

fn body(text: &str) -> &str {
    let text = text.trim_start_matches('\u{feff}');
    let top = text.trim_start();
    let Some(block) = top.strip_prefix("---\n") else { return text };
    let end = ["\n---\n", "\n...\n"].iter().filter_map(|end| block.find(end)).min();
    end.map_or(text, |end| &block[end + 5..])
}

fn without_anchors(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find("<a ") {
        out.push_str(&rest[..open]);
        let here = &rest[open..];
        let Some(tag) = tag_end(here) else { break };
        let is_stamp = here[..tag].contains("yt-timestamp") || here[..tag].contains("data-t=");
        let inside = &here[tag + 1..];
        let ends = ["</a>", "<a ", "\n\n"].iter().filter_map(|end| inside.find(end));
        let length = if is_stamp { ends.min().unwrap_or(inside.len()) } else { 0 };
        out.push(' ');
        rest = &inside[length..];
    }
    out.push_str(rest);
    out
}

/// The place of the `>` that ends an anchor: behind its time, as the quotes before that may be misspelt.
fn tag_end(text: &str) -> Option<usize> {
    let next = text[1..].find('<').map_or(text.len(), |at| at + 1);
    let time = text[..next].find("data-t=").unwrap_or(0);
    Some(time + text[time..].find('>')?)
}

/// A text without what stands in addresses.
fn bare_text(text: &str) -> String {
    let is_end = |c: char| c.is_whitespace() || "()<>\"[]|".contains(c);
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        let target = rest.find("](");
        let address = rest.find("://");
        match (target, address) {
            (Some(open), address) if address.is_none_or(|at| open < at) => {
                let inside = &rest[open + 2..];
                out.push_str(&rest[..=open]);
                let end = inside.find([')', '\n']).unwrap_or(inside.len());
                // What is all time is no address, whatever brackets are around it.
                if !inside[..end].bytes().all(|byte| byte.is_ascii_digit() || byte == b':') {
                    rest = &inside[end..];
                } else {
                    rest = inside;
                }
                out.push(' ');
            }
            (_, Some(at)) => {
                let start = rest[..at].trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
                out.push_str(&rest[..start]);
                out.push(' ');
                let length = rest[at..].find(is_end).unwrap_or(rest.len() - at);
                rest = &rest[at + length..];
            }
            _ => break,
        }
    }
    out.push_str(rest);
    out
}

/// Every run of digits and colons that holds `\d{1,2}:\d\d`, and every `\d+m\d+s`.
fn looks_like_times(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        rest = &rest[start..];
        let end = rest.find(|c: char| !(c.is_ascii_digit() || c == ':')).unwrap_or(rest.len());
        let run = rest[..end].trim_end_matches(':');
        let mut fields = run.split(':').skip(1);
        if fields.any(|field| field.len() >= 2) {
            found.push(run.to_owned());
        } else if let Some(after) = rest[end..].strip_prefix('m').filter(|_| !run.contains(':')) {
            let digits = after.bytes().take_while(u8::is_ascii_digit).count();
            if digits > 0 && after[digits..].starts_with('s') {
                found.push(format!("{run}m{}s", &after[..digits]));
                rest = &after[digits..];
                continue;
            }
        }
        rest = &rest[end..];
    }
    found
}

/// The seconds of a token, read as hours, minutes and seconds.
fn seconds(token: &str) -> Option<u32> {
    if let Some((minutes, rest)) = token.split_once('m') {
        let seconds: u32 = rest.trim_end_matches('s').parse().ok()?;
        return Some(minutes.parse::<u32>().ok()? * 60 + seconds);
    }
    token
        .split(':')
        .try_fold(0u32, |total, field| total.checked_mul(60)?.checked_add(field.parse().ok()?))
}

fn take<K: std::hash::Hash + Eq>(left: &mut HashMap<K, usize>, key: &K) -> bool {
    left.get_mut(key).filter(|count| **count > 0).map(|count| *count -= 1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "---\ntitle: A 1:02\nvideoId: 7gaPPrAd7nc\n---\n";

    #[test]
    fn finds_whatever_has_the_form_of_a_time() {
        let cases: [(&str, &[&str]); 10] = [
            ("at 12:22, (1:02:03) 5m10s x", &["12:22", "1:02:03", "5m10s"]),
            ("112:22 John 3:16 1:2 10:30am", &["112:22", "3:16", "10:30"]),
            ("https://x.org/12:22 [a](b?t=1:02) [3:04](#3:04)", &["3:04"]),
            ("[1:02](3:04)", &["1:02", "3:04"]),
            ("<a class=\"yt-timestamp\" data-t=\"1:02\">[1:03]</a> 1:04", &["1:04"]),
            ("<a class=\"yt->timestamp\" data-t=\"1:02\">1:02</a>", &[]),
            ("<a class=\"yt=\"yt-timestamp\" data-t=\"1:02\">1:02</a> 1:03", &["1:03"]),
            ("a %%1:02%% b <!-- 1:03 --> c", &[]),
            ("---\na: 1:02\n---\n1:03", &["1:03"]),
            ("00:12:04.050 --> 00:12:11,050", &["00:12:04", "00:12:11"]),
        ];
        for (text, want) in cases {
            assert_eq!(looks_like_times(&bare(text)), want, "{text}");
        }
    }

    /// The measure does not go by the reader: what that does not know shows.
    #[test]
    fn what_the_reader_missed_shows() {
        let note = |body: &str| Note::read("a.md", &[HEAD, body].concat());
        let read = note("One [1:02] and two [2:02 - 2:10].");
        assert_eq!(silent(&[HEAD, "One [1:02] and two [2:02 - 2:10]."].concat(), &read), [""; 0]);
        let missed = silent(&[HEAD, "One [1:02], «3:04», two [2:02 - 2:10]."].concat(), &read);
        assert_eq!(missed, ["3:04"]);
        let told = note("One at 3:04 sharp, two `5:06`.");
        assert_eq!(silent(&[HEAD, "3:04 5:06"].concat(), &told), [""; 0]);
        assert_eq!(silent(&[HEAD, "3:04 5:06 7:08"].concat(), &told).len(), 3);
    }
}
