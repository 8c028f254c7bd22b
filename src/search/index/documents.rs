//! All that can be found, and in which documents each word stands.

use std::sync::Arc;

use crate::note::{ClaimId, NoteId};
use crate::search::index::document::{
    Document, DocumentId, LAST_POSITION, MOST_DOCUMENTS, NO_SECOND, POSITION_BITS, WordPlace,
};
use crate::search::index::document_kind::DocumentKind;
use crate::search::index::shards::Shards;
use crate::search::index::term_dictionary::{TermDictionary, TermId, to_u32};
use crate::search::index::tokens::each_word;
use crate::search::target::{Candidate, Group, Target};

/// For how many documents that join those of a page there is room beside them.
const JOINING_DOCUMENTS: usize = 8 * 1024;

/// All documents, with the words in them.
#[derive(Debug, Default)]
pub(in crate::search) struct Documents {
    pub terms: TermDictionary,
    /// For each term, the places where it stands, in order.
    pub(super) places: Vec<Vec<WordPlace>>,
    /// Which of them are here, where they come in shards.
    pub(super) shards: Option<Shards>,
    documents: Vec<Document>,
    /// How many were one too many.
    left_out: usize,
    /// Those that are there no more are blank.
    pub(super) skills: Vec<Option<Arc<str>>>,
    pub(super) notes: Vec<Option<NoteId>>,
    /// Whether some are there no more.
    pub(super) has_gone: bool,
}

impl Documents {
    /// Those of skills and notes, before any text is added: with these words, and room for their places.
    pub(in crate::search) fn of(
        terms: TermDictionary,
        places: Vec<Vec<WordPlace>>,
        skills: Vec<Arc<str>>,
        notes: Vec<NoteId>,
    ) -> Self {
        let skills = skills.into_iter().map(Some).collect();
        let notes = notes.into_iter().map(Some).collect();
        Self { terms, places, skills, notes, ..Self::default() }
    }

    /// Those of skills and notes, before any of `count` texts is added, with these words, whose places come later.
    pub(in crate::search) fn in_shards(
        terms: TermDictionary,
        shards: Shards,
        skills: Vec<Arc<str>>,
        notes: Vec<NoteId>,
        count: usize,
    ) -> Self {
        let places = vec![Vec::new(); terms.len()];
        // A reader's own notes join them: to make room for these later would take that of all once more.
        let documents = Vec::with_capacity(count.min(MOST_DOCUMENTS) + JOINING_DOCUMENTS);
        Self { shards: Some(shards), documents, ..Self::of(terms, places, skills, notes) }
    }

    /// How many there are.
    pub(in crate::search) fn len(&self) -> usize {
        self.documents.len()
    }

    pub(in crate::search) fn get(&self, id: DocumentId) -> Option<&Document> {
        self.documents.get(id as usize)
    }

    /// All of them, in the order of adding.
    pub(in crate::search) fn all(&self) -> &[Document] {
        &self.documents
    }

    /// How many were one too many.
    pub(in crate::search) fn left_out(&self) -> usize {
        self.left_out
    }

    /// In how many places a term stands.
    pub(in crate::search) fn count(&self, term: TermId) -> usize {
        let here = self.places.get(term as usize).map_or(0, Vec::len);
        match &self.shards {
            // What joined them later stands nowhere in them.
            Some(shards) if !shards.is_here(term) => shards.count(term) + here,
            _ => here,
        }
    }

    /// What of the places is here, where they come in shards.
    pub(in crate::search) fn shards(&self) -> Option<&Shards> {
        self.shards.as_ref()
    }

    /// A shard has come. `None` where it is none of ours.
    pub(in crate::search) fn put_shard(&mut self, shard: usize, bytes: &[u8]) -> Option<()> {
        for (term, mut places) in self.shards.as_mut()?.read(shard, bytes, self.documents.len())? {
            let here = self.places.get_mut(term as usize)?;
            // Those of what joined them later come after theirs.
            places.append(here);
            *here = places;
        }
        Some(())
    }

    /// The places of a term. None where they come in shards and are not here, which is noted down.
    pub(in crate::search) fn places(&self, term: TermId) -> &[WordPlace] {
        if let Some(shards) = &self.shards {
            shards.want(term);
        }
        self.places.get(term as usize).map_or(&[], Vec::as_slice)
    }

