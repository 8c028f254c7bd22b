//! A folder that is written whole or not at all, and that holds nothing else.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use walkdir::WalkDir;

use super::writing::write_pieces;

/// The file by which a folder says what of it was written here: another run may replace that, and nothing else.
const LIST_FILE: &str = "skillreel-site.json";

/// What is in the list.
#[derive(Debug, Default, Serialize, Deserialize)]
struct FileList {
    /// The files of the folder, the list itself too, by their paths in it with `/` between their parts.
    files: BTreeSet<String>,
}

/// A folder in the making. It grows beside the one whose place it takes in the end; until then nothing there is touched.
#[derive(Debug)]
pub(in crate::cli) struct WholeFolder {
    target: PathBuf,
    /// Where it is written.
    fresh: PathBuf,
    /// Where the former one is put aside while the fresh one takes its place.
    former: PathBuf,
    files: BTreeSet<String>,
}

/// Why a folder cannot be written.
#[derive(Debug)]
pub(in crate::cli) enum FolderError {
    /// It is a file, or a folder that nobody may have.
    NoFolder(PathBuf),
    /// It holds something that was not written here.
    HoldsOther {
        /// The folder.
        folder: PathBuf,
        /// The first of these things, by its path in the folder.
        other: String,
    },
    /// The system refuses.
    Refused(PathBuf, io::Error),
}

impl WholeFolder {
    /// Begins a folder in the place of `target`. What a run that was stopped has left is cleared away.
    pub(in crate::cli) fn begin(target: &Path) -> Result<Self, FolderError> {
        let refused = |cause| FolderError::Refused(target.to_owned(), cause);
        // Of a link the folder behind it is meant; of “.” the folder's own name is needed.
        let target = match fs::canonicalize(target) {
            Ok(place) => place,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                std::path::absolute(target).map_err(refused)?
            }
            Err(error) => return Err(refused(error)),
        };
        let (Some(parent), Some(name)) = (target.parent(), target.file_name()) else {
            return Err(FolderError::NoFolder(target));
        };
        let beside = |ending: &str| {
            let mut beside = OsString::from(".");
            beside.push(name);
            beside.push(ending);
            parent.join(beside)
        };
        let (fresh, former) = (beside(".skillreel-new"), beside(".skillreel-old"));
        let folder = Self { fresh, former, target, files: BTreeSet::new() };
        let refused = |cause| FolderError::Refused(folder.target.clone(), cause);
        folder.recover().map_err(refused)?;
        folder.check()?;
        fs::create_dir_all(&folder.fresh).map_err(refused)?;
        if let Ok(kept) = fs::metadata(&folder.target) {
            fs::set_permissions(&folder.fresh, kept.permissions()).map_err(refused)?;
        }
        Ok(folder)
    }

    /// Clears away what a run that was stopped has left; what was put aside comes back where nothing took its place.
    fn recover(&self) -> io::Result<()> {
        if self.former.exists() && !self.target.exists() {
            fs::rename(&self.former, &self.target)?;
        }
        for left in [&self.fresh, &self.former] {
            match fs::remove_dir_all(left) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }

    /// Whether nothing is in the target that was not written here.
    fn check(&self) -> Result<(), FolderError> {
        let refused = |cause| FolderError::Refused(self.target.clone(), cause);
        match fs::metadata(&self.target) {
            Ok(is) if is.is_dir() => {}
            Ok(_) => return Err(FolderError::NoFolder(self.target.clone())),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(refused(error)),
        }
        // A list that cannot be read is no list of ours.
        let list = fs::read(self.target.join(LIST_FILE)).unwrap_or_default();
        let FileList { files } = serde_json::from_slice(&list).unwrap_or_default();
        for entry in WalkDir::new(&self.target).sort_by_file_name() {
            let entry = entry.map_err(|error| refused(error.into()))?;
            let path = entry.path().strip_prefix(&self.target).unwrap_or(entry.path());
            let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
            let name = parts.join("/");
            let is_ours = match entry.file_type().is_dir() {
                true => {
                    let inside = [&name, "/"].concat();
                    name.is_empty() || files.iter().any(|file| file.starts_with(&inside))
                }
                false => files.contains(&name),
            };
            if !is_ours {
                return Err(FolderError::HoldsOther { folder: self.target.clone(), other: name });
            }
        }
        Ok(())
    }

    /// Writes a file of the folder, piece after piece; how many bytes that are.
    pub(in crate::cli) fn write<'a>(
        &mut self,
        name: &str,
        pieces: impl IntoIterator<Item = &'a [u8]>,
    ) -> Result<u64, FolderError> {
        self.try_write(name, pieces)
            .map_err(|cause| FolderError::Refused(self.target.clone(), cause))
    }

    fn try_write<'a>(
        &mut self,
        name: &str,
        pieces: impl IntoIterator<Item = &'a [u8]>,
    ) -> io::Result<u64> {
        let path = self.fresh.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let bytes = write_pieces(&path, pieces.into_iter())?;
        self.files.insert(name.to_owned());
        Ok(bytes)
    }

    /// Puts the folder in its place; how many files it holds.
    pub(in crate::cli) fn finish(mut self) -> Result<usize, FolderError> {
        self.files.insert(LIST_FILE.to_owned());
        let refused = |cause| FolderError::Refused(self.target.clone(), cause);
        let list = FileList { files: self.files.clone() };
        let list = serde_json::to_vec_pretty(&list).map_err(|error| refused(error.into()))?;
        self.write(LIST_FILE, [list.as_slice(), b"\n"])?;
        // Something may have been put there meanwhile.
        self.check()?;
        let refused = |cause| FolderError::Refused(self.target.clone(), cause);
        if self.target.exists() {
            fs::rename(&self.target, &self.former).map_err(refused)?;
        }
        if let Err(error) = fs::rename(&self.fresh, &self.target) {
            // Back to what was there; if even that fails, the next run does it.
            fs::rename(&self.former, &self.target).ok();
            return Err(refused(error));
        }
        // What cannot be removed now is cleared away by the next run.
        fs::remove_dir_all(&self.former).ok();
        Ok(self.files.len())
    }
}

impl Drop for WholeFolder {
    fn drop(&mut self) {
        // Once it is in its place there is nothing to remove.
        fs::remove_dir_all(&self.fresh).ok();
    }
}

impl fmt::Display for FolderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFolder(path) => {
                write!(f, "{} is no folder that can be written: name another one", path.display())
            }
            Self::HoldsOther { folder, other } => write!(
                f,
                "{} holds {other}, which was not written by `skillreel site`: name a folder that is new, empty or \
                 made by it",
                folder.display()
            ),
            Self::Refused(path, cause) => {
                write!(f, "{} cannot be written: {cause}{}", path.display(), advice(cause))
            }
        }
    }
}

/// What to do about a fault of the system.
fn advice(cause: &io::Error) -> &'static str {
    match cause.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "; make room on that disk, and run it again"
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            "; name a folder that you may write to"
        }
        _ => "",
    }
}

impl std::error::Error for FolderError {}
