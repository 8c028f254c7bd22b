//! Transcripts as texts: turns with a speaker and a time, and lines as they are copied from YouTube.

use crate::note::files::transcript::line::{TimedLine, time_at};

/// The most words of a speaker's name.
const LONGEST_NAME: usize = 5;

/// A text is a transcript where at least so many turns begin in it.
const FEWEST_TURNS: u32 = 3;

/// Lines without a speaker are no longer than this on the whole, in seconds.
const LONGEST_LINE_SECS: u32 = 40;

/// How a line begins a turn.
enum Begins<'t> {
    /// With a time, and what is said then.
    Time(u32, &'t str),
    /// With who speaks, and when.
    Speaker(&'t str, u32),
    /// It goes on with the turn before.
    Nothing,
}

/// Whether a text is a transcript: turns begin in it at times that grow, and little stands between them.
pub(super) fn is_spoken(text: &str) -> bool {
    let (mut turns, mut speakers, mut grows, mut lines) = (0, 0, 0, 0);
    let (mut first, mut last) = (None, 0);
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        lines += 1;
        let begins = begins(line);
        speakers += u32::from(matches!(begins, Begins::Speaker(..)));
        if let Begins::Time(secs, _) | Begins::Speaker(_, secs) = begins {
            turns += 1;
            grows += u32::from(secs >= last);
            first.get_or_insert(secs);
            last = secs;
        }
    }
    // Chapters are minutes long; what is said comes line by line, or with who says it.
    let is_close = last.saturating_sub(first.unwrap_or(0)) <= turns * LONGEST_LINE_SECS;
    turns >= FEWEST_TURNS
        && turns * 8 >= lines
        && grows * 10 >= turns * 9
        && (is_close || speakers >= FEWEST_TURNS)
}

/// The turns of a text, and what stands before the first.
pub(super) fn read(text: &str) -> (Vec<TimedLine>, &str) {
    let mut turns: Vec<TimedLine> = Vec::new();
    let (mut head, mut at, mut is_first) = (text, 0, true);
    let mut after_time = false;
    for (line, number) in text.split_inclusive('\n').zip(1..) {
        let bare = line.trim().trim_matches('\u{feff}');
        let (turn, said) = match begins(bare) {
            Begins::Time(secs, said) => (Some(secs), said.to_owned()),
            Begins::Speaker(name, secs) => (Some(secs), [name, ":"].concat()),
            Begins::Nothing => (None, bare.to_owned()),
        };
        match (turn, turns.last_mut()) {
            (Some(secs), before) => {
                if std::mem::take(&mut is_first) {
                    head = &text[..at];
                } else if let Some(before) = before {
                    before.end_secs = Some(secs).filter(|&end| Some(end) > before.start_secs);
                }
                let (start_secs, end_secs) = (Some(secs), None);
                turns.push(TimedLine { start_secs, end_secs, text: said, line: number });
            }
            (None, _) if bare.is_empty() || (after_time && is_time_in_words(bare)) => {}
            (None, Some(turn)) if turn.start_secs.is_some() => {
                if !turn.text.is_empty() {
                    turn.text.push(' ');
                }
                turn.text.push_str(bare);
            }
            (None, _) => {
                turns.push(TimedLine {
                    start_secs: None,
                    end_secs: None,
                    text: said,
                    line: number,
                });
            }
        }
        after_time = turn.is_some() || (after_time && bare.is_empty());
        at += line.len();
    }
    turns.retain(|turn| !turn.text.is_empty());
    (turns, head)
}

