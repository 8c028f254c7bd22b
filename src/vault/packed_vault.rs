//! What is known of a vault without reading its notes, as it is put into a page.

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use crate::note::{Card, Note, NoteId, NoteText, Sketch};

use super::links::BacklinkIndex;
use super::{NoteFile, Vault};

/// How many bytes of sketches a page takes along: with more, the notes weigh far more than what reads them.
pub const MOST_SKETCHED_BYTES: usize = 96 * 1024;

/// The same of notes that are shown first, where the others lie beside the page: with more, the page comes later than
/// what it would have fetched.
const MOST_SHOWN_FIRST_BYTES: usize = 48 * 1024;

/// What is known of a vault without reading its notes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackedVault {
    cards: Vec<Card>,
    /// Of those of which more is known, with their place among the cards, in order.
    sketches: Vec<(usize, Sketch)>,
    title: String,
    backlinks: BacklinkIndex,
}

impl Vault {
    /// What is known of the vault once its notes have been read: of all of them what they say and when, unless that is
    /// too much.
    #[must_use]
    pub fn pack(&self) -> PackedVault {
        self.packed(self.all_sketches().unwrap_or_default())
    }

    /// The same, with what notes say that a page shows first, as far as it takes so much along, where all would be too
    /// much.
    #[must_use]
    pub fn pack_with(&self, shown_first: &FxHashSet<NoteId>) -> PackedVault {
        let shown_first = || {
            let mut left = MOST_SHOWN_FIRST_BYTES;
            let shown =
                self.in_order().enumerate().filter(|(_, note)| shown_first.contains(&note.id));
            shown.filter_map(|(at, note)| Some((at, sketch(note, &mut left)?))).collect()
        };
        self.packed(self.all_sketches().unwrap_or_else(shown_first))
    }

    fn packed(&self, sketches: Vec<(usize, Sketch)>) -> PackedVault {
        PackedVault {
            cards: self.in_order().map(Note::card).collect(),
            sketches,
            title: self.title().to_owned(),
            backlinks: self.all_backlinks().clone(),
        }
    }

    fn all_sketches(&self) -> Option<Vec<(usize, Sketch)>> {
        let mut left = MOST_SKETCHED_BYTES;
        self.in_order().enumerate().map(|(at, note)| Some((at, sketch(note, &mut left)?))).collect()
    }
}

/// What a note says, where it is not put away and is within the bytes that are left.
fn sketch(note: &Note, left: &mut usize) -> Option<Sketch> {
    if note.is_lean() {
        return None;
    }
    let sketch = note.sketch();
    *left = left.checked_sub(sketch.bytes())?;
    Some(sketch)
}

impl PackedVault {
    /// Whether all its notes are known without reading them, as far as a page shows them at first.
    #[must_use]
    pub fn is_sketched(&self) -> bool {
        !self.sketches.is_empty() && self.sketches.len() == self.cards.len()
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
        let mut vault = Vault::default();
        let mut files = Vec::with_capacity(texts.len());
        let mut sketches = sketches.into_iter().peekable();
        for (at, (card, text)) in cards.into_iter().zip(texts).enumerate() {
            files.push(NoteFile::new(card.path(), text.clone()));
            let note = Note::of_card(card, text);
            vault.push(match sketches.next_if(|(of, _)| *of == at) {
                Some((_, sketch)) => note.with_sketch(sketch),
                None => note,
            });
        }
        vault.compare_packed();
        vault.title = title.into();
        vault.backlinks = backlinks.into();
        Some((vault, files))
    }
}
