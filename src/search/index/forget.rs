//! What an index forgets: skills and notes that are there no more, and places of words that nobody needs for now.

use crate::note::NoteId;

use super::Index;
use super::documents::Documents;

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

impl Documents {
    /// Lets the places of words go that come in shards ([`Index::let_go`]).
    pub(in crate::search) fn let_go(&mut self, most_places: usize) {
        let Some(shards) = &mut self.shards else { return };
        for shard in shards.let_go(most_places) {
            for term in shards.terms(shard).into_iter().flatten() {
                let count = shards.count(term);
                let Some(places) = self.places.get_mut(term as usize) else { continue };
                // Those of what joined them later stand nowhere else.
                *places = places.split_off(count.min(places.len()));
            }
        }
    }
}