fn begins(line: &str) -> Begins<'_> {
    if let Some((secs, rest)) = leading(line) {
        return Begins::Time(secs, rest);
    }
    // `Name (0:00):`, `Name [0:00]`, `Name 0:00`
    let bare = line.trim_end_matches([':', ')', ']']).trim_end();
    let start = bare.rfind([' ', '(', '[', '\u{a0}']).map(|at| at + 1);
    let Some((name, time)) = start.and_then(|start| bare.split_at_checked(start)) else {
        return Begins::Nothing;
    };
    let name = name.trim_end_matches([' ', '(', '[', '\u{a0}', '-', '–', '|', ',']);
    let is_name = !name.is_empty()
        && name.split_whitespace().count() <= LONGEST_NAME
        && name.starts_with(|c: char| c.is_uppercase() || !c.is_ascii())
        && !name.contains(['.', '?', '!', ';', ',']);
    match time_at(time) {
        Some((secs, length)) if is_name && length == time.len() => {
            Begins::Speaker(name.trim_end_matches(':'), secs.seconds)
        }
        _ => Begins::Nothing,
    }
}

/// The time that a line begins with, and what follows it.
fn leading(line: &str) -> Option<(u32, &str)> {
    let open = line.trim_start_matches(['[', '(', '*', '-', '•', ' ']);
    let (time, length) = time_at(open)?;
    let rest = &open[length..];
    let bare =
        rest.trim_start_matches([']', ')', '*', ':', '-', '–', '—', '|', '·', ' ', '\t', '\u{a0}']);
    let is_apart = rest.is_empty() || bare.len() < rest.len();
    is_apart.then_some((time.seconds, bare))
}

/// What YouTube copies below a time for those who hear the page: `1 minute, 5 seconds`.
fn is_time_in_words(line: &str) -> bool {
    let mut parts = line.split([',', ' ']).filter(|part| !part.is_empty()).peekable();
    let is_unit = |part: &str| {
        ["hour", "minute", "second"].iter().any(|unit| part.trim_end_matches('s') == *unit)
    };
    parts.peek().is_some_and(|first| first.bytes().all(|byte| byte.is_ascii_digit()))
        && parts.all(|part| is_unit(part) || part.bytes().all(|byte| byte.is_ascii_digit()))
        && line.ends_with(['s', 'e', 'd', 'r'])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Turns as `5-9 text`.
    fn shown(text: &str) -> Vec<String> {
        let secs = |secs: Option<u32>| secs.map_or("?".to_owned(), |secs| secs.to_string());
        let turns = read(text).0.into_iter();
        turns.map(|t| format!("{}-{} {}", secs(t.start_secs), secs(t.end_secs), t.text)).collect()
    }

    #[test]
    fn reads_turns_as_tools_write_them() {
        let cases: [(&str, &[&str]); 6] = [
            (
                "Ann Baker (00:00:05):\nFlour first.\n\nThen water.\n\n(00:00:20):\nThen salt.",
                &["5-20 Ann Baker: Flour first. Then water.", "20-? Then salt."],
            ),
            (
                "0:00\nso today\n0:04\nwe bake\n1:00:02 and eat",
                &["0-4 so today", "4-3602 we bake", "3602-? and eat"],
            ),
            ("0:05\n5 seconds\nso\n1:01\n1 minute, 1 second\nwe", &["5-61 so", "61-? we"]),
            ("Ann  0:05\nFlour.\nBob  0:09\nWater.", &["5-9 Ann: Flour.", "9-? Bob: Water."]),
            (
                "[00:00:05] Ann: Flour.\n[00:00:09] Bob: Water.",
                &["5-9 Ann: Flour.", "9-? Bob: Water."],
            ),
            ("A talk\n0:05 Flour.", &["?-? A talk", "5-? Flour."]),
        ];
        for (text, want) in cases {
            assert_eq!(shown(text), want, "{text:?}");
        }
    }

    #[test]
    fn tells_transcripts_from_other_texts() {
        assert!(is_spoken("0:00\nso\n0:04\nwe\n0:09\nbake"));
        assert!(is_spoken("Ann (0:05):\na\nBob (0:09):\nb\nAnn (0:12):\nc"));
        for text in [
            "Bread at 9:30.\nMilk at 10:00.",
            "9:30 breakfast\n13:00 lunch",
            "A note.\n\nOf some lines.\n\nAnd more.",
            "0:30 a\n0:20 b\n0:10 c",
            "0:00 Intro\n2:10 Flour\n9:30 Water\n21:00 Bread",
        ] {
            assert!(!is_spoken(text), "{text:?}");
        }
    }
}
