//! What a search writes down of every document: which parts of the query it holds, and what they are worth.

use crate::search::index::document::{Document, DocumentId, document_of};
use crate::search::index::documents::Documents;
use crate::search::query::MOST_PARTS;
use crate::search::query::expand::{Clause, Matches};
use crate::search::query::score;

/// The parts of a query that a document holds: one bit each, and one for what was to be left out.
pub(in crate::search::query) type Mask = u32;

pub(in crate::search::query) const UNWANTED_MASK: Mask = 1 << MOST_PARTS;

/// From this share of all documents on, walking all of them takes less time than is gained by their order.
const LEAST_SHARE_TO_WALK: usize = 4;

/// What a search writes down of every document. Between searches all of it is blank.
#[derive(Debug, Default)]
pub(in crate::search) struct Scratch {
    slots: Vec<Slot>,
    /// The documents whose slots are not blank.
    touched: Vec<DocumentId>,
}

#[derive(Clone, Copy, Debug, Default)]
pub(in crate::search::query) struct Slot {
    pub mask: Mask,
    /// The parts that stand there as they were typed.
    verbatim: Mask,
    pub score: f32,
}

impl Slot {
    /// What a document itself has of a query.
    pub(in crate::search::query) fn worth(self, document: &Document, all: Mask) -> f32 {
        let is_verbatim = self.verbatim & all == all;
        self.score * document.weight() * if is_verbatim { score::VERBATIM_FACTOR } else { 1.0 }
    }
}

impl Scratch {
    /// Writes down which documents hold which parts of a query.
    pub(in crate::search) fn fill(
        &mut self,
        documents: &Documents,
        wanted: &[Clause],
        unwanted: &[Clause],
    ) {
        self.clear();
        self.slots.resize(documents.len(), Slot::default());
        for (number, clause) in wanted.iter().enumerate().take(MOST_PARTS) {
            self.add(documents, clause, 1 << number);
        }
        for clause in unwanted {
            self.add(documents, clause, UNWANTED_MASK);
        }
        // Of several words most texts have not all, and are not asked about.
        if wanted.len() == 1 {
            self.sort();
        }
    }

    /// Puts many documents in their own order, in which those of a note stand together: whoever is asked about each then
    /// looks up a note once.
    fn sort(&mut self) {
        if self.touched.len() < self.slots.len() / LEAST_SHARE_TO_WALK {
            return;
        }
        let numbered = (0..).zip(&self.slots);
        let touched = numbered.filter(|(_, slot)| slot.mask != 0).map(|(document, _)| document);
        self.touched.clear();
        self.touched.extend(touched);
    }

    /// Makes it blank again.
    pub(in crate::search) fn clear(&mut self) {
        for document in self.touched.drain(..) {
            if let Some(slot) = self.slots.get_mut(document as usize) {
                *slot = Slot::default();
            }
        }
    }

    fn add(&mut self, documents: &Documents, clause: &Clause, bit: Mask) {
        match &clause.matches {
            Matches::Terms(terms) => {
                for matched in terms {
                    let score = matched.closeness * clause.telling;
                    // Other forms, starts and typos stay guesses, however many there are.
                    let is_verbatim = matched.closeness >= score::WHOLE_WORD;
                    let again = if is_verbatim { score::REPEATED_WORD } else { 0.0 };
                    let verbatim = if is_verbatim { bit } else { 0 };
                    for &place in documents.places(matched.term) {
                        self.touch(document_of(place), bit, verbatim, score, again);
                    }
                }
                let score = score::WORD_FORM * clause.telling;
                for &document in &clause.apart.documents {
                    self.touch(document, bit, 0, score, 0.0);
                }
            }
            Matches::Documents(found) => {
                let score = clause.telling;
                found.iter().for_each(|&document| self.touch(document, bit, bit, score, 0.0));
            }
        }
    }

    /// The best match of a part comes first; another of the same part adds a share of its score.
    fn touch(&mut self, document: DocumentId, bit: Mask, verbatim: Mask, score: f32, again: f32) {
        let Some(slot) = self.slots.get_mut(document as usize) else { return };
        if slot.mask == 0 {
            self.touched.push(document);
        }
        slot.verbatim |= verbatim;
        if slot.mask & bit == 0 {
            slot.mask |= bit;
            slot.score += score;
        } else {
            slot.score += score * again;
        }
    }

    /// The documents that hold something of the query.
    pub(in crate::search::query) fn touched(&self) -> &[DocumentId] {
        &self.touched
    }

    pub(in crate::search::query) fn slot(&self, document: DocumentId) -> Slot {
        self.slots.get(document as usize).copied().unwrap_or_default()
    }
}
