//! Where the folder shared between working copies is, and the notes in a folder.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use skillreel::cli::files::read_notes;
use skillreel::vault::NoteFile;

/// The repository's folder.
#[must_use]
pub fn repository() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// The shared folder, with notes, labels and hostile inputs: `SKILLREEL_SHARED`, else `../shared`.
/// `None` where it is not there.
#[must_use]
pub fn shared() -> Option<PathBuf> {
    let folder = env::var_os("SKILLREEL_SHARED")
        .filter(|value| !value.is_empty())
        .map_or_else(|| repository().join("../shared"), PathBuf::from);
    folder.is_dir().then_some(folder)
}

/// The notes of a folder, in the order of their names.
///
/// # Errors
/// When the folder or one of its notes cannot be read.
pub fn notes(folder: &Path) -> Result<Vec<NoteFile>> {
    let found = read_notes(&[folder.to_owned()])
        .with_context(|| format!("the notes in {} cannot be read", folder.display()))?;
    Ok(found.notes)
}
