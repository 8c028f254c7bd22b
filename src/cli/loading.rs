//! The notes that a command is about.

use std::path::PathBuf;

use crate::export::page::handed_out;
use crate::vault::files::skipped::Skipped;
use crate::vault::{NoteFile, Vault};

use super::files;
use super::outcome::Error;
use super::output::counted;

/// The notes at paths, read.
pub(super) fn vault(paths: &[PathBuf]) -> Result<Vault, Error> {
    Ok(Vault::read(&notes(paths)?))
}

/// The notes at paths. What is left out that one would miss is said on standard error.
pub(super) fn notes(paths: &[PathBuf]) -> Result<Vec<NoteFile>, Error> {
    let found = files::read_notes(paths).map_err(Error::Input)?;
    for Skipped { path, reason } in found.skipped {
        eprintln!("{path} {reason}");
    }
    Ok(found.notes)
}

/// What of notes stays, because it may name people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct LeftOut {
    sheets: usize,
}

/// The notes at paths as they are handed out: a sheet that is no ladder may name people, and what names people is
/// never handed out unasked.
pub(super) fn handed_out(paths: &[PathBuf]) -> Result<(Vec<NoteFile>, LeftOut), Error> {
    let mut notes = notes(paths)?;
    let sheets = handed_out::leave_out_people(&mut notes);
    Ok((notes, LeftOut { sheets }))
}

impl LeftOut {
    /// The same in a line; `None` where nothing is left out.
    pub(super) fn in_words(self) -> Option<String> {
        let sheets = counted(self.sheets, "sheet");
        let why = "left out: nothing of it is in the matrix, and it may name people.";
        (self.sheets > 0).then(|| format!("{sheets} {why}"))
    }
}
