//! The notes in a zip archive that was handed to the page.

use std::fmt;
use std::io;
use std::rc::Rc;

use js_sys::Uint8Array;
use rawzip::ReaderAt;
use web_sys::File;

use crate::browser::files::unpack::{Format, UnpackError, unpack};
use crate::vault::common_folder;
use crate::vault::files::archive::{Directory, Entry, Packing};
use crate::vault::files::skipped::{MOST_BYTES, Reason, Skipped};

use super::{Picked, Selection, Source, bytes, size_bytes, unreadable};

/// The largest archive that is opened, in bytes: browsers hold all of it in memory.
const MOST_PACKED_BYTES: u64 = 1 << 30;

/// A note in an archive.
pub(super) struct PackedNote {
    archive: Rc<Packed>,
    entry: Entry,
}

/// The bytes of an archive. They stay on the browser's side: the program's own memory never
/// shrinks again.
struct Packed(Uint8Array);

/// Puts the notes of an archive into a selection, in a folder named as the archive.
pub(super) async fn open(path: &str, file: &File, selection: &mut Selection) {
    if size_bytes(file) > MOST_PACKED_BYTES {
        return selection.skip(path.to_owned(), Reason::TooMuch);
    }
    let archive = match bytes(file).await {
        Ok(bytes) => Rc::new(Packed(bytes)),
        Err(error) => return selection.skip(path.to_owned(), unreadable(error)),
    };
    let length = u64::from(archive.0.length());
    let Ok(directory) = Directory::read(&*archive, length) else {
        let reason = Reason::Damaged("it is no zip archive, or was cut off");
        return selection.skip(path.to_owned(), reason);
    };
    let name = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let shared = common_folder(directory.entries.iter().map(|entry| entry.path.as_str()));
    let shared = shared.map_or(0, str::len);
    for entry in directory.entries {
        let below = entry.path.get(shared..).unwrap_or(&entry.path);
        let path = [name, "/", below].concat();
        let (size_bytes, archive) = (entry.size_bytes, Rc::clone(&archive));
        let source = Source::Packed(PackedNote { archive, entry });
        selection.notes.push(Picked { path, size_bytes, source });
    }
    for Skipped { path: below, reason } in directory.skipped {
        let path = if below.is_empty() { path.to_owned() } else { [path, "/", &below].concat() };
        selection.skip(path, reason);
    }
}

impl PackedNote {
    /// The note's bytes.
    ///
    /// # Errors
    /// [`Reason`] when they are not what the archive says.
    pub(super) async fn unpack(&self) -> Result<Vec<u8>, Reason> {
        let packed = self.archive.part(self.entry.start, self.entry.end);
        let most = self.entry.size_bytes.min(MOST_BYTES);
        let bytes = match self.entry.packing {
            Packing::Stored => packed.to_vec(),
            Packing::Deflated => {
                let most = usize::try_from(most).unwrap_or(usize::MAX);
                unpack(&packed, Format::DeflateRaw, most).await.map_err(reason)?
            }
        };
        self.entry.check(&bytes)?;
        Ok(bytes)
    }
}

fn reason(error: UnpackError) -> Reason {
    match error {
        UnpackError::TooLarge => Reason::Damaged("it is larger than the archive says"),
        UnpackError::Damaged(_) => Reason::Damaged("it cannot be unpacked"),
    }
}

impl Packed {
    fn part(&self, start: u64, end: u64) -> Uint8Array {
        let place = |place: u64| u32::try_from(place).unwrap_or(u32::MAX).min(self.0.length());
        self.0.subarray(place(start), place(end))
    }
}

impl ReaderAt for Packed {
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        let wanted = u64::try_from(buffer.len()).unwrap_or(u64::MAX);
        let part = self.part(offset, offset.saturating_add(wanted)).to_vec();
        if let Some(place) = buffer.get_mut(..part.len()) {
            place.copy_from_slice(&part);
        }
        Ok(part.len())
    }
}

impl fmt::Debug for PackedNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.entry.fmt(f)
    }
}
