//! The block of keys at a note's top, read line by line.
//!
//! A YAML parser is the wrong tool here: strict ones reject titles with a colon, lenient ones turn
//! a video id of digits into a number. Only the keys we know are read, and their text is kept as
//! it was written.

use std::collections::HashSet;

use crate::video::{StampTime, VideoId};

use super::entries::{Entry, entries, split};
use super::scalar::{Written, plain, plain_with_sign};
use super::{Code, Problem, which_video};

/// What a note says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// `title:`
    pub title: Option<String>,
    /// `videoId:`, or a key like it, or a YouTube address under any key; else what the text says
    pub video: Option<VideoId>,
    /// `duration:`, the video's length in seconds
    pub length_secs: Option<u32>,
    /// `matrix: false` keeps the note's lists out of the matrix.
    pub in_matrix: InMatrix,
    /// `role:` says whose skills the note is about.
    pub role: Option<Written>,
    /// `level:` says at which level of seniority its skills stand, where nothing nearer does.
    pub level: Option<Written>,
    /// `ladder: true` says that the note is a career ladder or a competency framework.
    pub is_ladder: bool,
}

/// Whether a note takes part in the matrix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InMatrix {
    /// It does.
    #[default]
    Yes,
    /// Its author keeps it out.
    No,
}

/// The keys that may name the video, the best first, as [`folded_key`] has them.
const VIDEO_KEYS: [&str; 14] = [
    "videoid",
    "youtubeid",
    "ytid",
    "video",
    "youtube",
    "youtubeurl",
    "videourl",
    "videolink",
    "url",
    "source",
    "sourceurl",
    "link",
    "media",
    "originalurl",
];

/// The longest title that is shown, in characters: what is longer is a paste gone wrong, and would
/// push everything else off the page.
const LONGEST_TITLE: usize = 200;

/// The longest block that passes without a word, in bytes. People write a few hundred.
const LONGEST_BLOCK: usize = 64 * 1024;

/// Reads the block and returns it with the place where the body starts, in bytes.
/// The text has line feeds only.
pub(super) fn read(text: &str, problems: &mut Vec<Problem>) -> (FrontMatter, usize) {
    let Some((block, body)) = split(text, problems) else {
        video(&[], problems);
        return (FrontMatter::default(), 0);
    };
    if block.len() > LONGEST_BLOCK {
        let message = "The front matter is longer than 64 KiB. It is read all the same; \
                       is a closing line of --- missing further up?";
        problems.push(Problem::new(1, Code::FrontMatterValue, message));
    }
    // The block may stand below empty lines.
    let empty = text.lines().take_while(|line| line.trim().is_empty()).count();
    let mut entries = entries(block, problems);
    for entry in &mut entries {
        entry.line = entry.line.saturating_add(u32::try_from(empty).unwrap_or(u32::MAX));
    }
    let mut front_matter = FrontMatter::default();
    let mut known = HashSet::new();
    for entry in &entries {
        if !known.insert(entry.key.as_str()) {
            let message = format!("“{}” stands here a second time; the first is used.", entry.key);
            problems.push(Problem::new(entry.line, Code::FrontMatterDuplicate, message));
            continue;
        }
        match entry.key.to_ascii_lowercase().as_str() {
            "title" => front_matter.title = title(entry, problems),
            "matrix" => front_matter.in_matrix = in_matrix(entry, problems),
            "duration" => front_matter.length_secs = length(entry, problems),
            "level" => front_matter.level = Written::read(&entry.value, entry.line),
            "ladder" => front_matter.is_ladder = is_ladder(entry, problems),
            "role" => front_matter.role = Written::read(&entry.value, entry.line),
            _ => {}
        }
    }
    front_matter.video = video(&entries, problems);
    (front_matter, body)
}

fn title(entry: &Entry, problems: &mut Vec<Problem>) -> Option<String> {
    let (text, is_clean) = plain_with_sign(&entry.value);
    let text = text.replace('\0', "\u{fffd}");
    if !is_clean {
        let message = "A strict reader stumbles over this title; it is read as it stands here. \
                       Put it in double quotes.";
        let quoted = text.replace('\\', "\\\\").replace('"', "\\\"");
        let problem = Problem::new(entry.line, Code::FrontMatterValue, message);
        problems.push(problem.suggest(format!("title: \"{quoted}\"")));
    }
    if text.chars().nth(LONGEST_TITLE).is_some() {
        let message =
            format!("The title is longer than {LONGEST_TITLE} characters; the rest is not shown.");
        problems.push(Problem::new(entry.line, Code::FrontMatterValue, message));
        return Some(text.chars().take(LONGEST_TITLE).collect());
    }
    non_empty(text)
}

