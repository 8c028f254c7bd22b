//! Zips, which every system opens by itself.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::DeflateEncoder;
use rawzip::{CompressionMethod, ZipArchiveWriter};

/// The permissions of a file, and of a program, as Unix writes them.
const FILE_MODE: u32 = 0o100_644;
const PROGRAM_MODE: u32 = 0o100_755;

/// An archive that is being written. All of it lies in one folder, so that unpacking makes no mess.
pub(crate) struct Archive {
    writer: ZipArchiveWriter<BufWriter<File>>,
    inner: String,
}

impl Archive {
    /// Begins `name.zip` in a folder.
    pub(crate) fn begin(folder: &Path, name: &str) -> Result<Self> {
        let path = folder.join(format!("{name}.zip"));
        let file =
            File::create(&path).with_context(|| format!("{} cannot be written", path.display()))?;
        Ok(Self { writer: ZipArchiveWriter::new(BufWriter::new(file)), inner: name.to_owned() })
    }

    /// Adds a file of the disk under its name.
    pub(crate) fn file(&mut self, path: &Path, is_program: bool) -> Result<()> {
        let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        self.add(&name, &bytes, if is_program { PROGRAM_MODE } else { FILE_MODE })
    }

    /// Adds a file of the disk at a place of its own, which may be in a folder.
    pub(crate) fn file_at(&mut self, place: &str, path: &Path) -> Result<()> {
        let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
        self.add(place, &bytes, FILE_MODE)
    }

    /// Adds a text under a name.
    pub(crate) fn text(&mut self, name: &str, text: &str) -> Result<()> {
        self.add(name, text.as_bytes(), FILE_MODE)
    }

    /// Writes what archives end with.
    pub(crate) fn finish(self) -> Result<()> {
        self.writer.finish()?.flush().context("the archive cannot be written")
    }

    fn add(&mut self, name: &str, bytes: &[u8], permissions: u32) -> Result<()> {
        let path = format!("{}/{name}", self.inner);
        let (mut entry, config) = self
            .writer
            .new_file(path.as_str())
            .compression_method(CompressionMethod::DEFLATE)
            .unix_permissions(permissions)
            .start()?;
        let mut writer = config.wrap(DeflateEncoder::new(&mut entry, Compression::best()));
        writer.write_all(bytes)?;
        let (encoder, descriptor) = writer.finish()?;
        encoder.finish()?;
        entry.finish(descriptor)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::DeflateDecoder;
    use rawzip::ZipArchive;

    use super::*;

    #[test]
    fn what_is_packed_comes_out_of_one_folder() {
        let folder = std::env::temp_dir().join(format!("skillreel-zip-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("skillreel"), "program").unwrap();
        let mut archive = Archive::begin(&folder, "a-1").unwrap();
        archive.file(&folder.join("skillreel"), true).unwrap();
        archive.text("LICENCES.txt", "all of them").unwrap();
        archive.finish().unwrap();
        let bytes = fs::read(folder.join("a-1.zip")).unwrap();
        let archive = ZipArchive::from_slice(&bytes).unwrap();
        let mut entries = archive.entries();
        let mut found = Vec::new();
        while let Some(entry) = entries.next_entry().unwrap() {
            let name = entry.file_path().try_normalize().unwrap().as_ref().to_owned();
            let inner = archive.get_entry(entry.wayfinder()).unwrap();
            let mut text = String::new();
            DeflateDecoder::new(inner.data()).read_to_string(&mut text).unwrap();
            found.push((name, text));
        }
        let want = [("a-1/skillreel", "program"), ("a-1/LICENCES.txt", "all of them")];
        assert_eq!(found, want.map(|(name, text)| (name.to_owned(), text.to_owned())));
        fs::remove_dir_all(folder).unwrap();
    }
}
