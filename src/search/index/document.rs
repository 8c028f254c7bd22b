//! One thing that can be found, and the places of its words.

use serde::{Deserialize, Serialize};

use crate::search::index::document_kind::DocumentKind;
use crate::search::index::term_dictionary::to_u32;
use crate::search::query::score;

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
    /// How many words it has; of more than a byte says it does not matter how many ([`score::weight`]).
    pub words: u8,
}

/// What of a document does not follow from its text: its kind, and how far all the rest is from what was expected of it
/// ([`ExpectedDocument`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::search) struct PackedDocument {
    pub kind: u8,
    pub parent: i32,
    pub number: i32,
    pub seconds: i32,
    /// How many words and gaps it has.
    pub length: u32,
}

/// What the next document is like by those before it: notes have sections, and these have claims, one after the other.
#[derive(Clone, Copy, Debug)]
pub(in crate::search) struct ExpectedDocument {
    skills: u32,
    notes: u32,
    /// The last note, and what the last text of it stands in.
    note: DocumentId,
    within: DocumentId,
    /// The sections and claims of that note so far.
    sections: u32,
    claims: u32,
    /// When the last of them is said.
    seconds: u32,
}

impl Default for ExpectedDocument {
    fn default() -> Self {
        let [skills, notes, sections, claims, seconds] = [0; 5];
        let [note, within] = [NO_DOCUMENT; 2];
        Self { skills, notes, note, within, sections, claims, seconds }
    }
}

impl ExpectedDocument {
    fn parent(&self, kind: DocumentKind) -> DocumentId {
        match kind {
            DocumentKind::Skill | DocumentKind::Note | DocumentKind::Transcript => NO_DOCUMENT,
            DocumentKind::Topic => self.note,
            _ => self.within,
        }
    }

    fn number(&self, kind: DocumentKind) -> u32 {
        match kind {
            DocumentKind::Skill => self.skills,
            DocumentKind::Note | DocumentKind::Transcript => self.notes,
            DocumentKind::Topic => self.sections,
            DocumentKind::Rest => 0,
            DocumentKind::Claim | DocumentKind::UnstampedClaim | DocumentKind::Line => self.claims,
        }
    }

    fn seconds(&self, kind: DocumentKind) -> u32 {
        match kind {
            DocumentKind::Claim | DocumentKind::Line => self.seconds,
            _ => NO_SECOND,
        }
    }

    /// The same behind one more document.
    pub(in crate::search) fn behind(self, document: &Document, id: DocumentId) -> Self {
        let next = document.number.wrapping_add(1);
        match document.kind {
            DocumentKind::Skill => Self { skills: next, ..self },
            DocumentKind::Note | DocumentKind::Transcript => Self {
                notes: next,
                note: id,
                within: id,
                sections: 0,
                claims: 0,
                seconds: 0,
                ..self
            },
            DocumentKind::Topic => Self { sections: next, within: id, ..self },
            DocumentKind::Rest => Self { within: document.parent, ..self },
            DocumentKind::Claim | DocumentKind::UnstampedClaim | DocumentKind::Line => {
                let is_timed = document.seconds != NO_SECOND;
                let seconds = if is_timed { document.seconds } else { self.seconds };
                Self { claims: next, within: document.parent, seconds, ..self }
            }
        }
    }
}

impl Document {
    pub(in crate::search) fn new(
        kind: DocumentKind,
        parent: Option<DocumentId>,
        number: usize,
    ) -> Self {
        let parent = parent.unwrap_or(NO_DOCUMENT);
        Self { kind, parent, number: to_u32(number), seconds: NO_SECOND, words: 0 }
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

    /// What of it does not follow from its text of `length` words and gaps, as steps from what was expected, which are
    /// small and mostly none.
    pub(in crate::search) fn pack(
        &self,
        expected: &ExpectedDocument,
        length: u32,
    ) -> PackedDocument {
        let step = |now: u32, then: u32| now.wrapping_sub(then).cast_signed();
        let kind = DocumentKind::ALL.iter().position(|kind| *kind == self.kind).unwrap_or_default();
        PackedDocument {
            kind: kind as u8,
            parent: step(self.parent, expected.parent(self.kind)),
            number: step(self.number, expected.number(self.kind)),
            seconds: step(self.seconds, expected.seconds(self.kind)),
            length,
        }
    }

    /// The same again, behind the same documents and in its own place. `None` where it is none.
    pub(in crate::search) fn unpack(
        packed: &PackedDocument,
        expected: &ExpectedDocument,
        id: DocumentId,
    ) -> Option<Self> {
        let stepped = |then: u32, step: i32| then.wrapping_add_signed(step);
        let kind = *DocumentKind::ALL.get(usize::from(packed.kind))?;
        let parent = stepped(expected.parent(kind), packed.parent);
        let number = stepped(expected.number(kind), packed.number);
        let seconds = stepped(expected.seconds(kind), packed.seconds);
        (parent == NO_DOCUMENT || parent < id).then_some(Self {
            kind,
            parent,
            number,
            seconds,
            words: 0,
        })
    }

    /// How much its words count.
    pub(in crate::search) fn weight(&self) -> f32 {
        score::weight(self.kind, usize::from(self.words))
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
