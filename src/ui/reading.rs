//! From note files to what the page shows and searches, in slices, so that the page stays alive
//! meanwhile.

use crate::browser::panic;
use crate::browser::turn::Slices;
use crate::library::entries;
use crate::matrix;
use crate::search::Index;
use crate::vault::{Collection, Vault};

use super::shelf::{Shelf, Trouble};

/// A part of the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The notes are read.
    Notes,
    /// The skills are gathered.
    Skills,
    /// The words are gathered.
    Words,
}

/// Told which part of the work is under way, and how many notes are done with it; answers whether
/// to go on.
pub(super) type Progress<'a> = &'a dyn Fn(Step, usize) -> bool;

/// Reads the notes. Those that stopped the program earlier in this tab are left out. `None` where
/// `progress` said no.
pub(super) async fn shelf(
    collection: &Collection,
    mut trouble: Vec<Trouble>,
    progress: Progress<'_>,
) -> Option<Shelf> {
    let skipped = panic::skipped();
    let mut slices = Slices::start();
    let mut vault = Vault::default();
    for (done, file) in collection.files().into_iter().enumerate() {
        if skipped.contains(&file.path) {
            trouble.push(Trouble::LeftOut(file.path.clone()));
            continue;
        }
        named(&file.path, || vault.push(file.read()));
        if slices.breathe().await && !progress(Step::Notes, done) {
            return None;
        }
    }
    let mut builder = matrix::Builder::new();
    for (done, note) in vault.notes().iter().enumerate() {
        named(&note.path, || builder.add(note));
        if slices.breathe().await && !progress(Step::Skills, done) {
            return None;
        }
    }
    let matrix = builder.finish();
    slices.breathe().await;
    Some(Shelf::of(vault, matrix, trouble))
}

/// Gathers the words by which the search finds what is on a shelf. `None` where `progress` said no.
pub(super) async fn index(shelf: &Shelf, progress: Progress<'_>) -> Option<Index> {
    let mut slices = Slices::start();
    let mut index = Index::default();
    index.add_skills(entries(&shelf.matrix));
    for (done, note) in shelf.vault.notes().iter().enumerate() {
        index.add_note(note);
        if slices.breathe().await && !progress(Step::Words, done) {
            return None;
        }
    }
    index.finish();
    Some(index)
}

/// Works on a note. Should that stop the program, the note is named and left out the next time.
fn named(path: &str, work: impl FnOnce()) {
    panic::reading(Some(path));
    work();
    panic::reading(None);
}
