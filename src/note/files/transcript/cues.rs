//! Subtitles (WebVTT, SubRip): their cues, whatever is wrong between them.

use crate::note::files::transcript::clean::clean;
use crate::note::files::transcript::line::{TimedLine, time_at};
use crate::note::{Code, Problem};

/// What parts the times of a cue.
const TIMES_ARROW: &str = "-->";

/// In captions that roll at least one of so many cues begins with the line that the one before ended with.
const ROLLING_SHARE: usize = 4;

/// A cue as it is written.
struct CaptionCue {
    start_secs: Option<u32>,
    end_secs: Option<u32>,
    lines: Vec<String>,
    /// Its line in the file, from 1.
    line: u32,
}

/// Whether a text holds subtitles.
pub(super) fn is_subtitles(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').starts_with("WEBVTT")
        || text.lines().take(200).any(|line| times_of(line).is_some())
}

/// The spoken lines of subtitles, and what stands before the first cue.
pub(super) fn read<'t>(text: &'t str, problems: &mut Vec<Problem>) -> (Vec<TimedLine>, &'t str) {
    let (mut cues, head) = cues(text, problems);
    let rolling =
        cues.windows(2).filter(|pair| overlap(&pair[0].lines, &pair[1].lines) > 0).count();
    if rolling > 0 && rolling * ROLLING_SHARE >= cues.len() {
        unroll(&mut cues);
    }
    let spoken = cues.into_iter().filter_map(|cue| {
        let text = cue.lines.join(" ");
        let CaptionCue { start_secs, end_secs, line, .. } = cue;
        (!text.is_empty()).then_some(TimedLine { start_secs, end_secs, text, line })
    });
    (spoken.collect(), head)
}

fn cues<'t>(text: &'t str, problems: &mut Vec<Problem>) -> (Vec<CaptionCue>, &'t str) {
    let mut cues: Vec<CaptionCue> = Vec::new();
    let (mut head, mut at) = (text, 0);
    let (mut in_note, mut is_open) = (false, false);
    let mut unread: Option<u32> = None;
    for (line, number) in text.lines().zip(1..) {
        let bare = line.trim().trim_matches('\u{feff}');
        if let Some((start, end)) = times_of(bare) {
            if cues.is_empty() {
                head = &text[..at];
            }
            // What stands right above is the cue's number, where nothing parts it from the cue before.
            if let Some(before) = cues.last_mut()
                && is_open
                && before.lines.len() > 1
                && before.lines.last().is_some_and(|last| is_number(last))
            {
                before.lines.pop();
            }
            cues.push(CaptionCue {
                start_secs: Some(start),
                end_secs: end,
                lines: Vec::new(),
                line: number,
            });
            (is_open, in_note) = (true, false);
        } else if bare.is_empty() {
            (is_open, in_note) = (false, false);
        } else if bare.contains(TIMES_ARROW) && !in_note && !is_open {
            unread.get_or_insert(number);
        } else if is_open {
            if let Some(cue) = cues.last_mut() {
                let said = clean(bare);
                if !said.is_empty() {
                    cue.lines.push(said);
                }
            }
        } else if bare == "STYLE" || bare == "REGION" || bare == "NOTE" || bare.starts_with("NOTE ")
        {
            in_note = true;
        } else if !in_note && !is_number(bare) && !cues.is_empty() {
            // A line that a blank one parts from its cue, where it is none's name.
            let next_is_cue =
                text[at..].lines().nth(1).is_some_and(|next| times_of(next).is_some());
            if let Some(cue) = cues.last_mut().filter(|_| !next_is_cue) {
                cue.lines.push(clean(bare));
            }
        } else if cues.is_empty() && !in_note && !is_header(bare) && !is_number(bare) {
            let next_is_cue =
                text[at..].lines().nth(1).is_some_and(|next| times_of(next).is_some());
            if !next_is_cue {
                let (start_secs, end_secs, lines) = (None, None, vec![clean(bare)]);
                cues.push(CaptionCue { start_secs, end_secs, lines, line: number });
            }
        }
        at += line.len();
        at += text[at..]
            .bytes()
            .take(2)
            .take_while(|byte| matches!(byte, b'\r' | b'\n'))
            .count()
            .min(if text[at..].starts_with("\r\n") { 2 } else { 1 });
    }
    if let Some(line) = unread {
        let message = "The times of a line here cannot be read, so what is said there has none. Write them as \
                       00:12:22.000 --> 00:12:25.000.";
        problems.push(Problem::new(line, Code::TranscriptUnread, message));
    }
    (cues, head)
}

/// The times of a cue's line, `00:12:22.000 --> 00:12:25,000 align:start`. The end may be cut off.
fn times_of(line: &str) -> Option<(u32, Option<u32>)> {
    let (start, end) = line.split_once(TIMES_ARROW)?;
    let start = start.trim();
    let (time, length) = time_at(start)?;
    let end = time_at(end.trim_start()).map(|(time, _)| time.seconds);
    (length == start.len()).then_some((time.seconds, end))
}

