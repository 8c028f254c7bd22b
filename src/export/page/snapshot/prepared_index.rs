//! The index that was packed for a page's notes: in the page, or beside it.

use std::sync::Arc;

use crate::export::page::beside::VaultPiece;
use crate::matrix::Matrix;
use crate::search::{Index, IndexHead, PackedIndex};
use crate::vault::Vault;

/// Where the index of prepared notes is.
#[derive(Debug)]
pub enum IndexPlace {
    /// In the page.
    Here(PreparedIndex),
    /// In a file beside it.
    Beside(VaultPiece),
}

/// The index of prepared notes, still packed: it takes longer than all the rest of them, and nobody searches
/// before there is something to see.
#[derive(Debug)]
pub enum PreparedIndex {
    /// All of it: a [`PackedIndex`].
    Whole(Vec<u8>),
    /// What every search needs, an [`IndexHead`], and the pieces from which the rest comes.
    InShards(Vec<u8>),
}

/// An index, unpacked.
#[derive(Debug)]
pub struct UnpackedIndex {
    /// What is here of it.
    pub index: Index,
    /// The piece of each of its shards; none where all of it is here.
    pub shards: Vec<VaultPiece>,
}

/// The pieces of an index's shards, from the piece that every search needs. `None` where it is damaged.
#[must_use]
pub fn shards_of_index(bytes: &[u8]) -> Option<Vec<VaultPiece>> {
    postcard::take_from_bytes(bytes).ok().map(|(shards, _)| shards)
}

impl PreparedIndex {
    /// The index, unpacked with pauses. `None` where it is damaged, or of another vault or matrix.
    pub async fn unpack(
        &self,
        vault: &Vault,
        matrix: &Matrix,
        pause: impl AsyncFnMut(),
    ) -> Option<UnpackedIndex> {
        let skills = matrix.skills.iter().map(|skill| Arc::clone(&skill.id.0)).collect();
        let notes = vault.all();
        let notes = notes.map(|note| note.id.clone()).collect();
        match self {
            Self::Whole(bytes) => {
                let packed: PackedIndex<'_> = postcard::from_bytes(bytes).ok()?;
                let index = packed.unpack_in_pieces(skills, notes, pause).await?;
                Some(UnpackedIndex { index, shards: Vec::new() })
            }
            Self::InShards(bytes) => {
                let (shards, head): (Vec<VaultPiece>, IndexHead<'_>) =
                    postcard::from_bytes(bytes).ok()?;
                let index = head.unpack_in_pieces(skills, notes, pause).await?;
                Some(UnpackedIndex { index, shards })
            }
        }
    }
}
