//! Transcripts: the spoken lines of a video, from subtitle files (`.vtt`, `.srt`) and from texts with times.
//!
//! Crates that read subtitles refuse what is cut off or strays from its format, and keep tags, positions and
//! the doubled lines of captions that roll; people have such files, and want the words.

mod clean;
mod cues;
mod line;
mod spoken;

use crate::note::files::file_name::without_hash;
use crate::note::video::which_video;
use crate::note::{Block, Claim, ClaimId, Code, Inline, Problem, Section, Stamp};
use crate::text;
use crate::video::VideoId;

use line::TimedLine;

/// The endings of files that hold subtitles.
const SUBTITLE_ENDINGS: [&str; 2] = ["vtt", "srt"];

/// The ending of texts that may be transcripts.
const TEXT_ENDING: &str = "txt";

/// Words behind a transcript's name that say only what it is.
const SAYS_WHAT_IT_IS: [&str; 6] =
    ["transcript", "transcription", "captions", "subtitles", "subs", "auto"];

/// Whether a file may be a transcript, by its name. A text may turn out to be none once it is read
/// ([`is_transcript`]).
#[must_use]
pub fn may_be_transcript(path: &str) -> bool {
    ending(path).is_some_and(|ending| {
        SUBTITLE_ENDINGS
            .into_iter()
            .chain([TEXT_ENDING])
            .any(|known| ending.eq_ignore_ascii_case(known))
    })
}

/// Whether a file is a transcript: subtitles by its name, a text (`.txt`) by the times at its lines.
#[must_use]
pub fn is_transcript(path: &str, text: &str) -> bool {
    may_be_transcript(path)
        && (!is_text(path) || cues::is_subtitles(text) || spoken::is_spoken(text))
}

/// Whether a file among others is worth reading: a text may be anything, and is a note where it names a video.
#[must_use]
pub fn is_worth_reading(path: &str, text: &str) -> bool {
    !is_text(path) || text.contains("youtu") || is_transcript(path, text)
}

/// What a transcript's file is called: without folder, ending, language, video id and words such as
/// “transcript”. Notes and transcripts of one name belong together.
#[must_use]
pub fn transcript_name(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let mut name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    loop {
        let before = name;
        name = without_hash(name.trim_end_matches([' ', '_', '-', '.', ',']));
        if let Some((rest, id)) = name.rsplit_once('[')
            && id.strip_suffix(']').is_some_and(|id| VideoId::parse(id).is_ok())
        {
            name = rest;
        }
        if let Some((rest, language)) = name.rsplit_once('.') {
            let is_language = language.split('-').all(|part| (2..=4).contains(&part.len()))
                && language.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-');
            name = if is_language { rest } else { name };
        }
        if let Some((rest, word)) = name.rsplit_once([' ', '_', '-', '.', '('])
            && SAYS_WHAT_IT_IS.contains(&word.trim_end_matches(')').to_ascii_lowercase().as_str())
        {
            name = rest;
        }
        if name == before || name.is_empty() {
            return if name.is_empty() { before } else { name }.to_owned();
        }
    }
}

/// The spoken lines of a transcript as the one section of what is read, with its claims, and the video that
/// its name or its head says.
pub(in crate::note) fn read(
    path: &str,
    text: &str,
    problems: &mut Vec<Problem>,
) -> (Option<VideoId>, Section, Vec<Claim>) {
    let (lines, head) = if cues::is_subtitles(text) || !is_text(path) {
        cues::read(text, problems)
    } else {
        spoken::read(text)
    };
    if !lines.iter().any(|line| line.start_secs.is_some()) {
        let message = "No spoken line with a time was found here, so nothing follows the video. A transcript is \
                       a file of subtitles (.vtt, .srt), or a text with a time at each line.";
        problems.push(Problem::new(1, Code::TranscriptUnread, message));
    }
    let video = video_of(path).or_else(|| which_video::in_text(head));
    let (mut claims, mut blocks) =
        (Vec::with_capacity(lines.len()), Vec::with_capacity(lines.len()));
    for (TimedLine { start_secs, end_secs, text, line }, number) in lines.into_iter().zip(0..) {
        let stamp = start_secs.map(|secs| Stamp {
            end_secs: end_secs.filter(|&end| end > secs),
            ..Stamp::sure(secs, crate::video::clock(secs), video)
        });
        let stamps: Vec<Stamp> = stamp.into_iter().collect();
        let mut content: Vec<Inline> = stamps.iter().cloned().map(Inline::Stamp).collect();
        let gap = if content.is_empty() { "" } else { " " };
        content.push(Inline::Text([gap, &text].concat()));
        blocks.push(Block::Paragraph(vec![Inline::Claim(ClaimId(number), content)]));
        claims.push(Claim { section: 0, text, stamps, line });
    }
    let slug = text::slug("transcript");
    let (heading, title) = (Vec::new(), String::new());
    (video, Section { heading, title, rank: 0, slug, line: 1, blocks }, claims)
}

/// The video that a file's name ends in, as programs that save videos write it: `A talk [7gaPPrAd7nc].en.vtt`.
fn video_of(path: &str) -> Option<VideoId> {
    let (_, inside) = path.rsplit_once('[')?;
    VideoId::parse(inside.split(']').next()?).ok()
}

/// Whether a file is a text, by its name: what it is stands in it.
#[must_use]
pub fn is_text(path: &str) -> bool {
    ending(path).is_some_and(|ending| ending.eq_ignore_ascii_case(TEXT_ENDING))
}

fn ending(path: &str) -> Option<&str> {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).map(|(_, ending)| ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_transcript_is_called_as_its_note_is() {
        let cases = [
            ("a/Talk on bread.vtt", "Talk on bread"),
            ("Talk on bread [7gaPPrAd7nc].en.vtt", "Talk on bread"),
            ("Talk on bread.en-GB.srt", "Talk on bread"),
            ("talk_on_bread_transcript.txt", "talk_on_bread"),
            ("Talk (captions).vtt", "Talk"),
            ("transcript.txt", "transcript"),
            ("release 1.2 plan.vtt", "release 1.2 plan"),
            (".vtt", ""),
        ];
        for (path, want) in cases {
            assert_eq!(transcript_name(path), want, "{path}");
        }
        assert_eq!(
            video_of("A [7gaPPrAd7nc].en.vtt").map(|id| id.to_string()).as_deref(),
            Some("7gaPPrAd7nc")
        );
        assert_eq!(video_of("A [not one].vtt"), None);
    }

    #[test]
    fn transcripts_are_told_by_their_names() {
        for path in ["a.vtt", "b/c.SRT", "d.txt"] {
            assert!(may_be_transcript(path), "{path}");
        }
        for path in ["a.md", "vtt", ".vtt", "a.vtt.md", "a.csv"] {
            assert!(!may_be_transcript(path), "{path}");
        }
    }

    #[test]
    fn a_file_without_a_time_is_told_and_keeps_its_words() {
        let mut problems = Vec::new();
        let (video, section, claims) =
            read("a.txt", "Just a text\n\nof two lines.\n", &mut problems);
        assert_eq!((video, section.blocks.len(), problems.len()), (None, 2, 1));
        assert_eq!(claims[0].text, "Just a text");
        let (video, ..) = read("a.txt", "https://youtu.be/7gaPPrAd7nc\n0:00 a\n", &mut problems);
        assert!(video.is_some());
    }
}