    /// Adds a row of the matrix with its name and other spellings.
    pub(in crate::search) fn add_skill<'a>(
        &mut self,
        id: &str,
        names: impl Iterator<Item = &'a str>,
    ) {
        let document = Document::new(DocumentKind::Skill, None, self.skills.len());
        self.skills.push(Some(id.into()));
        self.add(document, names);
    }

    /// Adds a note's title.
    pub(in crate::search) fn add_note(&mut self, id: &NoteId, title: &str) -> Option<DocumentId> {
        let document = Document::new(DocumentKind::Note, None, self.notes.len());
        self.notes.push(Some(id.clone()));
        self.add(document, [title])
    }

    /// Adds what the lines of a transcript stand in.
    pub(in crate::search) fn add_transcript(&mut self, id: &NoteId) -> Option<DocumentId> {
        let document = Document::new(DocumentKind::Transcript, None, self.notes.len());
        self.notes.push(Some(id.clone()));
        self.add(document, [])
    }

    /// Adds a document of several texts that no phrase goes across. `None` when it is one too many.
    pub(in crate::search) fn add<'a>(
        &mut self,
        mut document: Document,
        texts: impl IntoIterator<Item = &'a str>,
    ) -> Option<DocumentId> {
        if self.documents.len() >= MOST_DOCUMENTS {
            self.left_out += 1;
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
        document.words = u8::try_from(words).unwrap_or(u8::MAX);
        self.documents.push(document);
        Some(id)
    }

    /// Adds a document of known words, and of gaps between them. `None` where a word is none of ours,
    /// or the document stands in none.
    pub(in crate::search) fn push(
        &mut self,
        document: Document,
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
        self.push_counted(document, count)
    }

    /// Adds a document of so many words, whose places come later. `None` where the document stands in none.
    pub(in crate::search) fn push_counted(
        &mut self,
        mut document: Document,
        words: usize,
    ) -> Option<()> {
        let named = match document.kind {
            DocumentKind::Skill => self.skills.len(),
            DocumentKind::Note | DocumentKind::Transcript => self.notes.len(),
            _ => usize::MAX,
        };
        let is_known = self.documents.len() < MOST_DOCUMENTS && (document.number as usize) < named;
        document.words = u8::try_from(words).unwrap_or(u8::MAX);
        self.documents.push(document);
        is_known.then_some(())
    }

    /// Whether what a document is of is still there.
    pub(in crate::search) fn is_there(&self, document: &Document) -> bool {
        !self.has_gone || self.candidate(document).is_some()
    }

    /// What a document is, as the search's users know it.
    pub(in crate::search) fn candidate(&self, document: &Document) -> Option<Candidate<'_>> {
        let number = document.number as usize;
        match document.kind {
            DocumentKind::Skill => Some(Candidate::Skill(self.skills.get(number)?.as_ref()?)),
            DocumentKind::Note | DocumentKind::Transcript => {
                Some(Candidate::Note(self.notes.get(number)?.as_ref()?))
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
    pub(in crate::search) fn target(&self, document: &Document) -> Option<Target> {
        if let (DocumentKind::Skill, Some(Some(id))) =
            (document.kind, self.skills.get(document.number as usize))
        {
            return Some(Target::Skill(Arc::clone(id)));
        }
        Some(match self.candidate(document)? {
            Candidate::Skill(id) => Target::Skill(id.into()),
            Candidate::Claim(note, claim) => {
                let seconds = (document.seconds != NO_SECOND).then_some(document.seconds);
                Target::Claim { note: note.clone(), claim, seconds }
            }
            Candidate::Line(note, claim) => {
                let seconds = (document.seconds != NO_SECOND).then_some(document.seconds);
                Target::Line { note: note.clone(), claim, seconds }
            }
            Candidate::Topic(note, section) => Target::Topic { note: note.clone(), section },
            Candidate::Note(note) => Target::Note(note.clone()),
        })
    }

    /// The group of results that a document belongs to.
    pub(in crate::search) fn group(&self, document: &Document) -> Group {
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
            DocumentKind::Note | DocumentKind::Transcript => {
                self.notes.get(parent.number as usize)?.as_ref()
            }
            _ => self.note_of(parent),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_one_too_many_is_counted() {
        let mut documents = Documents::default();
        for _ in 0..MOST_DOCUMENTS + 3 {
            documents.add(Document::new(DocumentKind::Rest, None, 0), [""; 0]);
        }
        assert_eq!((documents.len(), documents.left_out()), (MOST_DOCUMENTS, 3));
    }
}
