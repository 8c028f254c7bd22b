//! Files written piece by piece: what they hold may be too large to be copied without need.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Writes a file piece by piece, beside the one whose place it takes at the end; how many bytes that are. What is no file,
/// such as a pipe, is written to as it is.
pub(super) fn write_whole<'a>(
    path: &Path,
    pieces: impl Iterator<Item = &'a [u8]>,
) -> io::Result<u64> {
    // Of a link the file behind it is meant.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let is_plain = fs::metadata(&path).map_or(true, |there| there.is_file());
    let fresh = match path.file_name() {
        Some(name) if is_plain => {
            let mut fresh = OsString::from(".");
            fresh.push(name);
            fresh.push(".skillreel-new");
            path.with_file_name(fresh)
        }
        _ => path.clone(),
    };
    let written = write_pieces(&fresh, pieces);
    if fresh == path {
        return written;
    }
    let moved = written.and_then(|bytes| fs::rename(&fresh, &path).map(|()| bytes));
    if moved.is_err() {
        fs::remove_file(&fresh).ok();
    }
    moved
}

/// Writes a file piece by piece; how many bytes that are.
pub(super) fn write_pieces<'a>(
    path: &Path,
    pieces: impl Iterator<Item = &'a [u8]>,
) -> io::Result<u64> {
    let mut file = File::create(path)?;
    let mut bytes = 0;
    for piece in pieces {
        file.write_all(piece)?;
        bytes += piece.len() as u64;
    }
    Ok(bytes)
}
