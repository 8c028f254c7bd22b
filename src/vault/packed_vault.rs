//! What is known of a vault without reading its notes, as it is put into a page.

use serde::{Deserialize, Serialize};

use crate::note::{Card, Note, NoteText};

use super::links::BacklinkIndex;
use super::{NoteFile, Vault};

/// What is known of a vault without reading its notes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackedVault {
    cards: Vec<Card>,
    title: String,
    backlinks: BacklinkIndex,
}

impl Vault {
    /// What is known of the vault once its notes have been read.
    #[must_use]
    pub fn pack(&self) -> PackedVault {
        PackedVault {
            cards: self.in_order().map(Note::card).collect(),
            title: self.title().to_owned(),
            backlinks: self.all_backlinks().clone(),
        }
    }
}

impl PackedVault {
    /// The vault of notes with these texts, which are read when somebody asks for what stands in them; and
    /// the notes' files. `None` where it was made of others.
    #[must_use]
    pub fn unpack(self, texts: Vec<NoteText>) -> Option<(Vault, Vec<NoteFile>)> {
        let Self { cards, title, backlinks } = self;
        let notes = cards.iter().filter(|card| !card.is_transcript()).count();
        if cards.len() != texts.len() || !backlinks.are_among(notes) {
            return None;
        }
        let mut vault = Vault::default();
        let mut files = Vec::with_capacity(texts.len());
        for (card, text) in cards.into_iter().zip(texts) {
            files.push(NoteFile::new(card.path(), text.clone()));
            vault.push(Note::of_card(card, text));
        }
        vault.compare();
        vault.title = title.into();
        vault.backlinks = backlinks.into();
        Some((vault, files))
    }
}
