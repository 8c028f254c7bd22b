//! Which files are notes, by their names alone: the same on a disk and in a browser.

use crate::note::web_page::is_web_page;
use crate::note::{is_sheet, may_be_transcript};

/// The endings of a note's file name, besides those of sheets and web pages.
const NOTE_ENDINGS: [&str; 2] = ["md", "markdown"];

/// The endings of sheets that are not read.
const OTHER_SHEETS: [&str; 4] = ["xls", "xlsb", "ods", "numbers"];

/// The ending of an archive of notes.
const ARCHIVE_ENDING: &str = "zip";

/// How deep folders are searched: far below what people make, and an end for anything else.
pub const MAX_DEPTH: usize = 64;

/// What a file is to a page of notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A note, or what is said in its video.
    Note,
    /// An archive that may hold notes.
    Archive,
    /// A hidden file, or one in a hidden folder: editors and version control keep their own
    /// copies of notes there.
    Hidden,
    /// Something else.
    Other,
}

impl FileKind {
    /// The kind of the file at a path with `/` between its parts.
    #[must_use]
    pub fn of(path: &str) -> Self {
        if path.split('/').any(is_hidden) {
            return Self::Hidden;
        }
        let name = path.rsplit('/').next().unwrap_or(path);
        if is_note(name) || may_be_transcript(name) {
            Self::Note
        } else if has_ending(name, ARCHIVE_ENDING) {
            Self::Archive
        } else {
            Self::Other
        }
    }
}

/// Whether a file or folder of this name is hidden.
#[must_use]
pub fn is_hidden(name: &str) -> bool {
    name.starts_with('.')
}

/// Whether a file of this name is a note.
#[must_use]
pub fn is_note(name: &str) -> bool {
    let is_known = is_sheet(name) || is_web_page(name);
    !is_hidden(name) && (is_known || NOTE_ENDINGS.iter().any(|ending| has_ending(name, ending)))
}

/// Whether a file is a sheet of a kind that is not read, by its name.
#[must_use]
pub fn is_other_sheet(name: &str) -> bool {
    OTHER_SHEETS.iter().any(|ending| has_ending(name, ending))
}

/// A path of plain parts: no root, nothing above it, `/` between its parts. Archives hold anything.
#[must_use]
pub fn plain_path(path: &str) -> String {
    let parts: Vec<&str> =
        path.split(['/', '\\']).filter(|part| !matches!(*part, "" | "." | "..")).collect();
    parts.join("/")
}

/// The folder that all paths have in common at their start, with its `/`: it says nothing about
/// any of them. A folder is named by those who choose it, and so left out of its notes' paths.
#[must_use]
pub fn common_folder<'a>(mut paths: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let first = paths.next()?;
    let folder = &first[..=first.find('/')?];
    paths.all(|path| path.starts_with(folder)).then_some(folder)
}

fn has_ending(name: &str, wanted: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case(wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_follow_the_name() {
        let cases = [
            ("a.md", FileKind::Note),
            ("b/c/A note.MarkDown", FileKind::Note),
            ("a.b.md", FileKind::Note),
            ("notes.ZIP", FileKind::Archive),
            (".a.md", FileKind::Hidden),
            (".git/a.md", FileKind::Hidden),
            ("b/.obsidian/c/a.md", FileKind::Hidden),
            ("a.csv", FileKind::Note),
            ("a.XLSX", FileKind::Note),
            ("a.html", FileKind::Note),
            ("a.xls", FileKind::Other),
            ("a.vtt", FileKind::Note),
            ("b/a.txt", FileKind::Note),
            ("a.rtf", FileKind::Other),
            ("md", FileKind::Other),
            ("a.md.bak", FileKind::Other),
            ("folder.md/picture.png", FileKind::Other),
            ("", FileKind::Other),
        ];
        for (path, want) in cases {
            assert_eq!(FileKind::of(path), want, "{path:?}");
        }
    }

    /// docs/FAULTS.md, 27.
    #[test]
    fn fault_27_paths_from_archives_lead_nowhere_else() {
        let cases = [
            ("a/b.md", "a/b.md"),
            ("/etc/a.md", "etc/a.md"),
            ("../../a.md", "a.md"),
            ("a\\b\\c.md", "a/b/c.md"),
            ("./a//b.md", "a/b.md"),
            ("..", ""),
        ];
        for (path, want) in cases {
            assert_eq!(plain_path(path), want, "{path:?}");
        }
    }

    #[test]
    fn a_folder_that_all_share_is_found() {
        let cases: [(&[&str], Option<&str>); 7] = [
            (&["vault/a.md", "vault/b/c.md"], Some("vault/")),
            (&["vault/a.md"], Some("vault/")),
            (&["vault/b/c.md", "vault/b/d.md"], Some("vault/")),
            (&["vault/a.md", "vault2/a.md"], None),
            (&["vault/a.md", "b.md"], None),
            (&["a.md"], None),
            (&[], None),
        ];
        for (paths, want) in cases {
            assert_eq!(common_folder(paths.iter().copied()), want, "{paths:?}");
        }
    }
}
