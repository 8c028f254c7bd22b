//! What lies beside a hosted page with many notes: their texts and the search's index, in files that it fetches when they
//! are wanted.

use std::io::Write;

use rustc_hash::FxHashSet;
use sha2::{Digest, Sha256};

use crate::corpus::Corpus;
use crate::export::formats::html;
use crate::export::page::beside::{BesideFiles, TextPackFile, VaultPiece};
use crate::export::page::fill::Region;
use crate::export::page::gzip::{NOTES_LEVEL, PackError, gzip};
use crate::export::page::look::PageLook;
use crate::export::page::pack::{Blocks, Filling, gzip_base64};
use crate::export::page::snapshot::{self, PROGRAM_SOURCE};
use crate::matrix::{CuedSentence, Matrix};
use crate::note::{Note, NoteId};
use crate::search::IndexInShards;
use crate::threads;
use crate::vault::{NoteFile, Vault};
use crate::view_state::ViewState;

/// About how many bytes of texts a piece holds before it is packed: a longer note is a piece of its own.
pub const PIECE_BYTES: usize = 48 * 1024;

/// The same of an index's shards, as a part of that: their numbers pack less, and a search needs several. The places of a
/// word that stands everywhere are a piece of their own.
const SHARD_PART: usize = 4;

/// The source of a hosted page's program, in its document.
const SOURCE_REGION: Region =
    Region { name: "source", open: "<meta name=\"skillreel-source\" content=\"", close: "\">" };

/// Whether the program of a hosted page understands what this one packs beside it. Another one has to be given the
/// notes themselves.
#[must_use]
pub fn is_understood_by(document: &str) -> bool {
    SOURCE_REGION.find(document) == Ok(PROGRAM_SOURCE)
}

/// From how many bytes of notes on they lie beside the page: of fewer, all of them weigh less than the program.
const WORTH_BYTES: usize = 256 * 1024;

/// Whether a page of notes is lighter with them beside it.
#[must_use]
pub fn is_worth_it(notes: &[NoteFile]) -> bool {
    notes.iter().map(|note| note.text.about_bytes()).sum::<usize>() >= WORTH_BYTES
}

/// What a page is filled with whose notes lie beside it, and the files that lie there.
#[derive(Debug)]
pub struct FillingInPieces {
    /// What stands in the page.
    pub filling: Filling,
    /// Each with its address, relative to the page, and its bytes.
    pub files: Vec<(String, Vec<u8>)>,
    /// How many texts are more than the search can hold ([`crate::search::Index::left_out`]).
    pub not_searched: usize,
}

impl FillingInPieces {
    /// That of notes, of whose texts and words about `piece_bytes` come at a time.
    ///
    /// What decoding a file lost is told as ever; the file's own bytes are not handed out.
    ///
    /// # Errors
    /// [`PackError::Encode`], which values in memory give no cause for.
    pub fn of(
        notes: Vec<NoteFile>,
        look: &PageLook,
        piece_bytes: usize,
    ) -> Result<Self, PackError> {
        let (packed, corpus) = threads::both(
            || PackedTexts::of(&notes, piece_bytes),
            || {
                Corpus::read_lean(&notes, |vault, matrix| {
                    let mut kept = html::told_notes(vault, matrix);
                    kept.extend(shown_first(vault, matrix, look));
                    kept
                })
            },
        );
        let PackedTexts { mut files, packs, remarks } = packed?;
        let Corpus { mut vault, matrix, index } = corpus;
        drop(notes);
        vault.forget_texts();
        let IndexInShards { head, shards } = index.pack_in_shards(piece_bytes / SHARD_PART);
        let not_searched = index.left_out();
        drop(index);
        let mut places = Vec::with_capacity(shards.len());
        for shard in threads::map(&shards, |shard| PackedPiece::of(shard)) {
            places.push(shard?.put(&mut files));
        }
        let index = PackedPiece::of(&postcard::to_allocvec(&(places, head))?)?.put(&mut files);
        let links = PackedPiece::of(&postcard::to_allocvec(&vault.dangling())?)?.put(&mut files);
        let first = shown_first(&vault, &matrix, look);
        let bytes = files.iter().map(|(_, bytes)| bytes.len() as u64).sum();
        let beside = BesideFiles { texts: packs, index, links, bytes };
        let snapshot = snapshot::pack_beside(&vault, &matrix, look, &first, beside)?;
        let blocks = Blocks { notes_block: String::new(), snapshot_block: gzip_base64(&snapshot)? };
        let filling = Filling::with(&vault, &matrix, look, blocks, remarks);
        Ok(Self { filling, files, not_searched })
    }
}

/// The notes of the video that the page is ready to play at first: its player shows what would be heard, and when what else
/// is said.
fn shown_first(vault: &Vault, matrix: &Matrix, look: &PageLook) -> FxHashSet<NoteId> {
    let view = ViewState::from_fragment(&look.view);
    let Some(heard) = CuedSentence::first(vault, matrix, &view.filter(), view.sort) else {
        return FxHashSet::default();
    };
    let of_video = |note: &&Note| note.video == Some(heard.moment.video) || note.id == heard.note;
    vault.notes().iter().filter(of_video).map(|note| note.id.clone()).collect()
}

/// The texts of notes, packed.
struct PackedTexts {
    files: Vec<(String, Vec<u8>)>,
    packs: Vec<TextPackFile>,
    /// How many remarks were left out that authors hid.
    remarks: usize,
}

impl PackedTexts {
    fn of(notes: &[NoteFile], piece_bytes: usize) -> Result<Self, PackError> {
        let mut files = Vec::new();
        let mut packs = Vec::new();
        let (mut pack, mut remarks) = (Pack::default(), 0);
        for note in notes {
            let (bare, hidden) = note.without_remarks();
            remarks += hidden;
            let text = bare.text.read();
            if !pack.lengths.is_empty() && pack.bytes.len() + text.len() > piece_bytes {
                packs.push(std::mem::take(&mut pack).finish(&mut files)?);
            }
            pack.bytes.extend_from_slice(text.as_bytes());
            // No text is longer: a file of four thousand million bytes was refused when it was read.
            pack.lengths.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        }
        if !pack.lengths.is_empty() {
            packs.push(pack.finish(&mut files)?);
        }
        Ok(Self { files, packs, remarks })
    }
}

/// A pack as it grows.
#[derive(Default)]
struct Pack {
    bytes: Vec<u8>,
    lengths: Vec<u32>,
}

impl Pack {
    fn finish(self, files: &mut Vec<(String, Vec<u8>)>) -> Result<TextPackFile, PackError> {
        Ok(TextPackFile { file: PackedPiece::of(&self.bytes)?.put(files), lengths: self.lengths })
    }
}

/// Bytes, packed for a file beside the page.
struct PackedPiece(Vec<u8>);

impl PackedPiece {
    fn of(bytes: &[u8]) -> Result<Self, PackError> {
        let mut encoder = gzip(NOTES_LEVEL);
        encoder.write_all(bytes)?;
        Ok(Self(encoder.finish()?))
    }

    /// Puts it among the files.
    fn put(self, files: &mut Vec<(String, Vec<u8>)>) -> VaultPiece {
        let piece = VaultPiece::of_digest(Sha256::digest(&self.0).into());
        files.push((piece.address(), self.0));
        piece
    }
}
