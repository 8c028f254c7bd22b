//! Fills a built page with notes: one way for the build, `skillreel pack` and the page itself, so that
//! the same notes make the same bytes wherever they are packed.

use std::io::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;

use crate::corpus::Corpus;
use crate::export::formats::html;
use crate::matrix::Matrix;
use crate::search::Index;
use crate::threads;
use crate::vault::{NoteFile, Vault};
use crate::yielding;

use super::fill::{PageContent, fill};
use super::gzip::{NOTES_LEVEL, PackError, gzip};
use super::look::PageLook;
use super::notes_block::{NotesBlock, Packer};
use super::snapshot;

/// The name of the page that holds everything in one file.
pub const SINGLE_FILE: &str = "skillreel.html";

/// After how many bytes a piece of packing ends.
const PIECE_BYTES: usize = 64 * 1024;

/// What a page carries for its program, packed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocks {
    /// The notes ([`Packer`]).
    pub notes_block: String,
    /// What was found out about them ([`snapshot_block`]).
    pub snapshot_block: String,
}

/// What pages are filled with: found out once, for every page that is to hold the notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filling {
    title: String,
    static_html: String,
    blocks: Blocks,
    /// How many notes it holds.
    pub notes: usize,
    /// How many transcripts it holds.
    pub transcripts: usize,
    /// How many remarks were left out that authors hid.
    pub remarks: usize,
}

impl Filling {
    /// That of notes.
    ///
    /// # Errors
    /// [`PackError::Encode`], which values in memory give no cause for.
    pub fn of(notes: Vec<NoteFile>, look: &PageLook) -> Result<Self, PackError> {
        let (notes_block, corpus) = threads::both(
            || notes_block(&notes, look),
            || Corpus::read_lean(&notes, html::told_notes),
        );
        let notes_block = notes_block?;
        let Corpus { mut vault, matrix, index } = corpus;
        // Many notes take as much room as all that was found out about them, and all they say is packed.
        drop(notes);
        vault.forget_texts();
        let snapshot_block = snapshot_block(&vault, &matrix, &index, &notes_block)?;
        let remarks = notes_block.remarks;
        let blocks = Blocks { notes_block: notes_block.text, snapshot_block };
        Ok(Self::with(&vault, &matrix, look, blocks, remarks))
    }

    /// That of notes that are read and packed already, of which so many remarks were left out.
    #[must_use]
    pub fn with(
        vault: &Vault,
        matrix: &Matrix,
        look: &PageLook,
        blocks: Blocks,
        remarks: usize,
    ) -> Self {
        let title = look.title.as_deref().unwrap_or(vault.title()).to_owned();
        let static_html = html::static_page(vault, matrix, &title);
        let (notes, transcripts) = (vault.notes().len(), vault.transcripts().len());
        Self { title, static_html, blocks, notes, transcripts, remarks }
    }

    /// The same as a page takes it.
    #[must_use]
    pub fn content(&self) -> PageContent<'_> {
        let Self { title, static_html, blocks, .. } = self;
        let Blocks { notes_block, snapshot_block } = blocks;
        PageContent { title, static_html, notes_block, snapshot_block }
    }
}

fn notes_block(notes: &[NoteFile], look: &PageLook) -> Result<NotesBlock, PackError> {
    let mut packer = Packer::new(look)?;
    notes.iter().try_for_each(|note| packer.push(note))?;
    packer.finish()
}

/// The text of a page with these notes in it, made from `template`, a page that was built.
///
/// # Errors
/// [`PackError::Page`] when `template` is not a page of ours.
pub fn page(template: &str, notes: &[NoteFile], look: &PageLook) -> Result<String, PackError> {
    fill(template, &Filling::of(notes.to_vec(), look)?.content()).map_err(PackError::Page)
}

/// What was found out about the notes of a block, packed as they are; empty where it is not worth its bytes
/// ([`snapshot::pack`]), or where some are more than their text.
///
/// # Errors
/// [`PackError`], which values in memory give no cause for.
pub fn snapshot_block(
    vault: &Vault,
    matrix: &Matrix,
    index: &Index,
    notes: &NotesBlock,
) -> Result<String, PackError> {
    yielding::at_once(snapshot_block_in_pieces(vault, matrix, index, notes, async || ()))
}

/// As [`snapshot_block`], with pauses.
///
/// # Errors
/// [`PackError`], which values in memory give no cause for.
pub async fn snapshot_block_in_pieces(
    vault: &Vault,
    matrix: &Matrix,
    index: &Index,
    notes: &NotesBlock,
    mut pause: impl AsyncFnMut(),
) -> Result<String, PackError> {
    let Some(origin) = notes.origin() else { return Ok(String::new()) };
    let snapshot = snapshot::pack(vault, matrix, index, &origin, &mut pause).await?;
    let Some(snapshot) = snapshot else { return Ok(String::new()) };
    let mut encoder = gzip(NOTES_LEVEL);
    for piece in snapshot.chunks(PIECE_BYTES) {
        encoder.write_all(piece)?;
        pause().await;
    }
    Ok(STANDARD.encode(encoder.finish()?))
}

/// The text of a page, where its notes are read and packed already.
///
/// # Errors
/// [`PackError::Page`] when `template` is not a page of ours.
pub fn page_of(
    template: &str,
    vault: &Vault,
    matrix: &Matrix,
    look: &PageLook,
    blocks: &Blocks,
) -> Result<String, PackError> {
    let title = look.title.as_deref().unwrap_or(vault.title());
    let static_html = html::static_page(vault, matrix, title);
    let Blocks { notes_block, snapshot_block } = blocks;
    let content = PageContent { title, static_html: &static_html, notes_block, snapshot_block };
    fill(template, &content).map_err(PackError::Page)
}

/// Bytes as base64 of gzip, the same for the same bytes: no time and no system stands in it.
///
/// # Errors
/// [`PackError::Encode`], which bytes in memory give no cause for.
pub fn gzip_base64(bytes: &[u8]) -> Result<String, PackError> {
    let mut encoder = gzip(Compression::best());
    encoder.write_all(bytes)?;
    Ok(STANDARD.encode(encoder.finish()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_holds_the_notes_and_no_script_of_theirs() {
        let template = concat!(
            "<title></title><!--skillreel:app--><!--/skillreel:app-->",
            r#"<script type="text/plain" id="skillreel-notes" data-encoding="gzip+base64">"#,
            "</script>"
        );
        let notes = [NoteFile::new("a.md", "# A\n</script><script>alert(1)</script>")];
        let look = PageLook { title: Some("A <b>".into()), ..PageLook::default() };
        let page = page(template, &notes, &look).unwrap();
        let mut packer = Packer::new(&look).unwrap();
        packer.push(&notes[0]).unwrap();
        assert!(page.contains(&packer.finish().unwrap().text));
        assert!(!page.contains("<script>alert"), "{page}");
        assert!(page.contains("<title>A &lt;b&gt;</title>"), "{page}");
        assert!(page.contains("<h1>A &lt;b&gt;</h1>"), "{page}");
    }
}
