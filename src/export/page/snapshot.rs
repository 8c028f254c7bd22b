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
use serde::{Deserialize, Serialize};

use crate::matrix::{Matrix, PackedMatrix};
use crate::note::NoteText;
use crate::search::{Index, PackedIndex};
use crate::vault::{NoteFile, PackedVault, Vault};

use super::look::PageLook;

/// From how many bytes of notes on a page holds a snapshot. Fewer are read within a frame or two, and a
/// page for the network is better off without what it can find out by itself.
pub const WORTH_BYTES: u32 = 256 * 1024;

/// The source that this program was built from (src/build.rs).
const PROGRAM_SOURCE: &str = env!("SKILLREEL_SOURCE");

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
}

/// Notes, unread, with all that was found out about them.
#[derive(Debug)]
pub struct Prepared {
    /// The notes.
    pub vault: Vault,
    /// Which skills matter at which level.
    pub matrix: Matrix,
    /// What can be found.
    pub index: PreparedIndex,
}

/// The index of prepared notes, still packed: it takes longer than all the rest of them, and nobody searches
/// before there is something to see.
#[derive(Debug)]
pub struct PreparedIndex(Vec<u8>);

#[derive(Debug, Serialize, Deserialize)]
struct Snapshot<'a> {
    title: Option<String>,
    accent: Option<String>,
    view: String,
    texts: Vec<Range<usize>>,
    vault: PackedVault,
    matrix: PackedMatrix,
    /// A [`PackedIndex`].
    index: Cow<'a, [u8]>,
}

