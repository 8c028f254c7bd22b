//! The directory of a zip archive: which notes are in it, and where.
//!
//! What is packed stays packed: browsers unpack deflate by themselves, and `rawzip` reads the
//! directory of an archive without any codec
//! (<https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT>). Nothing an archive says of
//! itself is believed: sizes are checked against what comes out of it, paths lead nowhere else.

use std::fmt;

use rawzip::{CompressionMethod, ReaderAt, ZipArchive, ZipFileHeaderRecord, ZipLocator};

use crate::vault::{FileKind, plain_path};

use super::skipped::{SkipReason, Skipped};

/// The most entries that are looked at.
const MOST_ENTRIES: usize = 100_000;

/// What an archive holds, as far as it matters here.
#[derive(Debug, Default)]
pub struct Directory {
    /// The notes in it.
    pub entries: Vec<ArchiveEntry>,
    /// What is in it besides, hidden files left out.
    pub skipped: Vec<Skipped>,
}

/// A note in an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchiveEntry {
    /// Its path in the archive, with `/` between its parts.
    pub path: String,
    /// Where its packed bytes begin in the archive.
    pub start: u64,
    /// Where they end.
    pub end: u64,
    /// The size that it says it has, in bytes.
    pub size_bytes: u64,
    /// How it is packed.
    pub packing: Packing,
    crc: u32,
}

/// How an entry is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// Not at all.
    Stored,
    /// By deflate, without a header (RFC 1951).
    Deflated,
}

/// The file is no archive, or its directory cannot be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoArchive;

impl Directory {
    /// Reads the directory of an archive of so many bytes.
    ///
    /// # Errors
    /// [`NoArchive`] when there is none. A directory that is damaged further on gives the entries
    /// up to there.
    pub fn read<R: ReaderAt>(archive: R, length_bytes: u64) -> Result<Self, NoArchive> {
        Self::read_by(archive, length_bytes, FileKind::of)
    }

    /// As [`Directory::read`], of the entries that are notes by `kind`.
    ///
    /// # Errors
    /// [`NoArchive`] when there is no directory.
    pub fn read_by<R: ReaderAt>(
        archive: R,
        length_bytes: u64,
        kind: fn(&str) -> FileKind,
    ) -> Result<Self, NoArchive> {
        let mut buffer = vec![0; rawzip::RECOMMENDED_BUFFER_SIZE];
        let archive = ZipLocator::new()
            .locate_in_reader(archive, &mut buffer, length_bytes)
            .map_err(|_| NoArchive)?;
        let mut directory = Self::default();
        let mut found = archive.entries(&mut buffer);
        for _ in 0..MOST_ENTRIES {
            match found.next_entry() {
                Ok(Some(record)) => directory.add(&archive, &record, length_bytes, kind),
                Ok(None) => return Ok(directory),
                Err(_) => {
                    directory.skip("", SkipReason::Damaged("its directory ends too early"));
                    return Ok(directory);
                }
            }
        }
        if !matches!(found.next_entry(), Ok(None)) {
            directory.skip("", SkipReason::TooMuch);
        }
        Ok(directory)
    }

    fn add<R: ReaderAt>(
        &mut self,
        archive: &ZipArchive<R>,
        record: &ZipFileHeaderRecord<'_>,
        length_bytes: u64,
        kind: fn(&str) -> FileKind,
    ) {
        if record.is_dir() {
            return;
        }
        // The names of old archives are of any encoding; what is no UTF-8 shows as U+FFFD.
        let path = plain_path(&String::from_utf8_lossy(record.file_path().as_bytes()));
        match kind(&path) {
            FileKind::Note => {}
            FileKind::Hidden => return,
            FileKind::Archive | FileKind::Other => {
                return self.skip(&path, SkipReason::of_name(&path));
            }
        }
        if record.mode().is_symlink() {
            return self.skip(&path, SkipReason::Damaged("it is a link to another file"));
        }
        if record.flags().is_encrypted() {
            return self.skip(&path, SkipReason::Encrypted);
        }
        let packing = match record.compression_method() {
            CompressionMethod::STORE => Packing::Stored,
            CompressionMethod::DEFLATE => Packing::Deflated,
            other => return self.skip(&path, SkipReason::Packing(other.as_u16())),
        };
        let range =
            archive.get_entry(record.wayfinder()).map(|entry| entry.compressed_data_range());
        let (start, end) = match range {
            Ok((start, end)) if start <= end && end <= length_bytes => (start, end),
            _ => return self.skip(&path, SkipReason::Damaged("it is not where the archive says")),
        };
        self.entries.push(ArchiveEntry {
            path,
            start,
            end,
            size_bytes: record.uncompressed_size_hint(),
            packing,
            crc: record.crc32(),
        });
    }

    fn skip(&mut self, path: &str, reason: SkipReason) {
        self.skipped.push(Skipped { path: path.to_owned(), reason });
    }
}

