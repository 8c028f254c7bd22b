//! An index as it is put into a page: its words, and for each text which of them, in order.
//!
//! Where each word stands follows from the texts. To put that down, too, would take four times the room,
//! and to find it out again takes a tenth of the time of reading the notes.

use std::borrow::Cow;
use std::iter;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::note::NoteId;
use crate::search::index::Index;
use crate::search::index::document::{
    Document, ExpectedDocument, PackedDocument, WordPlace, document_of, position,
};
use crate::search::index::documents::Documents;
use crate::search::index::number::{push_number, take_number};
use crate::search::index::term_dictionary::{TermDictionary, TermId, to_u32};
use crate::yielding::{self, Pieces};

/// Stands in place of a word where a text of several parts goes on with the next one.
const PART_GAP: u32 = 0;

/// How many documents are packed at once: what is put down of their words meanwhile takes twice the room of their index.
const DOCUMENTS_AT_ONCE: usize = 64 * 1024;

/// After how many documents a piece of the unpacking ends.
const PIECE_DOCUMENTS: usize = 2048;

/// An index without what follows from the rest of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackedIndex<'a> {
    /// The words, the most frequent first, with spaces between them.
    words: Cow<'a, str>,
    /// How often each of them stands somewhere.
    counts: Vec<u32>,
    documents: Vec<PackedDocument>,
    /// The words of all documents, one after the other: their places in `words` from 1, or [`PART_GAP`].
    text: Cow<'a, [u8]>,
}

impl Index {
    /// The index as it is put into a page. Equal texts give equal ones, whatever the indexes
    /// went through.
    #[must_use]
    pub fn pack(&self) -> PackedIndex<'static> {
        yielding::at_once(self.pack_in_pieces(async || ()))
    }

    /// As [`Index::pack`], with pauses.
    pub async fn pack_in_pieces(&self, mut pause: impl AsyncFnMut()) -> PackedIndex<'static> {
        let mut pieces = Pieces::of(PIECE_DOCUMENTS, &mut pause);
        let documents = &self.documents;
        let terms = by_frequency(documents);
        let (mut packed, mut text) = (Vec::with_capacity(documents.len()), Vec::new());
        let mut expected = ExpectedDocument::default();
        // How many places of each word are put down.
        let mut done = vec![0; terms.len()];
        for some in documents.all().chunks(DOCUMENTS_AT_ONCE) {
            let first = packed.len();
            // The words of each of these documents, with their places.
            let mut texts: Vec<Vec<(WordPlace, u32)>> = vec![Vec::new(); some.len()];
            for ((&term, rank), done) in terms.iter().zip(1..).zip(&mut done) {
                for &place in documents.places(term).get(*done..).unwrap_or_default() {
                    let at = (document_of(place) as usize).checked_sub(first);
                    let Some(text) = at.and_then(|at| texts.get_mut(at)) else { break };
                    text.push((place, rank));
                    *done += 1;
                }
                pieces.step().await;
            }
            for (document, mut words) in some.iter().zip(texts) {
                words.sort_unstable();
                let (mut length, mut next) = (0, 0);
                for (place, rank) in words {
                    let position = position(place);
                    let gap = (next..position).map(|_| PART_GAP);
                    gap.chain([rank]).for_each(|rank| {
                        push_number(rank, &mut text);
                        length += 1;
                    });
                    next = position + 1;
                }
                let packed_document = document.pack(&expected, length);
                expected = expected.behind(document, to_u32(packed.len()));
                packed.push(packed_document);
                pieces.step().await;
            }
        }
        let words: Vec<&str> = terms.iter().map(|&term| documents.terms.word(term)).collect();
        let counts = terms.iter().map(|&term| to_u32(documents.count(term))).collect();
        let words = words.join(" ").into();
        PackedIndex { words, counts, documents: packed, text: text.into() }
    }
}

impl PackedIndex<'_> {
    /// The index, of skills and notes that have these names in addresses. `None` where it is not whole.
    #[must_use]
    pub fn unpack(&self, skills: Vec<Arc<str>>, notes: Vec<NoteId>) -> Option<Index> {
        yielding::at_once(self.unpack_in_pieces(skills, notes, async || ()))
    }

    /// As [`PackedIndex::unpack`], with pauses.
    pub async fn unpack_in_pieces(
        &self,
        skills: Vec<Arc<str>>,
        notes: Vec<NoteId>,
        mut pause: impl AsyncFnMut(),
    ) -> Option<Index> {
        let mut pieces = Pieces::of(PIECE_DOCUMENTS, &mut pause);
        let terms = TermDictionary::of(self.words.split(' ').filter(|word| !word.is_empty()));
        pieces.pause().await;
        if terms.len() != self.counts.len() {
            return None;
        }
        // No word is shorter than a byte, so that a wrong count asks for no more room than that.
        let room = |&count: &u32| Vec::with_capacity(self.text.len().min(count as usize));
        let places = self.counts.iter().map(room).collect();
        let mut documents = Documents::of(terms, places, skills, notes);
        let mut text = &*self.text;
        let mut expected = ExpectedDocument::default();
        for (id, packed) in (0..).zip(&self.documents) {
            let mut left = packed.length;
            let words = iter::from_fn(|| {
                left = left.checked_sub(1)?;
                take_number(&mut text).map(|rank| rank.checked_sub(1))
            });
            let document = Document::unpack(packed, &expected, id)?;
            documents.push(document, words)?;
            expected = expected.behind(&document, id);
            if left > 0 {
                return None;
            }
            pieces.step().await;
        }
        Some(Index { documents, ..Index::default() })
    }
}

/// The words that stand somewhere, the most frequent first, equally frequent ones by the alphabet.
fn by_frequency(documents: &Documents) -> Vec<TermId> {
    let mut terms: Vec<TermId> = (0..to_u32(documents.terms.len())).collect();
    let count = |term: TermId| documents.count(term);
    terms.sort_unstable_by(|&left, &right| {
        let by_word = || documents.terms.word(left).cmp(documents.terms.word(right));
        count(right).cmp(&count(left)).then_with(by_word)
    });
    terms
}
