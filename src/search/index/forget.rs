//! Skills and notes that are there no more: others took their place.

use crate::note::NoteId;

use super::Index;

impl Index {
    /// Finds nothing any more of these skills and notes.
    pub fn forget(
        &mut self,
        is_gone_skill: impl Fn(&str) -> bool,
        is_gone_note: impl Fn(&NoteId) -> bool,
    ) {
        let documents = &mut self.documents;
        let skills = documents.skills.iter_mut();
        for skill in skills.filter(|id| id.as_deref().is_some_and(&is_gone_skill)) {
            *skill = None;
            documents.has_gone = true;
        }
        let notes = documents.notes.iter_mut();
        for note in notes.filter(|id| id.as_ref().is_some_and(&is_gone_note)) {
            *note = None;
            documents.has_gone = true;
        }
    }
}
