//! The block of keys at a note's top, read line by line.
//!
//! A YAML parser is the wrong tool here: strict ones reject titles with a colon, lenient ones turn
//! a video id of digits into a number. Only the keys we know are read, and their text is kept as
//! it was written.

pub(in crate::note) mod entries;
pub(in crate::note) mod scalar;
mod video_key;
mod with_key;

use rustc_hash::FxHashSet;

use crate::note::front_matter::entries::{FrontMatterEntry, entries, split};
use crate::note::front_matter::scalar::{WrittenValue, plain, plain_with_sign};
use crate::note::{Code, Problem};
use crate::video::{StampTime, VideoId};

pub use with_key::with_front_matter;

/// What a note says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// `title:`
    pub title: Option<String>,
    /// `videoId:`, or a key like it, or a YouTube address under any key; else what the text says
    pub video: Option<VideoId>,
    /// `aliases:`, other names that links may call the note by
    pub aliases: Vec<String>,
    /// `duration:`, the video's length in seconds
    pub length_secs: Option<u32>,
    /// `matrix: false` keeps the note's lists out of the matrix.
    pub in_matrix: InMatrix,
    /// `role:` says whose skills the note is about.
    pub role: Option<WrittenValue>,
    /// `level:` says at which level of seniority its skills stand, where nothing nearer does.
    pub level: Option<WrittenValue>,
    /// `ladder: true` says that the note is a career ladder or a competency framework.
    pub is_ladder: bool,
    /// `proof: true` says that the note's list names clips which its author chose as proof of a ladder's skills.
    pub is_proof: bool,
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

/// The longest title that is shown, in characters: what is longer is a paste gone wrong, and would
/// push everything else off the page.
const LONGEST_TITLE: usize = 200;

/// The longest block that passes without a word, in bytes. People write a few hundred.
const LONGEST_BLOCK: usize = 64 * 1024;

/// Reads the block and returns it with the place where the body starts, in bytes.
/// The text has line feeds only.
pub(super) fn read(text: &str, problems: &mut Vec<Problem>) -> (FrontMatter, usize) {
    let Some((block, body)) = split(text, problems) else {
        video_key::video(&[], problems);
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
    let mut known = FxHashSet::default();
    for entry in &entries {
        if !known.insert(entry.key.as_str()) {
            let message = format!("“{}” stands here a second time; the first is used.", entry.key);
            problems.push(Problem::new(entry.line, Code::FrontMatterDuplicate, message));
            continue;
        }
        match entry.key.to_ascii_lowercase().as_str() {
            "title" => front_matter.title = title(entry, problems),
            "aliases" | "alias" => front_matter.aliases = list(&entry.value),
            "matrix" => front_matter.in_matrix = in_matrix(entry, problems),
            "duration" => front_matter.length_secs = length(entry, problems),
            "level" => front_matter.level = WrittenValue::read(&entry.value, entry.line),
            "ladder" => front_matter.is_ladder = is_so("ladder", entry, problems),
            "proof" => front_matter.is_proof = is_so("proof", entry, problems),
            "role" => front_matter.role = WrittenValue::read(&entry.value, entry.line),
            _ => {}
        }
    }
    front_matter.video = video_key::video(&entries, problems);
    if front_matter.is_proof {
        // Its times are those of the notes that it links to.
        problems.retain(|problem| problem.code != Code::VideoMissing);
    }
    (front_matter, body)
}

fn title(entry: &FrontMatterEntry, problems: &mut Vec<Problem>) -> Option<String> {
    let (text, is_clean) = plain_with_sign(&entry.value);
    let text = without_controls(&text);
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
fn length(entry: &FrontMatterEntry, problems: &mut Vec<Problem>) -> Option<u32> {
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

fn in_matrix(entry: &FrontMatterEntry, problems: &mut Vec<Problem>) -> InMatrix {
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

fn is_so(key: &str, entry: &FrontMatterEntry, problems: &mut Vec<Problem>) -> bool {
    match plain(&entry.value).0.to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" => true,
        "false" | "no" | "off" => false,
        _ => {
            let message = format!("Expected “{key}: true” or “{key}: false”; the line is ignored.");
            problems.push(Problem::new(entry.line, Code::FrontMatterValue, message));
            false
        }
    }
}

/// A text without control characters, which nobody sees; those that part words stay, or are spaces.
fn without_controls(text: &str) -> String {
    let shown = |c: char| match c {
        '\n' => Some(c),
        '\t' | '\r' => Some(' '),
        c if c.is_control() => None,
        c => Some(c),
    };
    text.chars().filter_map(shown).collect()
}

/// The values of a list: in square brackets, one a line, or with commas between them. What is a link
/// counts by its text.
pub(super) fn list(value: &str) -> Vec<String> {
    let bare = value.trim();
    let inside = bare.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let inside = inside.filter(|_| !bare.starts_with("[[") || bare.contains("]],"));
    let mut values: Vec<String> = Vec::new();
    let lines = inside.unwrap_or(bare).lines().map(str::trim);
    for line in lines {
        let (is_item, line) = match line.strip_prefix("- ") {
            Some(item) => (true, item),
            None => (false, line),
        };
        let mut quote = None;
        let parts = line.split(|c: char| {
            match (quote, c) {
                (None, '"' | '\'') => quote = Some(c),
                (Some(open), c) if open == c => quote = None,
                _ => {}
            }
            c == ',' && quote.is_none() && !is_item
        });
        for part in parts {
            let text = plain(part.trim()).0;
            let text = without_controls(&text);
            let text = text.trim().trim_start_matches("[[").trim_end_matches("]]").trim();
            if !text.is_empty() {
                values.push(text.to_owned());
            }
        }
    }
    values
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
            ("title: \"a\\u0007b\\tc\"", Some("ab c"), true),
            ("title: a\u{7}b\u{85}", Some("ab"), true),
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
        assert_eq!(read_block("role: \"PM\"").0.role, WrittenValue::read("PM", 2));
    }
}
