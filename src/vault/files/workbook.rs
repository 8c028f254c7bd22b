//! A workbook's file (XLSX) as the text that a note is read from: what is packed in it is unpacked here.

use std::io::Read;

use flate2::read::DeflateDecoder;

use crate::note::workbook::{self, WorkbookParts};

use super::archive::{Directory, Packing};
use super::naming::FileKind;

/// The most bytes that the parts of a workbook have when unpacked.
const MOST_BYTES: u64 = 100_000_000;

/// The first bytes of what older spreadsheets write, and of a workbook behind a password.
const OLD_WORKBOOK_START: [u8; 4] = [0xd0, 0xcf, 0x11, 0xe0];

/// The text of a workbook; or what to tell of one that cannot be read.
pub(super) fn text(bytes: &[u8]) -> Result<String, &'static str> {
    if bytes.starts_with(&OLD_WORKBOOK_START) {
        return Err(
            "The workbook is of an old kind or protected by a password: save it as XLSX or CSV, \
                    without a password.",
        );
    }
    let parts = parts(bytes).ok_or(
        "The file is no workbook, or is cut off, so nothing of it is read: save it again as XLSX or CSV.",
    )?;
    workbook::text(&parts)
        .map_err(|_| "The workbook names no sheet that can be read: save it again as XLSX or CSV.")
}

fn parts(bytes: &[u8]) -> Option<WorkbookParts> {
    let kind = |path: &str| match workbook::is_part(path) {
        true => FileKind::Note,
        false => FileKind::Hidden,
    };
    let length = u64::try_from(bytes.len()).ok()?;
    let directory = Directory::read_by(bytes, length, kind).ok()?;
    let mut room = MOST_BYTES;
    let mut parts = WorkbookParts::new();
    for entry in directory.entries {
        let place = |at: u64| usize::try_from(at).ok();
        let packed = bytes.get(place(entry.start)?..place(entry.end)?)?;
        let limit_bytes = entry.size_bytes.min(room);
        let mut part = Vec::new();
        let read = match entry.packing {
            Packing::Stored => packed.take(limit_bytes).read_to_end(&mut part),
            Packing::Deflated => {
                DeflateDecoder::new(packed).take(limit_bytes).read_to_end(&mut part)
            }
        };
        // A damaged part is told of by the sheet that misses it; what could be unpacked counts.
        if read.is_ok() || !part.is_empty() {
            room = room.saturating_sub(limit_bytes);
            parts.insert(entry.path, part);
        }
    }
    Some(parts)
}
