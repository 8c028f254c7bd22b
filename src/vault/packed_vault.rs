//! What is known of a vault without reading its notes, as it is put into a page.

use serde::{Deserialize, Serialize};

use crate::note::{Card, Note, NoteText, Sketch};

use super::links::BacklinkIndex;
use super::{NoteFile, Vault};

/// How many bytes of sketches a page takes along: with more, the notes weigh far more than what reads them.
pub const MOST_SKETCHED_BYTES: usize = 96 * 1024;

/// What is known of a vault without reading its notes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackedVault {
    cards: Vec<Card>,
    /// One for each note; none where they would be too much.
    sketches: Vec<Sketch>,
    title: String,
    backlinks: BacklinkIndex,
}

impl Vault {
    /// What is known of the vault once its notes have been read.
    #[must_use]
    pub fn pack(&self) -> PackedVault {
        PackedVault {
            cards: self.in_order().map(Note::card).collect(),
            sketches: self.sketches(),
            title: self.title().to_owned(),
            backlinks: self.all_backlinks().clone(),
        }
    }
}

impl Vault {
    fn sketches(&self) -> Vec<Sketch> {
        let mut left = MOST_SKETCHED_BYTES;
        let sketch = |note: &Note| {
            // Only where all of them would be too much notes are put away.
            if note.is_lean() {
                return None;
            }
            let sketch = note.sketch();
            left = left.checked_sub(sketch.bytes())?;
            Some(sketch)
        };
        self.in_order().map(sketch).collect::<Option<_>>().unwrap_or_default()
    }
}

impl PackedVault {
    /// Whether all its notes are known without reading them, as far as a page shows them at first.
    #[must_use]
    pub fn is_sketched(&self) -> bool {
        !self.sketches.is_empty()
    }

    /// The vault of notes with these texts, which are read when somebody asks for what stands in them; and
    /// the notes' files. `None` where it was made of others.
    #[must_use]
    pub fn unpack(self, texts: Vec<NoteText>) -> Option<(Vault, Vec<NoteFile>)> {
        let Self { cards, sketches, title, backlinks } = self;
        let notes = cards.iter().filter(|card| !card.is_transcript()).count();
        if cards.len() != texts.len() || !backlinks.are_among(notes) {
            return None;
        }
        if !sketches.is_empty() && sketches.len() != cards.len() {
            return None;
        }
        let mut vault = Vault::default();
        let mut files = Vec::with_capacity(texts.len());
        let mut sketches = sketches.into_iter();
        for (card, text) in cards.into_iter().zip(texts) {
            files.push(NoteFile::new(card.path(), text.clone()));
            let note = Note::of_card(card, text);
            vault.push(match sketches.next() {
                Some(sketch) => note.with_sketch(sketch),
                None => note,
            });
        }
        vault.compare();
        vault.title = title.into();
        vault.backlinks = backlinks.into();
        Some((vault, files))
    }
}