/// How many lines one cue ends with and the next begins with.
fn overlap(earlier: &[String], later: &[String]) -> usize {
    let longest = earlier.len().min(later.len());
    (1..=longest)
        .rev()
        .find(|&count| earlier[earlier.len() - count..] == later[..count])
        .unwrap_or(0)
}

/// Takes out of each cue what the one before has shown already.
fn unroll(cues: &mut Vec<CaptionCue>) {
    let mut shown: Vec<String> = Vec::new();
    let mut kept: Vec<CaptionCue> = Vec::with_capacity(cues.len());
    for mut cue in cues.drain(..) {
        let repeated = overlap(&shown, &cue.lines);
        shown.clone_from(&cue.lines);
        cue.lines.drain(..repeated);
        match kept.last_mut() {
            // It only stays on the screen.
            Some(last) if cue.lines.is_empty() => last.end_secs = last.end_secs.max(cue.end_secs),
            _ => kept.push(cue),
        }
    }
    *cues = kept;
}

fn is_number(line: &str) -> bool {
    !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_header(line: &str) -> bool {
    let is_pair = line.split_once([':', '=']).is_some_and(|(key, _)| !key.contains(' '));
    line.starts_with("WEBVTT") || is_pair
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<(Option<u32>, Option<u32>, String)> {
        let (lines, _) = read(text, &mut Vec::new());
        lines.into_iter().map(|line| (line.start_secs, line.end_secs, line.text)).collect()
    }

    /// Lines as `1-3 text`.
    fn shown(text: &str) -> Vec<String> {
        let secs = |secs: Option<u32>| secs.map_or("?".to_owned(), |secs| secs.to_string());
        said(text).into_iter().map(|(a, b, t)| format!("{}-{} {t}", secs(a), secs(b))).collect()
    }

    #[test]
    fn reads_cues_whatever_stands_around_them() {
        let cases: [(&str, &[&str]); 9] = [
            (
                "WEBVTT\nKind: captions\n\nNOTE of mine\nmore\n\n1\n00:01.000 --> 00:03.500 align:start\n<v Ann>One\ntwo\n\nx\n01:00:00.000 --> 01:00:02.000\nThree\n",
                &["1-3 Ann: One two", "3600-3602 Three"],
            ),
            (
                "1\r\n00:00:01,000 --> 00:00:03,000\r\nOne\r\n\r\n2\r\n00:00:03,000 --> 00:00:05,000\r\nTwo\r\n",
                &["1-3 One", "3-5 Two"],
            ),
            // No empty lines between.
            ("1\n0:01 --> 0:02\nOne\n2\n0:02 --> 0:03\nTwo", &["1-2 One", "2-3 Two"]),
            // A number that is said.
            ("0:01 --> 0:02\n42\n\n0:02 --> 0:03\nTwo", &["1-2 42", "2-3 Two"]),
            // Cut off.
            ("0:01 --> 0:02\nOne\n\n0:02 -->", &["1-2 One"]),
            ("0:01 --> 0:02\nOne\n\n0:02 --> 0:0", &["1-2 One"]),
            ("0:01 --> 0:02\nOne\n\nstill one\n", &["1-2 One still one"]),
            ("STYLE\n::cue { color: red }\n\n0:01 --> 0:02\nOne", &["1-2 One"]),
            ("WEBVTT\n", &[]),
        ];
        for (text, want) in cases {
            assert_eq!(shown(text), want, "{text:?}");
        }
    }

    #[test]
    fn lines_that_roll_are_said_once() {
        let rolling = "WEBVTT\n\n00:00.000 --> 00:02.000\n \nhello<00:00:01.000><c> there</c>\n\n\
            00:02.000 --> 00:02.010\nhello there\n \n\n00:02.010 --> 00:04.000\nhello there\nhow are you\n\n\
            00:04.000 --> 00:04.010\nhow are you\n \n";
        assert_eq!(shown(rolling), ["0-2 hello there", "2-4 how are you"]);
        // What is said twice is there twice.
        let twice = "0:00 --> 0:01\nNo.\n\n0:01 --> 0:02\nNo.\n\n0:02 --> 0:03\nYes.\n\n0:03 --> 0:04\na\n\n0:04 --> 0:05\nb\n";
        assert_eq!(shown(twice).len(), 5);
    }

    #[test]
    fn a_time_that_cannot_be_read_is_told() {
        let mut problems = Vec::new();
        let (lines, _) = read("0:01 --> 0:02\nOne\n\nx:03 --> 0:04\nTwo\n", &mut problems);
        assert_eq!(lines.len(), 1);
        assert!(lines[0].text.contains("Two") && problems[0].line == 4, "{lines:?}");
    }
}
