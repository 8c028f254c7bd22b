//! Finds and reads note files on disk.

use std::ffi::OsStr;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::note::web_page::is_own_page;
use crate::note::{is_worth_reading, may_be_transcript};
use crate::vault::files::skipped::{SkipReason, Skipped};
use crate::vault::{MAX_DEPTH, NoteFile, is_hidden, is_note, is_other_sheet};

/// A path that could not be read.
#[derive(Debug)]
pub struct UnreadPath {
    /// The path, as it was given or found.
    pub path: PathBuf,
    /// What the system says.
    pub cause: io::Error,
}

/// What was found at paths.
#[derive(Debug, Default)]
pub struct FoundFiles {
    /// The notes, in the order of their names.
    pub notes: Vec<NoteFile>,
    /// Sheets of kinds that are not read.
    pub skipped: Vec<Skipped>,
}

/// The notes at these paths, each a file or a folder, in the order of their names.
///
/// A note of a folder is named by its path below that folder, with `/`; a file that was given is
/// named by its file name. Hidden folders and files are left out: editors and version control keep
/// their own copies of notes there.
///
/// # Errors
/// [`UnreadPath`] for the first path that is not there or cannot be read.
pub fn read_notes(paths: &[PathBuf]) -> Result<FoundFiles, UnreadPath> {
    let mut found = FoundFiles::default();
    for path in paths {
        let unread = |cause| UnreadPath { path: path.clone(), cause };
        if fs::metadata(path).map_err(unread)?.is_dir() {
            read_folder(path, &mut found)?;
        } else if let Some(skipped) = skipped(path, path) {
            found.skipped.push(skipped);
        } else {
            let name = path.file_name().map_or(path.as_path(), Path::new);
            found.add(path, name)?;
        }
    }
    Ok(found)
}

/// A sheet that is not read: one would miss it.
fn skipped(path: &Path, name: &Path) -> Option<Skipped> {
    let is_other = path.file_name().is_some_and(|name| is_other_sheet(&name.to_string_lossy()));
    is_other.then(|| Skipped { path: name.display().to_string(), reason: SkipReason::OtherSheet })
}

fn read_folder(folder: &Path, found: &mut FoundFiles) -> Result<(), UnreadPath> {
    let walk = WalkDir::new(folder).follow_links(true).max_depth(MAX_DEPTH).sort_by_file_name();
    for entry in
        walk.into_iter().filter_entry(|entry| entry.depth() == 0 || !is_hidden_entry(entry))
    {
        match entry {
            Ok(entry) if entry.file_type().is_file() && is_note_path(entry.path()) => {
                let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
                found.add(entry.path(), below)?;
                if found
                    .notes
                    .last()
                    .is_some_and(|file| !is_worth_reading(&file.path, &file.text.read()))
                {
                    found.notes.pop();
                }
            }
            Ok(entry) => found.skipped.extend(skipped(entry.path(), entry.path())),
            // A link to a folder above shows the same notes once more: they are read already.
            Err(error) if error.loop_ancestor().is_some() => {}
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_owned();
                // A link to nowhere matters only where a note was meant: editors lock files so.
                let cause = io::Error::from(error);
                if cause.kind() != io::ErrorKind::NotFound || is_note_path(&path) {
                    return Err(UnreadPath { path, cause });
                }
            }
        }
    }
    Ok(())
}

impl FoundFiles {
    fn add(&mut self, path: &Path, name: &Path) -> Result<(), UnreadPath> {
        let bytes = fs::read(path).map_err(|cause| UnreadPath { path: path.to_owned(), cause })?;
        let parts: Vec<_> = name.iter().map(OsStr::to_string_lossy).collect();
        let name = parts.join("/");
        if is_own_page(&name, &bytes) {
            self.skipped.push(Skipped { path: name, reason: SkipReason::OwnPage });
        } else {
            self.notes.push(NoteFile::from_bytes(name, &bytes));
        }
        Ok(())
    }
}

fn is_hidden_entry(entry: &DirEntry) -> bool {
    is_hidden(&entry.file_name().to_string_lossy())
}

fn is_note_path(path: &Path) -> bool {
    path.file_name()
        .map(|name| name.to_string_lossy())
        .is_some_and(|name| is_note(&name) || (may_be_transcript(&name) && !is_hidden(&name)))
}

impl fmt::Display for UnreadPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match self.cause.kind() {
            io::ErrorKind::NotFound => write!(
                f,
                "there is nothing at {path}: expected a Markdown file or a folder of them"
            ),
            _ => write!(f, "{path} cannot be read: {}", self.cause),
        }
    }
}

impl std::error::Error for UnreadPath {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.cause)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str, files: &[&str]) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("skillreel-{name}-{}", std::process::id()));
        for file in files {
            let path = folder.join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, file).unwrap();
        }
        folder
    }

    #[test]
    fn a_folder_gives_its_notes_in_order_without_hidden_ones() {
        let files = [
            "t.vtt",
            "b.md",
            "a/z.markdown",
            "a/B.MD",
            ".git/c.md",
            "d.txt",
            ".e.md",
            "f.csv",
            ".g.csv",
            "h.ods",
        ];
        let folder = folder("files", &files);
        let names = |paths: &[PathBuf]| -> Vec<String> {
            read_notes(paths).unwrap().notes.into_iter().map(|note| note.path).collect()
        };
        assert_eq!(
            names(std::slice::from_ref(&folder)),
            ["a/B.MD", "a/z.markdown", "b.md", "f.csv", "t.vtt"]
        );
        let skipped = read_notes(std::slice::from_ref(&folder)).unwrap().skipped;
        assert_eq!(skipped.len(), 1);
        assert!(skipped[0].path.ends_with("h.ods") && skipped[0].reason == SkipReason::OtherSheet);
        assert_eq!(names(&[folder.join("a/B.MD"), folder.join("d.txt")]), ["B.MD", "d.txt"]);
        fs::remove_dir_all(folder).unwrap();
    }

    /// docs/FAULTS.md, 27: a link to a folder above ends the walk there.
    #[cfg(unix)]
    #[test]
    fn fault_27_a_loop_of_links_ends() {
        let folder = folder("loop", &["a/b.md"]);
        std::os::unix::fs::symlink(&folder, folder.join("a/up")).unwrap();
        std::os::unix::fs::symlink("nowhere", folder.join("a/.#b.md")).unwrap();
        let notes = read_notes(std::slice::from_ref(&folder)).unwrap().notes;
        assert_eq!(notes.len(), 1, "{notes:?}");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_path_that_is_not_there_is_named() {
        let error = read_notes(&[PathBuf::from("no/such/folder")]).unwrap_err();
        let message = error.to_string();
        assert!(message.contains("no/such/folder") && message.contains("expected"), "{message}");
    }
}