impl Checksum {
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

/// What was found out about the notes of a block, as bytes; found with pauses.
///
/// # Errors
/// What is wrong, for which plain values in memory give no cause.
pub async fn pack(
    vault: &Vault,
    matrix: &Matrix,
    index: &Index,
    origin: &SnapshotBlock<'_>,
    pause: impl AsyncFnMut(),
) -> Result<Vec<u8>, postcard::Error> {
    let index = index.pack_in_pieces(pause).await;
    let SnapshotBlock { checksum, look, texts } = origin;
    let snapshot = Snapshot {
        title: look.title.clone(),
        accent: look.accent.map(|accent| accent.to_string()),
        view: look.view.clone(),
        texts: texts.to_vec(),
        vault: vault.pack(),
        matrix: matrix.pack(vault),
        index: postcard::to_allocvec(&index)?.into(),
    };
    postcard::to_allocvec(&(PROGRAM_SOURCE, checksum, snapshot))
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
    let rest = behind_its_head(snapshot, checksum)?;
    let Snapshot { title, accent, view, texts, vault, matrix, index } =
        postcard::from_bytes(rest).ok()?;
    let texts = texts.into_iter().map(|place| NoteText::in_json(json, place));
    let (vault, notes) = vault.unpack(texts.collect::<Option<Vec<NoteText>>>()?)?;
    let matrix = matrix.unpack(&vault)?;
    let look = PageLook { title, accent: accent.and_then(|accent| accent.parse().ok()), view };
    let prepared = Prepared { vault, matrix, index: PreparedIndex(index.into_owned()) };
    Some(KnownNotes { notes, look, prepared })
}

impl PreparedIndex {
    /// The index, unpacked with pauses. `None` where it is damaged, or of another vault or matrix.
    pub async fn unpack(
        &self,
        vault: &Vault,
        matrix: &Matrix,
        pause: impl AsyncFnMut(),
    ) -> Option<Index> {
        let packed: PackedIndex<'_> = postcard::from_bytes(&self.0).ok()?;
        let skills = matrix.skills.iter().map(|skill| Arc::clone(&skill.id.0)).collect();
        let notes = vault.notes().iter().chain(vault.transcripts());
        let notes = notes.map(|note| note.id.clone()).collect();
        packed.unpack_in_pieces(skills, notes, pause).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHECKSUM: Checksum = Checksum([1, 2, 3, 4, 0, 0, 4, 0]);

    /// The paths and texts of some notes.
    const NOTES: [(&str, &str); 4] = [
        (
            "a.md",
            "---\nvideoId: 7gaPPrAd7nc\n---\n## What senior product managers need\n\n\
             The most important skills:\n\n1. **Listening**: hear what is meant [0:10].\n\
             2. **Writing**: say it once [0:20].\n",
        ),
        (
            "b/c.md",
            "---\nvideoId: aaaaaaaaaaa\n---\n# Other\n\nSee [[a]] and [[b/c]]. \
             [0:30](https://youtu.be/bbbbbbbbbbb?t=30)",
        ),
        ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nWrite it down, then listen\n"),
        ("d.md", "# Élan\n\n“So”"),
    ];

    use crate::corpus::Corpus;
    use crate::yielding;

    struct PackedCorpus {
        read: Corpus,
        json: Arc<[u8]>,
        snapshot: Vec<u8>,
        look: PageLook,
    }

    fn packed() -> PackedCorpus {
        let files = NOTES.map(|(path, text)| NoteFile::new(path, text));
        let texts = NOTES.map(|(_, text)| serde_json::to_string(text).unwrap());
        let json = texts.join(",");
        let places = texts.iter().map(|text| {
            let start = json.find(text).unwrap();
            start..start + text.len()
        });
        let places: Vec<Range<usize>> = places.collect();
        let look = PageLook { title: None, accent: "#0a8".parse().ok(), view: "level=new".into() };
        let read = Corpus::read(&files);
        let origin = SnapshotBlock { checksum: CHECKSUM, look: &look, texts: &places };
        let snapshot = pack(&read.vault, &read.matrix, &read.index, &origin, async || ());
        let snapshot = yielding::at_once(snapshot).unwrap();
        PackedCorpus { read, json: json.as_bytes().into(), snapshot, look }
    }

    #[test]
    fn what_was_found_out_comes_back_without_reading() {
        let PackedCorpus { read, json, snapshot, look } = packed();
        assert!(!read.matrix.skills.is_empty(), "a matrix to compare");
        let known = unpack(&snapshot, &json, CHECKSUM).unwrap();
        assert_eq!(known.look, look);
        assert_eq!(known.notes, NOTES.map(|(path, text)| NoteFile::new(path, text)));
        let Prepared { vault, matrix, index } = known.prepared;
        assert_eq!(matrix, read.matrix);
        assert_eq!(vault.title(), read.vault.title());
        let index = yielding::at_once(index.unpack(&vault, &matrix, async || ())).unwrap();
        assert_eq!(index.pack(), read.index.pack());
        assert_eq!(vault.transcripts(), read.vault.transcripts());
        assert!(vault.transcripts()[0].video.is_some());
        for (known, note) in vault.notes().iter().zip(read.vault.notes()) {
            assert_eq!(known.card(), note.card());
            let linking = |vault: &Vault| -> Vec<String> {
                vault.backlinks(&note.id).iter().map(|note| note.path.clone()).collect()
            };
            assert_eq!(linking(&vault), linking(&read.vault), "{}", note.id);
            assert!(!known.is_read(), "{}", note.id);
            assert_eq!(known, note, "once it is read");
            assert!(known.is_read(), "{}", note.id);
        }
    }

    #[test]
    fn a_catalog_of_something_else_does_not_count() {
        let PackedCorpus { json, snapshot, .. } = packed();
        assert!(unpack(&snapshot, &json, CHECKSUM).is_some());
        let mut of_another_program = snapshot.clone();
        of_another_program[1] ^= 1;
        let mut other_seal = CHECKSUM;
        other_seal.0[0] ^= 1;
        let half: Arc<[u8]> = json[..json.len() / 2].into();
        for (snapshot, json, checksum, why) in [
            (of_another_program.as_slice(), &json, CHECKSUM, "another program"),
            (&snapshot, &json, other_seal, "other notes"),
            (&snapshot, &half, CHECKSUM, "fewer notes"),
            (&[], &json, CHECKSUM, "none"),
        ] {
            assert!(unpack(snapshot, json, checksum).is_none(), "{why}");
        }
        for end in 0..snapshot.len() {
            assert!(unpack(&snapshot[..end], &json, CHECKSUM).is_none(), "cut off at {end}");
        }
    }

    #[test]
    fn a_block_has_the_seal_of_its_gzip() {
        for length in 8..12 {
            let gzip: Vec<u8> = (0..40 + length).collect();
            let checksum = Checksum::of_gzip(&gzip);
            assert_eq!(Checksum::of_block(STANDARD.encode(&gzip).as_bytes()), checksum);
            assert!(checksum.is_some());
        }
        assert_eq!(Checksum::of_block(b""), None);
        assert_eq!(Checksum::of_block(b"no base64, and long enough"), None);
        assert_eq!(CHECKSUM.bytes(), 0x0004_0000);
    }
}
