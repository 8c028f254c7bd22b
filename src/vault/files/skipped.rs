//! Files that were given to a page and did not become notes: which, why, and in how many words.

use std::fmt;

use super::naming::is_other_sheet;

/// The size above which a file is read only on request, in bytes: it takes seconds.
pub const LARGE_BYTES: u64 = 20_000_000;

/// The most bytes of notes that a page holds. Texts, their trees and the words to search them take
/// up to 22 times as much (docs/MEASURED.md), and the program's memory ends at 4 GiB.
pub const MOST_BYTES: u64 = 100_000_000;

/// The most files that are looked at in one go.
pub const MOST_FILES: usize = 200_000;

/// How many files the list of what was skipped names at most.
const MOST_NAMED: usize = 200;

/// Why a file did not become a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SkipReason {
    /// Its name does not end as a note's does.
    NotMarkdown,
    /// It is a sheet of a kind that is not read.
    OtherSheet,
    /// It is a page of this program, and no note.
    OwnPage,
    /// It is a text without times, which names no video: no transcript and no note.
    NoTranscript,
    /// It is larger than [`LARGE_BYTES`], and nobody asked for it all the same.
    TooLarge,
    /// More was chosen than fits: [`MOST_BYTES`] or [`MOST_FILES`].
    TooMuch,
    /// It stands deeper than [`crate::vault::MAX_DEPTH`] folders.
    TooDeep,
    /// Another file that was chosen with it has the same path.
    SamePath,
    /// It is encrypted in its archive.
    Encrypted,
    /// It is packed in a way that browsers cannot unpack.
    Packing(u16),
    /// It is damaged: what is wrong.
    Damaged(&'static str),
    /// The browser could not read it: what the browser said.
    Unreadable(String),
}

/// A file that did not become a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Where it lies, from the folder that was read.
    pub path: String,
    /// Why.
    pub reason: SkipReason,
}

impl SkipReason {
    /// Why a file of this name is no note.
    #[must_use]
    pub fn of_name(name: &str) -> Self {
        if is_other_sheet(name) { Self::OtherSheet } else { Self::NotMarkdown }
    }

    /// The reason in the fewest words.
    #[must_use]
    pub fn short(&self) -> &'static str {
        match self {
            Self::NotMarkdown => "not Markdown",
            Self::OtherSheet => "a sheet of another kind",
            Self::OwnPage => "a page of Skillreel",
            Self::NoTranscript => "no transcript",
            Self::TooLarge => "over 20 MB",
            Self::TooMuch => "more than fits",
            Self::TooDeep => "in too many folders",
            Self::SamePath => "the same path",
            Self::Encrypted => "encrypted",
            Self::Packing(_) => "packed in an unknown way",
            Self::Damaged(_) => "damaged",
            Self::Unreadable(_) => "could not be read",
        }
    }
}

/// What was skipped, in one line: "3 files skipped (2 not Markdown, 1 encrypted)"; `None` where
/// nothing was.
#[must_use]
pub fn summary(skipped: &[Skipped]) -> Option<String> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for reason in skipped.iter().map(|file| file.reason.short()) {
        match counts.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, number)) => *number += 1,
            None => counts.push((reason, 1)),
        }
    }
    let files = if skipped.len() == 1 { " file skipped (" } else { " files skipped (" };
    let reasons = match counts.as_slice() {
        [] => return None,
        [(reason, _)] => (*reason).to_owned(),
        _ => {
            let each =
                |(reason, number): &(&str, usize)| [&number.to_string(), " ", *reason].concat();
            counts.iter().map(each).collect::<Vec<_>>().join(", ")
        }
    };
    Some([&skipped.len().to_string(), files, &reasons, ")"].concat())
}

/// The files worth naming, and how many more there are: those that one would miss come first.
#[must_use]
pub fn named(skipped: &[Skipped]) -> (Vec<&Skipped>, usize) {
    let is_other = |file: &&Skipped| file.reason == SkipReason::NotMarkdown;
    let (others, missed): (Vec<&Skipped>, Vec<&Skipped>) = skipped.iter().partition(is_other);
    let named: Vec<&Skipped> = missed.into_iter().chain(others).take(MOST_NAMED).collect();
    let more = skipped.len() - named.len();
    (named, more)
}

impl fmt::Display for SkipReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotMarkdown => {
                f.write_str("is not Markdown, no web page and no sheet (.md, .markdown, .html, .csv, .tsv, .xlsx)")
            }
            Self::NoTranscript => f.write_str(
                "is a text without times at its lines, and so no transcript, and names no video; let its name end in .md if it is a note",
            ),
            Self::OwnPage => f.write_str("is a page of Skillreel itself: open it in a browser"),
            Self::OtherSheet => f.write_str(
                "is a sheet of a kind that is not read: save it as XLSX or CSV, in Numbers by “Export to”",
            ),
            Self::TooLarge => f.write_str("is over 20 MB and was left out"),
            Self::TooMuch => f.write_str(
                "is more than fits: a page holds 100 MB of notes, and looks at 200,000 files in one go",
            ),
            Self::TooDeep => f.write_str("stands in more than 64 folders"),
            Self::SamePath => f.write_str("has the same path as another file that was chosen"),
            Self::Encrypted => f.write_str("is encrypted; unpack the archive and add its folder"),
            Self::Packing(method) => write!(
                f,
                "is packed in a way that browsers cannot unpack (method {method}); unpack the archive and add its folder"
            ),
            Self::Damaged(what) => write!(f, "is damaged: {what}"),
            Self::Unreadable(why) if why.is_empty() => f.write_str(
                "could not be read; it may have been changed, moved or removed meanwhile",
            ),
            Self::Unreadable(why) => write!(
                f,
                "could not be read; it may have been changed, moved or removed meanwhile ({why})"
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn skipped(reasons: &[SkipReason]) -> Vec<Skipped> {
        let named = |(number, reason): (usize, &SkipReason)| Skipped {
            path: number.to_string(),
            reason: reason.clone(),
        };
        reasons.iter().enumerate().map(named).collect()
    }

    #[test]
    fn says_in_one_line_what_was_skipped() {
        let cases: [(&[SkipReason], Option<&str>); 4] = [
            (&[], None),
            (&[SkipReason::NotMarkdown], Some("1 file skipped (not Markdown)")),
            (
                &[SkipReason::Damaged("a"), SkipReason::Damaged("b")],
                Some("2 files skipped (damaged)"),
            ),
            (
                &[SkipReason::NotMarkdown, SkipReason::Encrypted, SkipReason::NotMarkdown],
                Some("3 files skipped (2 not Markdown, 1 encrypted)"),
            ),
        ];
        for (reasons, want) in cases {
            assert_eq!(summary(&skipped(reasons)).as_deref(), want);
        }
    }

    #[test]
    fn names_first_what_one_would_miss() {
        let mut reasons = vec![SkipReason::NotMarkdown; MOST_NAMED + 5];
        reasons.push(SkipReason::Encrypted);
        let files = skipped(&reasons);
        let (first, more) = named(&files);
        assert_eq!((first.len(), more), (MOST_NAMED, 6));
        assert_eq!(first[0].reason, SkipReason::Encrypted);
    }
}