/// A video's length: a time, minutes (`85 min`) or words of both.
fn length(entry: &Entry, problems: &mut Vec<Problem>) -> Option<u32> {
    let written = plain(&entry.value).0;
    let units = written.to_ascii_lowercase().replace("hours", "h").replace("hour", "h");
    let units = units.replace("minutes", "m").replace("mins", "m").replace("min", "m");
    let units = units.replace("seconds", "s").replace("secs", "s").replace("sec", "s");
    let units = units.replace(' ', "");
    let read = StampTime::parse(&written).or_else(|_| StampTime::parse(&units));
    match read {
        Ok(time) if time.seconds > 0 => Some(time.seconds),
        _ => {
            let message = format!(
                "“{written}” is no length of a video, so it is not used. Write “duration: 1:25:00”."
            );
            problems.push(Problem::new(entry.line, Code::FrontMatterValue, message));
            None
        }
    }
}

fn in_matrix(entry: &Entry, problems: &mut Vec<Problem>) -> InMatrix {
    match plain(&entry.value).0.to_ascii_lowercase().as_str() {
        "false" | "no" | "off" => InMatrix::No,
        "true" | "yes" | "on" => InMatrix::Yes,
        _ => {
            let message = "Expected “matrix: false” or “matrix: true”; the line is ignored.";
            problems.push(Problem::new(entry.line, Code::FrontMatterValue, message));
            InMatrix::Yes
        }
    }
}

fn is_ladder(entry: &Entry, problems: &mut Vec<Problem>) -> bool {
    match plain(&entry.value).0.to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" => true,
        "false" | "no" | "off" => false,
        _ => {
            let message = "Expected “ladder: true” or “ladder: false”; the line is ignored.";
            problems.push(Problem::new(entry.line, Code::FrontMatterValue, message));
            false
        }
    }
}

/// A key in the one way of writing it: `video-id`, `Video_ID` and `videoId` are the same.
fn folded_key(key: &str) -> String {
    key.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).flat_map(char::to_lowercase).collect()
}

/// The entry's first value that names a video, as it is written, and the video.
fn video_of(entry: &Entry, takes_id: bool) -> Option<(String, VideoId)> {
    let lines = entry.value.lines().map(|line| line.strip_prefix("- ").unwrap_or(line));
    let whole = std::iter::once(plain(&entry.value).0);
    whole.chain(lines.map(|line| plain(line).0)).find_map(|written| {
        let by_id = VideoId::from_id_or_url(&written).ok();
        let named = by_id.filter(|_| takes_id || VideoId::parse(written.trim()).is_err());
        let video = named.or_else(|| which_video::in_text(&written))?;
        Some((written, video))
    })
}

fn video(entries: &[Entry], problems: &mut Vec<Problem>) -> Option<VideoId> {
    let of_key = |key: &&str| entries.iter().find(|entry| folded_key(&entry.key) == **key);
    let named: Vec<&Entry> = VIDEO_KEYS.iter().filter_map(of_key).collect();
    let is_id = |entry: &&Entry| folded_key(&entry.key).contains(['v', 'y']);
    let by_name = named.iter().find_map(|entry| Some((*entry, video_of(entry, is_id(entry))?)));
    // Any key may hold an address, whatever its author calls it.
    let by_value = || entries.iter().find_map(|entry| Some((entry, video_of(entry, false)?)));
    if let Some((entry, (written, video))) = by_name.or_else(by_value) {
        let is_plain = written.trim() == video.as_str();
        if !is_plain || entry.key != "videoId" {
            let message =
                format!("The video is named by “{}: {written}”; read as {video}.", entry.key);
            let code = if is_plain { Code::VideoFound } else { Code::FrontMatterValue };
            let problem = Problem::new(entry.line, code, message);
            problems.push(problem.suggest(format!("videoId: {video}")));
        }
        return Some(video);
    }
    // `source:` and the like may name anything; only a key that means a video is held to it.
    match named.iter().find(|entry| folded_key(&entry.key).starts_with("video")) {
        Some(entry) => {
            let message = format!(
                "“{}” names no YouTube video: expected the 11 characters after v= in its \
                 address. The note is shown without a video.",
                plain(&entry.value).0
            );
            problems.push(Problem::new(entry.line, Code::VideoInvalid, message));
        }
        None => {
            let message = "The note names no video, so its stamps cannot play. \
                           Add “videoId:” with the 11 characters after v= in the video's address.";
            problems.push(Problem::new(1, Code::VideoMissing, message));
        }
    }
    None
}

