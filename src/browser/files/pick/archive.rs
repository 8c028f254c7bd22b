//! The notes in a zip archive that was handed to the page.

use std::fmt;
use std::io;
use std::rc::Rc;

use js_sys::Uint8Array;
use rawzip::ReaderAt;
use web_sys::File;

use crate::browser::files::unpack::{CompressionFormat, UnpackError, unpack};
use crate::vault::common_folder;
use crate::vault::files::archive::{ArchiveEntry, Directory, Packing};
use crate::vault::files::skipped::{MOST_BYTES, SkipReason, Skipped};

use super::file_bytes::{bytes, size_bytes, unreadable};

/// The largest archive that is opened, in bytes: browsers hold all of it in memory.
const MOST_PACKED_BYTES: u64 = 1 << 30;

/// A note in an archive.
pub(super) struct ArchivedNote {
    archive: Rc<ArchiveBytes>,
    entry: ArchiveEntry,
}

/// The bytes of an archive. They stay on the browser's side: the program's own memory never
/// shrinks again.
struct ArchiveBytes(Uint8Array);

/// What was found in an archive.
pub(super) struct ArchiveContent {
    /// Its notes: each with its path, in a folder named as the archive, and its size in bytes.
    pub notes: Vec<(String, u64, ArchivedNote)>,
    /// What of it is not read.
    pub skipped: Vec<Skipped>,
}

/// Looks through the archive at a path.
///
/// # Errors
/// [`SkipReason`] when nothing of it can be read.
pub(super) async fn open(path: &str, file: &File) -> Result<ArchiveContent, SkipReason> {
    if size_bytes(file) > MOST_PACKED_BYTES {
        return Err(SkipReason::TooMuch);
    }
    let archive = Rc::new(ArchiveBytes(bytes(file).await.map_err(unreadable)?));
    let length = u64::from(archive.0.length());
    let directory = Directory::read(&*archive, length)
        .map_err(|_| SkipReason::Damaged("it is no zip archive, or was cut off"))?;
    let name = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let shared = common_folder(directory.entries.iter().map(|entry| entry.path.as_str()));
    let shared = shared.map_or(0, str::len);
    let note = |entry: ArchiveEntry| {
        let below = entry.path.get(shared..).unwrap_or(&entry.path);
        let path = [name, "/", below].concat();
        (path, entry.size_bytes, ArchivedNote { archive: Rc::clone(&archive), entry })
    };
    let skipped = |Skipped { path: below, reason }| {
        let path = if below.is_empty() { path.to_owned() } else { [path, "/", &below].concat() };
        Skipped { path, reason }
    };
    Ok(ArchiveContent {
        notes: directory.entries.into_iter().map(note).collect(),
        skipped: directory.skipped.into_iter().map(skipped).collect(),
    })
}

impl ArchivedNote {
    /// The note's bytes.
    ///
    /// # Errors
    /// [`SkipReason`] when they are not what the archive says.
    pub(super) async fn unpack(&self) -> Result<Vec<u8>, SkipReason> {
        let packed = self.archive.part(self.entry.start, self.entry.end);
        let limit_bytes = self.entry.size_bytes.min(MOST_BYTES);
        let bytes = match self.entry.packing {
            Packing::Stored => packed.to_vec(),
            Packing::Deflated => {
                let limit_bytes = usize::try_from(limit_bytes).unwrap_or(usize::MAX);
                unpack(&packed, CompressionFormat::DeflateRaw, limit_bytes).await.map_err(reason)?
            }
        };
        self.entry.check(&bytes)?;
        Ok(bytes)
    }
}

fn reason(error: UnpackError) -> SkipReason {
    match error {
        UnpackError::TooLarge => SkipReason::Damaged("it is larger than the archive says"),
        UnpackError::Damaged(_) => SkipReason::Damaged("it cannot be unpacked"),
    }
}

impl ArchiveBytes {
    fn part(&self, start: u64, end: u64) -> Uint8Array {
        let place = |place: u64| u32::try_from(place).unwrap_or(u32::MAX).min(self.0.length());
        self.0.subarray(place(start), place(end))
    }
}

impl ReaderAt for ArchiveBytes {
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        let wanted = u64::try_from(buffer.len()).unwrap_or(u64::MAX);
        let part = self.part(offset, offset.saturating_add(wanted)).to_vec();
        if let Some(place) = buffer.get_mut(..part.len()) {
            place.copy_from_slice(&part);
        }
        Ok(part.len())
    }
}

impl fmt::Debug for ArchivedNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.entry.fmt(f)
    }
}
