//! Files that lie beside a hosted page and hold what it fetches when it is wanted: the notes' texts in packs, and the
//! search's index.

use std::fmt::Write;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::note::{NoteText, TextPacks};

/// The folder beside the page in which they lie.
pub const FOLDER: &str = "pieces";

/// A file beside the page, packed by gzip, by the SHA-256 digest of its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct VaultPiece([u8; 32]);

/// A file with texts of notes, one after the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextPackFile {
    /// The file.
    pub file: VaultPiece,
    /// How long each text in it is, in bytes.
    pub lengths: Vec<u32>,
}

/// All files beside a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BesideFiles {
    /// The notes' texts.
    pub texts: Vec<TextPackFile>,
    /// What every search needs of the index, and the files of its shards.
    pub index: VaultPiece,
    /// The links that lead to no note ([`crate::vault::DanglingLinks`]): others may join the notes.
    pub links: VaultPiece,
    /// How many bytes all of them take, packed, the shards' too.
    pub bytes: u64,
}

/// The packs of a page: what has come of them, and the files from which they come.
#[derive(Clone, Debug)]
pub struct BesideTexts {
    /// What has come.
    pub packs: Arc<TextPacks>,
    /// The files: each pack has its own.
    pub files: Arc<BesideFiles>,
}

impl VaultPiece {
    /// The file with this digest.
    #[must_use]
    pub fn of_digest(sha256: [u8; 32]) -> Self {
        Self(sha256)
    }

    /// Its address, relative to the page: another content has another one.
    #[must_use]
    pub fn address(&self) -> String {
        let mut name = [FOLDER, "/"].concat();
        for byte in self.0.iter().take(8) {
            // Writing to a text does not fail.
            let _ = write!(name, "{byte:02x}");
        }
        name + ".bin"
    }

    /// The SHA-256 digest of its bytes.
    #[must_use]
    pub fn digest(&self) -> &[u8; 32] {
        &self.0
    }
}

impl BesideTexts {
    /// The texts of some files, none of which has come, and where they go.
    pub(super) fn of(files: BesideFiles) -> Option<(Self, Vec<NoteText>)> {
        let packs = Arc::new(TextPacks::of(files.texts.len()));
        let mut texts = Vec::new();
        for (pack, file) in files.texts.iter().enumerate() {
            let mut start = 0_usize;
            for &length in &file.lengths {
                let end = start.checked_add(usize::try_from(length).ok()?)?;
                texts.push(NoteText::beside(packs.place(pack, start..end)?));
                start = end;
            }
        }
        Some((Self { packs, files: Arc::new(files) }, texts))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_by_its_digest() {
        let file = VaultPiece::of_digest([0xab; 32]);
        assert_eq!(file.address(), "pieces/abababababababab.bin");
    }
}
