//! The reader's own notes among those that lie beside the page: only what is new is read.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::browser::BrowserError;
use crate::browser::files::beside::Coming;
use crate::browser::page::panic;
use crate::browser::page::scheduler::Slices;
use crate::corpus::Joined;
use crate::note::{Note, NoteId};
use crate::vault::{Collection, DanglingLinks, Vault};

use super::library::{Library, Warning};
use super::loading::{LoadedNotes, LoadingProgress, LoadingStep, add_skills, all_read, read_file};
use super::prepared_page::PreparedPage;
use super::texts_beside;

/// The library of a page's notes and of those that its reader added: these join what is known of the others, else all are
/// read. `None` where `progress` said no.
pub async fn library(
    collection: &Collection,
    warnings: Vec<Warning>,
    progress: LoadingProgress<'_>,
) -> Option<LoadedNotes> {
    Some(match PreparedPage::current().filter(|_| collection.shows_page()) {
        Some(page) => {
            let library = beside(&page, collection, warnings, progress).await?;
            LoadedNotes { library, packed: page.index }
        }
        None => {
            let library = all_read(collection, warnings, progress).await?;
            LoadedNotes { library, packed: None }
        }
    })
}

/// The library of a page's notes with others among them. `None` where `progress` said no.
async fn beside(
    page: &PreparedPage,
    collection: &Collection,
    mut warnings: Vec<Warning>,
    progress: LoadingProgress<'_>,
) -> Option<Library> {
    let skipped = panic::skipped();
    if collection.layers().is_empty() && skipped.is_empty() {
        let (vault, matrix) = (Arc::clone(&page.vault), Arc::clone(&page.matrix));
        return Some(Library::of(vault, matrix, warnings));
    }
    let added = collection.layers().iter().flat_map(|layer| &layer.notes);
    let added: FxHashSet<&str> = added.map(|file| file.path.as_str()).collect();
    let known: FxHashMap<&str, &Note> =
        all_of(&page.vault).map(|note| (note.path.as_str(), note)).collect();
    let mut slices = Slices::start();
    let mut vault = Vault::default();
    for (done, file) in collection.files().into_iter().enumerate() {
        if skipped.contains(&file.path) {
            warnings.push(Warning::LeftOut(file.path.clone()));
            continue;
        }
        match known.get(file.path.as_str()) {
            Some(note) if !added.contains(file.path.as_str()) => vault.push((*note).clone()),
            _ => vault.push(read_file(file, &mut slices).await),
        }
        if slices.breathe().await && !progress(LoadingStep::Notes, done) {
            return None;
        }
    }
    vault.compare();
    let is_own = |note: &Note| added.contains(note.path.as_str());
    let dangling = dangling().await.unwrap_or_else(|why| {
        warnings.push(Warning::NotFetched(why.to_string()));
        DanglingLinks::default()
    });
    vault.join(&page.vault, &dangling, is_own);
    let own: FxHashSet<NoteId> =
        all_of(&vault).filter(|note| is_own(note)).map(|note| note.id.clone()).collect();
    let joined = Joined { before: (&page.vault, &page.matrix), vault: &vault, own: &own };
    let mut builder = joined.builder();
    for (done, note) in joined.to_be_read().enumerate() {
        // Its text may have to come.
        texts_beside::once_here(|| note.claims().len()).await;
        add_skills(note, &mut builder, &mut slices).await;
        if slices.breathe().await && !progress(LoadingStep::Skills, done) {
            return None;
        }
    }
    builder.sort_by_notes(&vault);
    let without_proofs = builder.without_proofs();
    slices.breathe().await;
    let matrix = match vault.notes().iter().any(|note| note.is_proof) {
        true => {
            let with_proofs = || {
                let mut matrix = without_proofs.clone();
                matrix.place_proofs(&vault);
                matrix
            };
            texts_beside::once_here(with_proofs).await
        }
        false => without_proofs,
    };
    slices.breathe().await;
    Some(Library::of(vault.into(), matrix.into(), warnings).with_own(own))
}

/// The links of the page's notes that lead to none of them.
async fn dangling() -> Result<DanglingLinks, BrowserError> {
    let Some(files) = texts_beside::files() else { return Ok(DanglingLinks::default()) };
    let bytes = Coming::of(files.links).bytes().await?;
    postcard::from_bytes(&bytes).map_err(|_| BrowserError::Missing("list of links"))
}

fn all_of(vault: &Vault) -> impl Iterator<Item = &Note> {
    vault.all()
}
