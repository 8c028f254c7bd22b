//! Stamps of a note that are written as anchors.

use std::borrow::Cow;

use crate::note::markup::html;
use crate::note::plain::{plain_text, tidy};
use crate::note::time::stamps::{repaired, suggested};
use crate::note::tree::with_text;
use crate::note::{Code, Inline, Problem, Stamp};
use crate::video::{StampTime, VideoId};

/// The time of an anchor that is a stamp, by its attributes. There may be none.
pub(in crate::note) fn anchor_time(attributes: &str) -> Option<Option<String>> {
    let (mut classes, mut time) = (None, None);
    for (name, value) in html::attributes(attributes) {
        match name {
            _ if name.eq_ignore_ascii_case("class") => classes.get_or_insert(value),
            _ if name.eq_ignore_ascii_case("data-t") => time.get_or_insert(value),
            _ => continue,
        };
    }
    let classes = classes.map(html::resolve_references).unwrap_or_default();
    let is_stamp =
        time.is_some() || classes.split_whitespace().any(|class| class == "yt-timestamp");
    is_stamp.then(|| time.map(|time| html::resolve_references(time).into_owned()))
}

/// Makes a stamp from an anchor: its time, or else its text where that is a time. What is neither
/// stays as text. The anchor holds `content`, and then what is `said`, which most often is all.
pub(in crate::note) fn from_anchor(
    time: Option<String>,
    content: Vec<Inline>,
    said: &str,
    video: Option<VideoId>,
    line: u32,
    problems: &mut Vec<Problem>,
    give: &mut dyn FnMut(Inline),
) {
    let (content, visible) = match tidy(said).filter(|_| content.is_empty()) {
        Some(visible) => (content, Cow::Borrowed(visible)),
        None => {
            let content = with_text(content, said);
            let visible = plain_text(&content);
            (content, Cow::Owned(visible))
        }
    };
    let visible = &*visible;
    let by_time = time.as_deref().and_then(|time| StampTime::parse(time).ok());
    // Most say the same twice.
    let is_clock = |time: &&str| time.contains(':') && time == &visible.trim_matches(['[', ']']);
    let (by_text, rest) = match time.as_deref().filter(is_clock) {
        Some(_) if by_time.is_some() => (by_time, ""),
        _ => leading_time(visible),
    };
    let Some(read) = by_time.or(by_text) else {
        let message = format!(
            "“{}” is no time of a video, so it stays as text. Write it as 00:12:22.",
            time.as_deref().filter(|t| !t.trim().is_empty()).unwrap_or(visible)
        );
        problems.push(Problem::new(line, Code::StampInvalid, message));
        let content = if content.is_empty() { with_text(content, said) } else { content };
        return content.into_iter().for_each(give);
    };
    let written = time.as_deref().filter(|_| by_time.is_some()).map(str::trim);
    match (by_time, by_text) {
        (None, Some(_)) => {
            let message = match &time {
                Some(time) => {
                    format!("data-t=\"{time}\" is no time; the text “{visible}” was used.")
                }
                None => format!("The stamp has no data-t; its text “{visible}” was used."),
            };
            let problem = Problem::new(line, Code::StampRepaired, message);
            problems.push(problem.suggest(suggested(read.seconds)));
        }
        (Some(time), Some(text)) if time.seconds != text.seconds => {
            let message = format!(
                "data-t says {} and the text says “{visible}”; data-t was used.",
                written.unwrap_or_default()
            );
            let problem = Problem::new(line, Code::StampMismatch, message);
            problems.push(problem.suggest(suggested(read.seconds)));
        }
        _ => {}
    }
    if let (Some(written), Some(repair)) = (written, read.repair) {
        problems.push(repaired(written, repair, read.seconds, line));
    }
    let bare = written.unwrap_or(visible).trim_matches(['[', ']']);
    // Most are written as they are to be kept.
    let written = match time {
        Some(time) if time == bare => time,
        _ => bare.to_owned(),
    };
    let stamp = Stamp::of(read, written, video);
    // Text in the anchor beside the time is text of the note and stays.
    let rest = if by_text.is_some() { rest } else { visible };
    if by_text.is_none() && !rest.is_empty() {
        give(Inline::Text([rest, " "].concat()));
    }
    give(Inline::Stamp(stamp));
    if by_text.is_some() && !rest.is_empty() {
        give(Inline::Text([" ", rest].concat()));
    }
}

/// The time at the start of an anchor's text, and the text after it.
fn leading_time(text: &str) -> (Option<StampTime>, &str) {
    let text = text.trim();
    if let Ok(time) = StampTime::parse(text) {
        // A bare number is more likely a word of the text than seconds.
        return if text.contains(':') { (Some(time), "") } else { (None, text) };
    }
    let inner = text.trim_start_matches('[');
    let end = inner.find(|c: char| !(c.is_ascii_digit() || c == ':')).unwrap_or(inner.len());
    let rest = inner[end..].trim_start_matches(']').trim();
    match StampTime::parse(&inner[..end]) {
        Ok(time) if inner[..end].contains(':') => (Some(time), rest),
        _ => (None, text),
    }
}