fn non_empty(text: String) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_block(block: &str) -> (FrontMatter, Vec<Code>) {
        let mut problems = Vec::new();
        let (front_matter, _) = read(&format!("---\n{block}\n---\nbody\n"), &mut problems);
        (front_matter, problems.into_iter().map(|p| p.code).collect())
    }

    #[test]
    fn reads_titles_as_written() {
        let cases = [
            ("title: Think big", Some("Think big"), true),
            ("title: Taste: why it matters", Some("Taste: why it matters"), false),
            ("title: \"Taste: why\"", Some("Taste: why"), true),
            ("title: 'It''s'", Some("It's"), true),
            ("title: Tip #1 of 3", Some("Tip #1 of 3"), false),
            ("title: \"Tip #1\" # a note", Some("Tip #1"), true),
            ("title: [a, b]", Some("a, b"), false),
            ("\"title\": A", Some("A"), true),
            ("  title: A", Some("A"), true),
            ("title:A", None, false),
            ("title: ", None, false),
        ];
        for (block, want, is_clean) in cases {
            let (front_matter, codes) = read_block(
                &format!("{block}\nvideoId: 7gaPPrAd7nc")
                    .replace("  title: A\nvideoId", "  title: A\n  videoId"),
            );
            assert_eq!(front_matter.title.as_deref(), want, "{block:?}");
            assert_eq!(codes.is_empty(), is_clean, "{block:?}: {codes:?}");
        }
    }

    #[test]
    fn reads_the_video_under_any_of_its_names() {
        let id = Some("7gaPPrAd7nc");
        let cases = [
            ("videoId: 7gaPPrAd7nc", id, None),
            ("videoId: 12345678901", Some("12345678901"), None),
            ("videoId: https://youtu.be/7gaPPrAd7nc", id, Some(Code::FrontMatterValue)),
            ("video: 7gaPPrAd7nc", id, Some(Code::VideoFound)),
            ("Video-ID: 7gaPPrAd7nc", id, Some(Code::VideoFound)),
            ("youtube_id: 7gaPPrAd7nc", id, Some(Code::VideoFound)),
            ("watched: https://youtu.be/7gaPPrAd7nc", id, Some(Code::FrontMatterValue)),
            (
                "source: \"[A talk](https://youtu.be/7gaPPrAd7nc)\"",
                id,
                Some(Code::FrontMatterValue),
            ),
            (
                "media:\n  - a book\n  - https://youtu.be/7gaPPrAd7nc",
                id,
                Some(Code::FrontMatterValue),
            ),
            ("url: aaaaaaaaaaa", None, Some(Code::VideoMissing)),
            ("url: https://www.youtube.com/live/7gaPPrAd7nc", id, Some(Code::FrontMatterValue)),
            ("source: a book", None, Some(Code::VideoMissing)),
            ("videoId: null", None, Some(Code::VideoInvalid)),
            ("title: A", None, Some(Code::VideoMissing)),
        ];
        for (block, want, code) in cases {
            let (front_matter, codes) = read_block(block);
            assert_eq!(front_matter.video.as_ref().map(VideoId::as_str), want, "{block:?}");
            assert_eq!(codes.first().copied(), code, "{block:?}");
        }
    }

    #[test]
    fn finds_where_the_body_starts() {
        let cases = [
            ("---\na: b\n---\nbody", "body", 0),
            ("---\na: b\n...\nbody", "body", 0),
            ("---\n---\nbody", "body", 0),
            ("body", "body", 0),
            (" ---\na: b\n---\n", " ---\na: b\n---\n", 0),
            ("----\na: b\n----\n", "----\na: b\n----\n", 0),
            ("---\ntitle: A\n\nbody", "---\ntitle: A\n\nbody", 1),
        ];
        for (text, body, unclosed) in cases {
            let mut problems = Vec::new();
            let (_, start) = read(text, &mut problems);
            assert_eq!(&text[start..], body);
            let found = problems.iter().filter(|p| p.code == Code::FrontMatterUnclosed).count();
            assert!(problems.iter().any(|p| p.code == Code::VideoMissing), "{text:?}");
            assert_eq!(found, unclosed, "{text:?}");
        }
    }

    #[test]
    fn takes_the_authors_word_on_the_matrix() {
        assert_eq!(read_block("matrix: false").0.in_matrix, InMatrix::No);
        assert_eq!(read_block("matrix: perhaps").0.in_matrix, InMatrix::Yes);
        assert!(read_block("matrix: perhaps").1.contains(&Code::FrontMatterValue));
        assert_eq!(read_block("role: \"PM\"").0.role, Written::read("PM", 2));
    }
}
