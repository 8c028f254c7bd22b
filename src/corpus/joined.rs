//! Notes of which all is known without reading them, and others that join them: what has to be read for that, and what is
//! known of all of them then.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::matrix::{Matrix, MatrixBuilder, Skill};
use crate::note::{Note, NoteId};
use crate::search::Index;
use crate::vault::Vault;
use crate::yielding;

use super::entry;

/// A vault in which notes joined those that were known before.
#[derive(Clone, Copy, Debug)]
pub struct Joined<'a> {
    /// The notes that were known, and their matrix.
    pub before: (&'a Vault, &'a Matrix),
    /// Those and the others.
    pub vault: &'a Vault,
    /// The others; some may have taken the place of known ones.
    pub own: &'a FxHashSet<NoteId>,
}

impl Joined<'_> {
    /// Whether all that a note places is as it was before. Others of its video may say what its times mean.
    #[must_use]
    pub fn is_as_before(&self, id: &NoteId) -> bool {
        let (now, before) = (self.vault.note(id), self.before.0.note(id));
        !self.own.contains(id) && now.zip(before).is_some_and(|(now, before)| now.means_as(before))
    }

    /// A matrix in the making: with what is as it was before, and without what is to be read
    /// ([`Joined::to_be_read`]).
    #[must_use]
    pub fn builder(&self) -> MatrixBuilder {
        MatrixBuilder::from_matrix(self.before.1, |id| self.is_as_before(id))
    }

    /// The notes that are to be added to it, in order.
    pub fn to_be_read(&self) -> impl Iterator<Item = &Note> {
        self.vault.notes().iter().filter(|note| !self.is_as_before(&note.id))
    }

    /// Makes an index of the notes that were known one of all, whose matrix this is.
    pub fn join(&self, matrix: &Matrix, index: &mut Index) {
        yielding::at_once(self.join_in_pieces(matrix, index, async || ()));
    }

    /// As [`Joined::join`], with pauses.
    pub async fn join_in_pieces(
        &self,
        matrix: &Matrix,
        index: &mut Index,
        mut pause: impl AsyncFnMut(),
    ) {
        let before: FxHashMap<&str, &Skill> =
            self.before.1.skills.iter().map(|skill| (&*skill.id.0, skill)).collect();
        let is_same = |skill: &&Skill| {
            before.get(&*skill.id.0).is_some_and(|before| entry(before) == entry(skill))
        };
        let (same, new): (Vec<&Skill>, Vec<&Skill>) = matrix.skills.iter().partition(is_same);
        pause().await;
        let same: FxHashSet<&str> = same.iter().map(|skill| &*skill.id.0).collect();
        let is_gone = |note: &NoteId| self.own.contains(note) || self.vault.note(note).is_none();
        index.forget(|skill| !same.contains(skill), is_gone);
        index.add_skills(new.into_iter().map(entry));
        let all = self.vault.all();
        for note in all.filter(|note| self.own.contains(&note.id)) {
            let mut adding = index.begin(note);
            while !index.add_part(&mut adding) {
                pause().await;
            }
            pause().await;
        }
        index.finish();
    }
}
