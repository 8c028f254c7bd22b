//! What was found out about notes when a page was packed, so that the page need not read them all
//! before it shows and finds something.
//!
//! It stands in the page beside the notes, and counts only where the same program made it of the very
//! same notes; else they are read as if it were not there.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
#[cfg(not(target_arch = "wasm32"))]
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use crate::matrix::{Matrix, PackedMatrix};
#[cfg(not(target_arch = "wasm32"))]
use crate::note::NoteId;
use crate::note::NoteText;
use crate::search::Index;
use crate::vault::{NoteFile, PackedVault, Vault};

use super::beside::{BesideFiles, BesideTexts};
use super::look::PageLook;

mod prepared_index;

pub use prepared_index::{IndexPlace, PreparedIndex, UnpackedIndex, shards_of_index};

/// From how many bytes of notes on a snapshot holds their index. Fewer are read within a frame or two, and a
/// page for the network is better off without what it can find out by itself.
const WORTH_BYTES: u32 = 256 * 1024;

/// The source that this program was built from (src/build.rs).
pub const PROGRAM_SOURCE: &str = env!("SKILLREEL_SOURCE");

/// What tells one notes block from others: the end of gzip, checksum and length of what is in it
/// (RFC 1952, section 2.3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checksum([u8; 8]);

/// A notes block, as far as a snapshot says what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SnapshotBlock<'a> {
    /// What tells it from others.
    pub checksum: Checksum,
    /// Title, accent and view, where the page's maker chose them.
    pub look: &'a PageLook,
    /// Where in its JSON the notes' texts stand, quotes included, in the order of notes.
    pub texts: &'a [Range<usize>],
}

/// The notes of a block with all that was found out about them.
#[derive(Debug)]
pub struct KnownNotes {
    /// The files that the block holds.
    pub notes: Vec<NoteFile>,
    /// Title, accent and view, where the page's maker chose them.
    pub look: PageLook,
    /// What was found out about them.
    pub prepared: Prepared,
    /// Where their texts come from, when they lie beside the page.
    pub beside: Option<BesideTexts>,
}

/// Notes, unread, with all that was found out about them.
#[derive(Debug)]
pub struct Prepared {
    /// The notes.
    pub vault: Vault,
    /// Which skills matter at which level.
    pub matrix: Matrix,
    /// What can be found; `None` where that is soon found out.
    pub index: Option<IndexPlace>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Snapshot<'a> {
    title: Option<String>,
    accent: Option<String>,
    view: String,
    texts: TextPlaces,
    vault: PackedVault,
    matrix: PackedMatrix,
    index: PackedIndexPlace<'a>,
}

/// Where the notes' texts stand, in the order of notes.
#[derive(Debug, Serialize, Deserialize)]
enum TextPlaces {
    InBlock(Vec<Range<usize>>),
    Beside(BesideFiles),
}

/// Where a [`PackedIndex`] is; nowhere in the snapshot, too, where it lies beside the page.
#[derive(Debug, Serialize, Deserialize)]
enum PackedIndexPlace<'a> {
    Nowhere,
    Here(Cow<'a, [u8]>),
}

impl Checksum {
    /// In place of one where the page holds no block.
    const OF_NO_BLOCK: Self = Self([0; 8]);

    /// The checksum of a notes block; `None` where that is none.
    #[must_use]
    pub fn of_block(notes_block: &[u8]) -> Option<Self> {
        // Twelve characters of base64 are the last seven to nine bytes; sixteen hold eight for sure.
        let block = notes_block.trim_ascii();
        let tail = block.get(block.len().checked_sub(16)?..)?;
        Self::of_gzip(&STANDARD.decode(tail).ok()?)
    }

    /// The checksum of a notes block that is no longer base64.
    #[must_use]
    pub fn of_gzip(packed: &[u8]) -> Option<Self> {
        packed.last_chunk().copied().map(Self)
    }

    /// How many bytes are in the block.
    #[must_use]
    pub fn bytes(self) -> u32 {
        let [.., a, b, c, d] = self.0;
        u32::from_le_bytes([a, b, c, d])
    }
}

/// What was found out about the notes of a block, as bytes; found with pauses. `None` where it is not worth them:
/// the notes are few, and yet so many that a page cannot show them before it reads them.
///
/// # Errors
/// What is wrong, for which plain values in memory give no cause.
pub async fn pack(
    vault: &Vault,
    matrix: &Matrix,
    index: &Index,
    origin: &SnapshotBlock<'_>,
    pause: impl AsyncFnMut(),
) -> Result<Option<Vec<u8>>, postcard::Error> {
    let SnapshotBlock { checksum, look, texts } = origin;
    let packed_vault = vault.pack();
    let index = match checksum.bytes() >= WORTH_BYTES {
        true => {
            let index = postcard::to_allocvec(&index.pack_in_pieces(pause).await)?;
            PackedIndexPlace::Here(index.into())
        }
        false if packed_vault.is_sketched() => PackedIndexPlace::Nowhere,
        false => return Ok(None),
    };
    let texts = TextPlaces::InBlock(texts.to_vec());
    let snapshot = Snapshot::of(look, packed_vault, matrix.pack(vault), texts, index);
    postcard::to_allocvec(&(PROGRAM_SOURCE, checksum, snapshot)).map(Some)
}

