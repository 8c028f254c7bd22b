//! One thing that can be found, and the places of its words.

use serde::{Deserialize, Serialize};

use crate::search::index::document_kind::DocumentKind;
use crate::search::index::term_dictionary::to_u32;

/// A document's number, from 0, in the order of adding.
pub(in crate::search) type DocumentId = u32;

/// A word's place: the document in the upper bits, its position in the lower ones. So places in
/// order are documents in order, and the next word's place is one more.
pub(in crate::search) type WordPlace = u32;

/// The bits of a place that hold the position.
pub(in crate::search) const POSITION_BITS: u32 = 10;
/// The last position that is told from others: phrases further back in a text of a thousand words
/// are found by their words alone.
pub(in crate::search) const LAST_POSITION: u32 = (1 << POSITION_BITS) - 1;
/// As many documents as the other bits can number: those of about 50,000 notes.
pub(in crate::search) const MOST_DOCUMENTS: usize = 1 << (u32::BITS - POSITION_BITS);

/// Stands for a document that is not there.
pub(in crate::search) const NO_DOCUMENT: DocumentId = DocumentId::MAX;
/// Stands for a second that is not known.
pub(in crate::search) const NO_SECOND: u32 = u32::MAX;

/// Something that can be found.
#[derive(Clone, Copy, Debug)]
pub(in crate::search) struct Document {
    pub(in crate::search) kind: DocumentKind,
    /// The topic or note it stands in.
    pub(in crate::search) parent: DocumentId,
    /// Its number among the skills, the notes, or the sections or claims of its note.
    pub(in crate::search) number: u32,
    pub(in crate::search) seconds: u32,
    /// How much its words count.
    pub weight: f32,
}

/// What of a document does not follow from its text: its kind, and how far it is from the document before
/// it in all the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::search) struct PackedDocument {
    pub kind: u8,
    pub parent: i32,
    pub number: i32,
    pub seconds: i32,
    /// How many words and gaps it has.
    pub length: u32,
}

impl Document {
    pub(in crate::search) fn new(
        kind: DocumentKind,
        parent: Option<DocumentId>,
        number: usize,
    ) -> Self {
        let parent = parent.unwrap_or(NO_DOCUMENT);
        Self { kind, parent, number: to_u32(number), seconds: NO_SECOND, weight: 0.0 }
    }

    pub(in crate::search) fn line(
        parent: Option<DocumentId>,
        number: usize,
        seconds: Option<u32>,
    ) -> Self {
        Self {
            seconds: seconds.unwrap_or(NO_SECOND),
            ..Self::new(DocumentKind::Line, parent, number)
        }
    }

    pub(in crate::search) fn claim(
        parent: Option<DocumentId>,
        number: usize,
        seconds: Option<u32>,
    ) -> Self {
        let kind =
            if seconds.is_some() { DocumentKind::Claim } else { DocumentKind::UnstampedClaim };
        Self { seconds: seconds.unwrap_or(NO_SECOND), ..Self::new(kind, parent, number) }
    }

    /// What of it does not follow from its text of `length` words and gaps, as steps from the document
    /// before it, which are small.
    pub(in crate::search) fn pack(&self, before: &Self, length: u32) -> PackedDocument {
        let step = |now: u32, then: u32| now.wrapping_sub(then).cast_signed();
        let kind = DocumentKind::ALL.iter().position(|kind| *kind == self.kind).unwrap_or_default();
        PackedDocument {
            kind: kind as u8,
            parent: step(self.parent, before.parent),
            number: step(self.number, before.number),
            seconds: step(self.seconds, before.seconds),
            length,
        }
    }

    /// The same again, behind the same document and in its own place. `None` where it is none.
    pub(in crate::search) fn unpack(
        packed: &PackedDocument,
        before: &Self,
        id: DocumentId,
    ) -> Option<Self> {
        let stepped = |then: u32, step: i32| then.wrapping_add_signed(step);
        let kind = *DocumentKind::ALL.get(usize::from(packed.kind))?;
        let parent = stepped(before.parent, packed.parent);
        let number = stepped(before.number, packed.number);
        let seconds = stepped(before.seconds, packed.seconds);
        (parent == NO_DOCUMENT || parent < id).then_some(Self {
            kind,
            parent,
            number,
            seconds,
            weight: 0.0,
        })
    }

    /// What it stands in.
    pub(in crate::search) fn parent(&self) -> Option<DocumentId> {
        (self.parent != NO_DOCUMENT).then_some(self.parent)
    }

    /// Whether it only stands for what it stands in.
    pub(in crate::search) fn is_rest(&self) -> bool {
        self.kind == DocumentKind::Rest
    }
}

/// The position of a place in its document.
pub(in crate::search) fn position(place: WordPlace) -> u32 {
    place & LAST_POSITION
}

/// The document that a place is in.
pub(in crate::search) fn document_of(place: WordPlace) -> DocumentId {
    place >> POSITION_BITS
}

/// The place some words before; `None` where the document starts later, or the position is not
/// known.
pub(in crate::search) fn before(place: WordPlace, words: u32) -> Option<WordPlace> {
    let position = place & LAST_POSITION;
    (position >= words && position < LAST_POSITION).then(|| place - words)
}
