//! Stamps of a note, from times that stand bare in brackets.

use std::borrow::Cow;

use crate::note::time::found_times;
use crate::note::time::times::Time;
use crate::note::{Code, Inline, Problem, Scale, Stamp};
use crate::text::byte_set::ByteSet;
use crate::video::player::Moment;
use crate::video::{Repair, StampTime, TwoWays, VideoId, YoutubeLink};

impl Stamp {
    /// The moment that it names; `None` where nobody knows of which video.
    #[must_use]
    pub fn moment(&self) -> Option<Moment> {
        let Self { seconds, video, .. } = *self;
        Some(Moment { video: video?, seconds, two_ways: self.two_ways() })
    }

    /// A stamp that can be read in one way.
    #[must_use]
    pub fn sure(seconds: u32, written: String, video: Option<VideoId>) -> Self {
        Self {
            seconds,
            written,
            video,
            scale: Scale::Sure,
            end_secs: None,
            is_past_end: false,
            is_above: false,
        }
    }

    pub(super) fn of(time: StampTime, written: String, video: Option<VideoId>) -> Self {
        let scale = match (time.repair, time.if_past_end) {
            (Some(Repair::MinutesSecondsHundredths), _) => Scale::Hundredths,
            // The note decides up to which length it is minutes.
            (_, Some(minutes_secs)) => Scale::Open(TwoWays {
                hours_secs: time.seconds,
                minutes_secs,
                minutes_up_to_secs: 0,
            }),
            (_, None) => Scale::Sure,
        };
        Self { scale, ..Self::sure(time.seconds, written, video) }
    }
}

/// What a note's text is read for.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::note) struct Looking {
    /// The note's video.
    pub video: Option<VideoId>,
    /// Whether times without brackets may be stamps: in notes that have chapters.
    pub has_chapters: bool,
}

/// Stamps of times, told where they were mended.
pub(in crate::note) fn of_times(
    times: Vec<Time>,
    video: Option<VideoId>,
    line: u32,
    problems: &mut Vec<Problem>,
) -> Vec<Inline> {
    for time in &times {
        if let Some(repair) = time.start.repair {
            problems.push(repaired(&time.written, repair, time.start.seconds, line));
        }
        if let Some(end) = &time.backwards {
            let message = format!(
                "The range from “{}” to “{end}” runs backwards, so only its start counts.",
                time.written
            );
            problems.push(Problem::new(line, Code::StampRepaired, message));
        }
    }
    let stamp = |Time { start, written, end_secs, .. }| {
        Inline::Stamp(Stamp { end_secs, ..Stamp::of(start, written, video) })
    };
    times.into_iter().map(stamp).collect()
}

/// Whether times may stand in a text: in brackets, in an address, and where `is_loose` without either.
pub(in crate::note) fn may_stand_in(text: &str, is_loose: bool) -> bool {
    const IN_BRACKETS: ByteSet = ByteSet::of(b"[:");
    const LOOSE: ByteSet = ByteSet::of(b"[:0123456789");
    let (signs, bytes) = (if is_loose { &LOOSE } else { &IN_BRACKETS }, text.as_bytes());
    signs.all(bytes).any(|at| bytes[at] != b':' || bytes[at + 1..].starts_with(b"//"))
}

/// Splits text at the addresses of moments, at the times that stand in it in brackets, such as
/// `[00:05:50]`, and at the others that say by themselves what they are.
pub(in crate::note) fn split_bare(
    text: String,
    looking: Looking,
    line: u32,
    out: &mut Vec<Inline>,
    problems: &mut Vec<Problem>,
) {
    // Most text has no address in it, and is taken whole.
    if !text.contains("://") {
        return split_times(text.into(), looking, line, out, problems);
    }
    let mut rest = text.as_str();
    while let Some((before, stamp, after)) = next_address(rest) {
        let is_doubled = before == "("
            && after.starts_with(')')
            && out.last().is_some_and(
                |last| matches!(last, Inline::Stamp(last) if last.seconds == stamp.seconds),
            );
        if is_doubled {
            // A link whose text is a time in two brackets, which Markdown takes for something else.
            rest = &after[1..];
            continue;
        }
        split_times(before.into(), looking, line, out, problems);
        out.push(Inline::Stamp(stamp));
        rest = after;
    }
    split_times(rest.into(), looking, line, out, problems);
}

/// The text before the first address of a moment, its stamp, and the text after it.
fn next_address(text: &str) -> Option<(&str, Stamp, &str)> {
    let mut at = 0;
    while let Some(found) = text[at..].find("http") {
        let start = at + found;
        let length = text[start..].find(|c: char| c.is_whitespace() || "()<>[]\"".contains(c));
        let end = start + length.unwrap_or(text.len() - start);
        let address = text[start..end].trim_end_matches(['.', ',', ';']);
        if let Some(YoutubeLink { video, seconds: Some(seconds), end_secs }) =
            YoutubeLink::parse(address)
        {
            let stamp = Stamp { end_secs, ..Stamp::sure(seconds, address.to_owned(), Some(video)) };
            return Some((&text[..start], stamp, &text[start + address.len()..]));
        }
        at = end.max(start + 4);
    }
    None
}

fn split_times(
    text: Cow<'_, str>,
    looking: Looking,
    line: u32,
    out: &mut Vec<Inline>,
    problems: &mut Vec<Problem>,
) {
    let mut start = 0;
    for (times, place) in found_times::find(&text, looking.video.is_some()) {
        if start < place.start {
            tell_invalid(&text[start..place.start], line, problems);
            out.push(Inline::Text(text[start..place.start].to_owned()));
        }
        for (nth, stamp) in of_times(times, looking.video, line, problems).into_iter().enumerate() {
            if nth > 0 {
                out.push(Inline::Text(" ".to_owned()));
            }
            out.push(stamp);
        }
        start = place.end;
    }
    if start < text.len() {
        tell_invalid(&text[start..], line, problems);
        let rest = if start == 0 { text.into_owned() } else { text[start..].to_owned() };
        out.push(Inline::Text(rest));
    }
}

/// Tells of what looks like a stamp and is no time.
fn tell_invalid(text: &str, line: u32, problems: &mut Vec<Problem>) {
    let mut at = 0;
    while let Some(open) = text[at..].find('[').map(|found| at + found) {
        at = open + 1;
        let length = text[at..].bytes().take_while(|b| matches!(b, b'0'..=b'9' | b':')).count();
        let inside = &text[at..at + length];
        if inside.contains(':') && text[at + length..].starts_with(']') {
            let message = format!(
                "“[{inside}]” is no time of a video, so it stays as text. Write it as [00:12:22]."
            );
            problems.push(Problem::new(line, Code::StampInvalid, message));
        }
    }
}

pub(super) fn repaired(written: &str, repair: Repair, seconds: u32, line: u32) -> Problem {
    let how = match repair {
        Repair::StrayCharacters => "stray characters around it were dropped",
        Repair::FourthField => "its fourth field, hundredths, was dropped",
        Repair::MinutesSecondsHundredths => {
            "no video is that long, so it was read as minutes, seconds and hundredths"
        }
    };
    let message = format!("The time “{written}” was read as {}: {how}.", hms(seconds));
    Problem::new(line, Code::StampRepaired, message).suggest(suggested(seconds))
}

/// A stamp as it should be written.
pub(super) fn suggested(seconds: u32) -> String {
    let time = hms(seconds);
    format!("<a class=\"yt-timestamp\" data-t=\"{time}\">[{time}]</a>")
}

fn hms(seconds: u32) -> String {
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}
