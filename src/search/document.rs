//! What can be found, and in which documents each word stands.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::note::{ClaimId, NoteId};

use super::document_kind::DocumentKind;
use super::score;
use super::target::{Candidate, Group, Target};
use super::terms::{TermId, Terms, to_u32};
use super::tokens::each_word;

/// A document's number, from 0, in the order of adding.
pub(super) type DocumentId = u32;

/// A word's place: the document in the upper bits, its position in the lower ones. So places in
/// order are documents in order, and the next word's place is one more.
pub(super) type Place = u32;

/// The bits of a place that hold the position.
const POSITION_BITS: u32 = 10;
/// The last position that is told from others: phrases further back in a text of a thousand words
/// are found by their words alone.
const LAST_POSITION: u32 = (1 << POSITION_BITS) - 1;
/// As many documents as the other bits can number: those of about 50,000 notes.
const MOST_DOCUMENTS: usize = 1 << (u32::BITS - POSITION_BITS);

/// Stands for a document that is not there.
const NOWHERE: DocumentId = DocumentId::MAX;
/// Stands for a second that is not known.
const NEVER: u32 = u32::MAX;

/// Something that can be found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Document {
    kind: DocumentKind,
    /// The topic or note it stands in.
    parent: DocumentId,
    /// Its number among the skills, the notes, or the sections or claims of its note.
    number: u32,
    seconds: u32,
    /// How much its words count.
    pub weight: f32,
}

/// What of a document does not follow from its text: its kind, and how far it is from the document before
/// it in all the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PackedDocument {
    pub kind: u8,
    pub parent: i32,
    pub number: i32,
    pub seconds: i32,
    /// How many words and gaps it has.
    pub length: u32,
}

/// All documents, with the words in them.
#[derive(Debug, Default)]
pub(super) struct Documents {
    pub terms: Terms,
    /// For each term, the places where it stands, in order.
    places: Vec<Vec<Place>>,
    documents: Vec<Document>,
    skills: Vec<Arc<str>>,
    notes: Vec<NoteId>,
}

impl Document {
    pub(super) fn new(kind: DocumentKind, parent: Option<DocumentId>, number: usize) -> Self {
        let parent = parent.unwrap_or(NOWHERE);
        Self { kind, parent, number: to_u32(number), seconds: NEVER, weight: 0.0 }
    }

    pub(super) fn line(parent: Option<DocumentId>, number: usize, seconds: Option<u32>) -> Self {
        Self { seconds: seconds.unwrap_or(NEVER), ..Self::new(DocumentKind::Line, parent, number) }
    }

    pub(super) fn claim(parent: Option<DocumentId>, number: usize, seconds: Option<u32>) -> Self {
        let kind =
            if seconds.is_some() { DocumentKind::Claim } else { DocumentKind::UnstampedClaim };
        Self { seconds: seconds.unwrap_or(NEVER), ..Self::new(kind, parent, number) }
    }

    /// What of it does not follow from its text of `length` words and gaps, as steps from the document
    /// before it, which are small.
    pub(super) fn pack(&self, before: &Self, length: u32) -> PackedDocument {
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
    pub(super) fn unpack(packed: &PackedDocument, before: &Self, id: DocumentId) -> Option<Self> {
        let stepped = |then: u32, step: i32| then.wrapping_add_signed(step);
        let kind = *DocumentKind::ALL.get(usize::from(packed.kind))?;
        let parent = stepped(before.parent, packed.parent);
        let number = stepped(before.number, packed.number);
        let seconds = stepped(before.seconds, packed.seconds);
        (parent == NOWHERE || parent < id).then_some(Self {
            kind,
            parent,
            number,
            seconds,
            weight: 0.0,
        })
    }

    /// What it stands in.
    pub(super) fn parent(&self) -> Option<DocumentId> {
        (self.parent != NOWHERE).then_some(self.parent)
    }

    /// Whether it only stands for what it stands in.
    pub(super) fn is_rest(&self) -> bool {
        self.kind == DocumentKind::Rest
    }
}

impl Documents {
    /// Those of skills and notes, before any text is added: with these words, and room for their places.
    pub(super) fn of(
        terms: Terms,
        places: Vec<Vec<Place>>,
        skills: Vec<Arc<str>>,
        notes: Vec<NoteId>,
    ) -> Self {
        Self { terms, places, documents: Vec::new(), skills, notes }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.documents.len()
    }

    pub(super) fn get(&self, id: DocumentId) -> Option<&Document> {
        self.documents.get(id as usize)
    }

    /// All of them, in the order of adding.
    pub(super) fn all(&self) -> &[Document] {
        &self.documents
    }

    /// The places of a term.
    pub(super) fn places(&self, term: TermId) -> &[Place] {
        self.places.get(term as usize).map_or(&[], Vec::as_slice)
    }

    /// Adds a skill.
    pub(super) fn add_skill<'a>(&mut self, id: &str, names: impl Iterator<Item = &'a str>) {
        let document = Document::new(DocumentKind::Skill, None, self.skills.len());
        self.skills.push(id.into());
        self.add(document, names);
    }

    /// Adds a note's title.
    pub(super) fn add_note(&mut self, id: &NoteId, title: &str) -> Option<DocumentId> {
        let document = Document::new(DocumentKind::Note, None, self.notes.len());
        self.notes.push(id.clone());
        self.add(document, [title])
    }