impl ArchiveEntry {
    /// Whether these are the bytes that were packed.
    ///
    /// # Errors
    /// [`SkipReason::Damaged`] when they are not.
    pub fn check(&self, bytes: &[u8]) -> Result<(), SkipReason> {
        if u64::try_from(bytes.len()) != Ok(self.size_bytes) {
            return Err(SkipReason::Damaged("its size is not the one that the archive says"));
        }
        if rawzip::crc32(bytes) != self.crc {
            return Err(SkipReason::Damaged("its checksum does not fit"));
        }
        Ok(())
    }
}

impl fmt::Display for NoArchive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it is no zip archive, or was cut off")
    }
}

impl std::error::Error for NoArchive {}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write::DeflateEncoder};
    use rawzip::ZipArchiveWriter;
    use rawzip::path::EntryPath;

    use super::*;

    /// An archive with these entries.
    fn zip(entries: &[(EntryPath<'_>, CompressionMethod, &[u8])]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut archive = ZipArchiveWriter::new(&mut bytes);
        for (path, method, content) in entries {
            let (mut entry, config) =
                archive.new_file(path.clone()).compression_method(*method).start().unwrap();
            if *method == CompressionMethod::DEFLATE {
                let mut writer =
                    config.wrap(DeflateEncoder::new(&mut entry, Compression::default()));
                writer.write_all(content).unwrap();
                let (encoder, descriptor) = writer.finish().unwrap();
                encoder.finish().unwrap();
                entry.finish(descriptor).unwrap();
            } else {
                let mut writer = config.wrap(&mut entry);
                writer.write_all(content).unwrap();
                let (_, descriptor) = writer.finish().unwrap();
                entry.finish(descriptor).unwrap();
            }
        }
        archive.finish().unwrap();
        bytes
    }

    fn of(path: &str) -> (EntryPath<'_>, CompressionMethod, &'static [u8]) {
        (EntryPath::conformant(path), CompressionMethod::DEFLATE, b"# Text")
    }

    fn read(bytes: &[u8]) -> Result<Directory, NoArchive> {
        Directory::read(bytes, bytes.len() as u64)
    }

    fn paths(directory: &Directory) -> Vec<&str> {
        directory.entries.iter().map(|entry| entry.path.as_str()).collect()
    }

    #[test]
    fn lists_notes_and_names_the_rest() {
        let stored = (EntryPath::conformant("c/Ünï.markdown"), CompressionMethod::STORE, &b"x"[..]);
        let odd = (EntryPath::verbatim(&b"\xff.md"[..]), CompressionMethod::STORE, &b"x"[..]);
        let bytes = zip(&[
            of("a.md"),
            stored,
            odd,
            of("b/picture.png"),
            of("__MACOSX/._a.md"),
            of(".git/a.md"),
            of("inner.zip"),
            (EntryPath::conformant("z.md"), CompressionMethod::ZSTD, b"x"),
        ]);
        let directory = read(&bytes).unwrap();
        assert_eq!(paths(&directory), ["a.md", "c/Ünï.markdown", "\u{fffd}.md"]);
        let skipped: Vec<(&str, &SkipReason)> =
            directory.skipped.iter().map(|file| (file.path.as_str(), &file.reason)).collect();
        let wanted = [
            ("b/picture.png", &SkipReason::NotMarkdown),
            ("inner.zip", &SkipReason::NotMarkdown),
            ("z.md", &SkipReason::Packing(93)),
        ];
        assert_eq!(skipped, wanted);
        let entry = &directory.entries[1];
        assert_eq!((entry.packing, entry.size_bytes), (Packing::Stored, 1));
        assert_eq!(&bytes[entry.start as usize..entry.end as usize], b"x");
    }

    #[test]
    fn checks_what_comes_out() {
        let bytes = zip(&[of("a.md")]);
        let entry = read(&bytes).unwrap().entries.remove(0);
        assert_eq!(entry.check(b"# Text"), Ok(()));
        assert!(
            matches!(entry.check(b"# Texts"), Err(SkipReason::Damaged(why)) if why.contains("size"))
        );
        assert!(
            matches!(entry.check(b"# text"), Err(SkipReason::Damaged(why)) if why.contains("checksum"))
        );
    }

    /// docs/FAULTS.md, 21: what is broken is told, and nothing panics.
    #[test]
    fn fault_21_damaged_archives_are_told_from_whole_ones() {
        let bytes = zip(&[of("a.md"), of("b.md")]);
        assert!(read(&[]).is_err());
        assert!(read(b"# No archive\n").is_err());
        assert!(read(&bytes[..bytes.len() / 2]).is_err());
        // Any one byte may be wrong.
        for place in 0..bytes.len() {
            let mut broken = bytes.clone();
            broken[place] ^= 0xff;
            if let Ok(directory) = read(&broken) {
                assert!(directory.entries.iter().all(|entry| entry.end <= bytes.len() as u64));
            }
        }
    }

    #[test]
    fn an_encrypted_entry_is_told() {
        let mut bytes = zip(&[of("a.md")]);
        // Bit 0 of the flags of the entry's central header (APPNOTE, 4.4.4).
        let header = bytes.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
        bytes[header + 8] |= 1;
        let directory = read(&bytes).unwrap();
        assert_eq!(directory.entries, []);
        assert_eq!(directory.skipped[0].reason, SkipReason::Encrypted);
    }
}