/// What was found out about notes whose texts and index lie beside the page, as bytes; with what those notes say that
/// the page shows first.
///
/// # Errors
/// What is wrong, for which plain values in memory give no cause.
#[cfg(not(target_arch = "wasm32"))]
pub fn pack_beside(
    vault: &Vault,
    matrix: &Matrix,
    look: &PageLook,
    shown_first: &FxHashSet<NoteId>,
    files: BesideFiles,
) -> Result<Vec<u8>, postcard::Error> {
    let (texts, index) = (TextPlaces::Beside(files), PackedIndexPlace::Nowhere);
    let snapshot =
        Snapshot::of(look, vault.pack_with(shown_first), matrix.pack(vault), texts, index);
    postcard::to_allocvec(&(PROGRAM_SOURCE, Checksum::OF_NO_BLOCK, snapshot))
}

/// Whether a snapshot is of a block with this checksum, and made by this program.
#[must_use]
pub fn is_of(snapshot: &[u8], checksum: Checksum) -> bool {
    behind_its_head(snapshot, checksum).is_some()
}

fn behind_its_head(snapshot: &[u8], checksum: Checksum) -> Option<&[u8]> {
    let ((source, of), rest) = postcard::take_from_bytes::<(&str, Checksum)>(snapshot).ok()?;
    (source == PROGRAM_SOURCE && of == checksum).then_some(rest)
}

/// What a snapshot knows of the notes of a block, whose JSON and checksum these are; `None` where the snapshot is
/// of another block, of another program, or damaged.
#[must_use]
pub fn unpack(snapshot: &[u8], json: &Arc<[u8]>, checksum: Checksum) -> Option<KnownNotes> {
    let snapshot = Snapshot::read(snapshot, checksum)?;
    let TextPlaces::InBlock(places) = &snapshot.texts else { return None };
    let texts = places.iter().map(|place| NoteText::in_json(json, place.clone()));
    let texts = texts.collect::<Option<Vec<NoteText>>>()?;
    snapshot.known(texts)
}

/// What a snapshot knows of notes that lie beside the page; `None` where they do not, or the snapshot is of another
/// program, or damaged.
#[must_use]
pub fn unpack_beside(snapshot: &[u8]) -> Option<KnownNotes> {
    let mut snapshot = Snapshot::read(snapshot, Checksum::OF_NO_BLOCK)?;
    let nowhere = TextPlaces::InBlock(Vec::new());
    let TextPlaces::Beside(files) = std::mem::replace(&mut snapshot.texts, nowhere) else {
        return None;
    };
    let index = IndexPlace::Beside(files.index);
    let (beside, texts) = BesideTexts::of(files)?;
    let mut known = snapshot.known(texts)?;
    known.prepared.index = Some(index);
    known.beside = Some(beside);
    Some(known)
}

impl<'a> Snapshot<'a> {
    /// Kept apart, so that the program has it once.
    #[inline(never)]
    fn read(snapshot: &'a [u8], checksum: Checksum) -> Option<Self> {
        postcard::from_bytes(behind_its_head(snapshot, checksum)?).ok()
    }

    fn of(
        look: &PageLook,
        vault: PackedVault,
        matrix: PackedMatrix,
        texts: TextPlaces,
        index: PackedIndexPlace<'a>,
    ) -> Self {
        let accent = look.accent.map(|accent| accent.to_string());
        let (title, view) = (look.title.clone(), look.view.clone());
        Self { title, accent, view, texts, vault, matrix, index }
    }

    #[inline(never)]
    fn known(self, texts: Vec<NoteText>) -> Option<KnownNotes> {
        let Self { title, accent, view, vault, matrix, index, .. } = self;
        let (vault, notes) = vault.unpack(texts)?;
        let matrix = matrix.unpack(&vault)?;
        let look = PageLook { title, accent: accent.and_then(|accent| accent.parse().ok()), view };
        let index = match index {
            PackedIndexPlace::Nowhere => None,
            PackedIndexPlace::Here(bytes) => {
                Some(IndexPlace::Here(PreparedIndex::Whole(bytes.into_owned())))
            }
        };
        let prepared = Prepared { vault, matrix, index };
        Some(KnownNotes { notes, look, prepared, beside: None })
    }
}

#[cfg(test)]
mod tests;
