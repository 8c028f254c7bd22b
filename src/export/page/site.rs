//! A hosted page with many notes: the page itself, and beside it the files that it fetches when they are wanted.

use std::io::Write;

use sha2::{Digest, Sha256};

use crate::corpus::Corpus;
use crate::vault::NoteFile;

use super::beside::{BesideFile, TextPackFile};
use super::gzip::{PackError, gzip};
use super::look::PageLook;
use super::pack::{Blocks, gzip_base64, page_of};
use super::snapshot;

/// About how many bytes of texts a pack holds: a note longer than that is a pack of its own.
pub const PACK_BYTES: usize = 50 * 1024;

/// A page and the files beside it.
#[derive(Debug)]
pub struct PageWithFiles {
    /// The page's text.
    pub page: String,
    /// Each with its address, relative to the page, and its bytes.
    pub files: Vec<(String, Vec<u8>)>,
}

/// The page of notes that lie beside it, made from `template`, a hosted page that was built. About `pack_bytes` of
/// texts come at a time.
///
/// What decoding a file lost is told as ever, but the file's own bytes are not handed out.
///
/// # Errors
/// [`PackError::Page`] when `template` is not a page of ours.
pub fn page(
    template: &str,
    notes: &[NoteFile],
    look: &PageLook,
    pack_bytes: usize,
) -> Result<PageWithFiles, PackError> {
    let Corpus { vault, matrix, index } = Corpus::read(notes);
    let mut files = Vec::new();
    let mut packs = Vec::new();
    let mut pack = Pack::default();
    for note in notes {
        let (bare, _) = note.without_remarks();
        let text = bare.text.read();
        if !pack.lengths.is_empty() && pack.bytes.len() + text.len() > pack_bytes {
            packs.push(std::mem::take(&mut pack).finish(&mut files)?);
        }
        pack.bytes.extend_from_slice(text.as_bytes());
        // No text is longer: a file of four thousand million bytes was refused when it was read.
        pack.lengths.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
    }
    if !pack.lengths.is_empty() {
        packs.push(pack.finish(&mut files)?);
    }
    let index = written(&postcard::to_allocvec(&index.pack())?, &mut files)?;
    let snapshot = snapshot::pack_beside(&vault, &matrix, look, packs, index)?;
    let blocks = Blocks { notes_block: String::new(), snapshot_block: gzip_base64(&snapshot)? };
    Ok(PageWithFiles { page: page_of(template, &vault, &matrix, look, &blocks)?, files })
}

/// A pack as it grows.
#[derive(Default)]
struct Pack {
    bytes: Vec<u8>,
    lengths: Vec<u32>,
}

impl Pack {
    fn finish(self, files: &mut Vec<(String, Vec<u8>)>) -> Result<TextPackFile, PackError> {
        Ok(TextPackFile { file: written(&self.bytes, files)?, lengths: self.lengths })
    }
}

/// Packs bytes as a file beside the page.
fn written(bytes: &[u8], files: &mut Vec<(String, Vec<u8>)>) -> Result<BesideFile, PackError> {
    let mut encoder = gzip();
    encoder.write_all(bytes)?;
    let packed = encoder.finish()?;
    let file = BesideFile::of_digest(Sha256::digest(&packed).into());
    files.push((file.address(), packed));
    Ok(file)
}