    /// Adds what the lines of a transcript stand in.
    pub(super) fn add_transcript(&mut self, id: &NoteId) -> Option<DocumentId> {
        let document = Document::new(DocumentKind::Transcript, None, self.notes.len());
        self.notes.push(id.clone());
        self.add(document, [])
    }

    /// Adds a document of several texts that no phrase goes across. `None` when it is one too many.
    pub(super) fn add<'a>(
        &mut self,
        mut document: Document,
        texts: impl IntoIterator<Item = &'a str>,
    ) -> Option<DocumentId> {
        if self.documents.len() >= MOST_DOCUMENTS {
            return None;
        }
        let id = to_u32(self.documents.len());
        let (terms, places) = (&mut self.terms, &mut self.places);
        let (mut position, mut words) = (0, 0);
        for text in texts {
            each_word(text, |_, word| {
                let term = terms.intern(word) as usize;
                if term >= places.len() {
                    places.push(Vec::new());
                }
                if let Some(places) = places.get_mut(term) {
                    places.push(id << POSITION_BITS | LAST_POSITION.min(position));
                }
                position += 1;
                words += 1;
            });
            // A gap, so that the last word of one text is not followed by the first of the next.
            position += 1;
        }
        document.weight = score::weight(document.kind, words);
        self.documents.push(document);
        Some(id)
    }

    /// Adds a document of known words, and of gaps between them. `None` where a word is none of ours,
    /// or the document stands in none.
    pub(super) fn push(
        &mut self,
        mut document: Document,
        words: impl Iterator<Item = Option<TermId>>,
    ) -> Option<()> {
        let id = to_u32(self.documents.len());
        let mut count = 0;
        for (word, position) in words.zip(0..) {
            let Some(term) = word else { continue };
            let places = self.places.get_mut(term as usize)?;
            places.push(id << POSITION_BITS | LAST_POSITION.min(position));
            count += 1;
        }
        let named = match document.kind {
            DocumentKind::Skill => self.skills.len(),
            DocumentKind::Note | DocumentKind::Transcript => self.notes.len(),
            _ => usize::MAX,
        };
        let is_known = self.documents.len() < MOST_DOCUMENTS && (document.number as usize) < named;
        document.weight = score::weight(document.kind, count);
        self.documents.push(document);
        is_known.then_some(())
    }

    /// What a document is, as the search's users know it.
    pub(super) fn candidate(&self, document: &Document) -> Option<Candidate<'_>> {
        let number = document.number as usize;
        match document.kind {
            DocumentKind::Skill => self.skills.get(number).map(|id| Candidate::Skill(id)),
            DocumentKind::Note | DocumentKind::Transcript => {
                self.notes.get(number).map(Candidate::Note)
            }
            DocumentKind::Line => {
                Some(Candidate::Line(self.note_of(document)?, ClaimId(document.number)))
            }
            DocumentKind::Topic => Some(Candidate::Topic(self.note_of(document)?, number)),
            DocumentKind::Claim | DocumentKind::UnstampedClaim => {
                Some(Candidate::Claim(self.note_of(document)?, ClaimId(document.number)))
            }
            DocumentKind::Rest => self.candidate(self.get(document.parent)?),
        }
    }

    /// What a document leads to.
    pub(super) fn target(&self, document: &Document) -> Option<Target> {
        if let (DocumentKind::Skill, Some(id)) =
            (document.kind, self.skills.get(document.number as usize))
        {
            return Some(Target::Skill(Arc::clone(id)));
        }
        Some(match self.candidate(document)? {
            Candidate::Skill(id) => Target::Skill(id.into()),
            Candidate::Claim(note, claim) => {
                let seconds = (document.seconds != NEVER).then_some(document.seconds);
                Target::Claim { note: note.clone(), claim, seconds }
            }
            Candidate::Line(note, claim) => {
                let seconds = (document.seconds != NEVER).then_some(document.seconds);
                Target::Line { note: note.clone(), claim, seconds }
            }
            Candidate::Topic(note, section) => Target::Topic { note: note.clone(), section },
            Candidate::Note(note) => Target::Note(note.clone()),
        })
    }

    /// The group of results that a document belongs to.
    pub(super) fn group(&self, document: &Document) -> Group {
        match document.kind {
            DocumentKind::Skill => Group::Skills,
            DocumentKind::Note => Group::Notes,
            DocumentKind::Transcript | DocumentKind::Line => Group::Lines,
            DocumentKind::Topic => Group::Topics,
            DocumentKind::Claim | DocumentKind::UnstampedClaim => Group::Moments,
            DocumentKind::Rest => {
                self.get(document.parent).map_or(Group::Topics, |of| self.group(of))
            }
        }
    }

    fn note_of(&self, document: &Document) -> Option<&NoteId> {
        let parent = self.get(document.parent)?;
        match parent.kind {
            DocumentKind::Note | DocumentKind::Transcript => self.notes.get(parent.number as usize),
            _ => self.note_of(parent),
        }
    }
}

/// The position of a place in its document.
pub(super) fn position(place: Place) -> u32 {
    place & LAST_POSITION
}

/// The document that a place is in.
pub(super) fn document_of(place: Place) -> DocumentId {
    place >> POSITION_BITS
}

/// The place some words before; `None` where the document starts later, or the position is not
/// known.
pub(super) fn before(place: Place, words: u32) -> Option<Place> {
    let position = place & LAST_POSITION;
    (position >= words && position < LAST_POSITION).then(|| place - words)
}
