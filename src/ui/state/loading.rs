//! From note files to what the page shows and searches, in slices, so that the page stays alive
//! meanwhile.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;

use super::search_index::{Gathered, SearchIndex};
use super::searching::engine::ENGINE;
use crate::browser::BrowserError;
use crate::browser::files::beside::Coming;
use crate::browser::page::panic;
use crate::browser::page::scheduler::{self, Slices};
use crate::corpus::{Joined, entries};
use crate::export::page::beside::BesideTexts;
use crate::export::page::snapshot::{IndexPlace, PreparedIndex, UnpackedIndex};
use crate::matrix::MatrixBuilder;
use crate::note::{Note, NoteId};
use crate::search::Index;
use crate::ui::widgets::late::in_chunk::NotHere;
use crate::vault::{Collection, NoteFile, Vault};

use super::library::{Library, Warning};
use super::prepared_page::PreparedPage;
use super::texts_beside;

/// A library, and its index where that was packed beforehand.
pub struct LoadedNotes {
    /// The library.
    pub library: Library,
    /// The index of the notes that the page came with.
    pub packed: Option<Arc<IndexPlace>>,
}

/// How long the search and its progress stay as they are while words are gathered, in milliseconds.
const TELL_MS: f64 = 250.0;

/// A part of the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadingStep {
    /// The notes are read.
    Notes,
    /// The skills are gathered.
    Skills,
}

/// Told which part of the work is under way, and how many notes are done with it; answers whether
/// to go on.
pub type LoadingProgress<'a> = &'a dyn Fn(LoadingStep, usize) -> bool;

/// The library of the page's own notes, of which all was found out beforehand, and the index over it.
/// `None` where the reader sees other notes.
pub fn prepared(
    prepared: PreparedPage,
    collection: &Collection,
    warnings: &[Warning],
) -> Option<LoadedNotes> {
    // A note that stopped the program is left out by reading the others.
    if !collection.layers().is_empty() || !panic::skipped().is_empty() {
        return None;
    }
    let PreparedPage { vault, matrix, index } = prepared;
    Some(LoadedNotes { library: Library::of(vault, matrix, warnings.to_vec()), packed: index })
}

/// Makes a library searchable by the index that was packed for it, and says whether that was possible.
pub async fn unpack_index(
    library: &Library,
    packed: &IndexPlace,
    search: &SearchIndex,
    is_current: impl Fn() -> bool,
) -> Result<bool, NotHere> {
    let fetched;
    let packed = match packed {
        IndexPlace::Here(packed) => packed,
        IndexPlace::Beside(file) => {
            let bytes = Coming::of(*file).bytes().await.map_err(|_| NotHere)?;
            fetched = PreparedIndex::InShards(bytes);
            &fetched
        }
    };
    let mut slices = Slices::start();
    let pause = async || {
        slices.breathe().await;
    };
    let joined = library.own.as_deref().zip(PreparedPage::current());
    let (vault, matrix) = match &joined {
        Some((_, page)) => (&page.vault, &page.matrix),
        None => (&library.vault, &library.matrix),
    };
    let Some(UnpackedIndex { mut index, shards }) = packed.unpack(vault, matrix, pause).await
    else {
        return Ok(false);
    };
    if let Some((own, page)) = joined {
        let pause = async || {
            slices.breathe().await;
        };
        let before = (&*page.vault, &*page.matrix);
        let joined = Joined { before, vault: &library.vault, own };
        joined.join_in_pieces(&library.matrix, &mut index, pause).await;
    }
    // The reader may have added notes meanwhile: their library has an index of its own.
    if is_current() {
        let notes = library.vault.notes().len();
        search.gathered.set(Gathered {
            index,
            shards: shards.into(),
            notes,
            is_whole: true,
            finder: Some(&ENGINE),
            ..Gathered::default()
        });
    }
    Ok(true)
}

/// Brings texts of notes that lie beside the page, each pack once, however many wait for it. All are tried, whichever
/// fails.
///
/// # Errors
/// [`BrowserError`] when one did not come: which file, and what was wrong.
pub async fn bring_texts(texts: &BesideTexts, packs: &[usize]) -> Result<(), BrowserError> {
    let coming = |&pack: &usize| Some((pack, Coming::of(texts.files.texts.get(pack)?.file)));
    let asked: Vec<(usize, Coming)> = packs.iter().filter_map(coming).collect();
    // While they are on their way.
    warm_up().await;
    let mut all_came = Ok(());
    for (pack, coming) in asked {
        match coming.bytes().await {
            Ok(bytes) => texts.packs.put(pack, bytes.into()),
            Err(error) => all_came = Err(error),
        }
    }
    all_came
}

/// Reads something of each kind, the first time that this is asked for: browsers translate what runs for the first time, and
/// what is shown of texts that have come would wait for that, in one long task.
async fn warm_up() {
    static IS_WARM: AtomicBool = AtomicBool::new(false);
    if !IS_WARM.swap(true, Ordering::Relaxed) {
        scheduler::next_task().await;
        drop(Note::read("tea.md", SAMPLE));
        scheduler::next_task().await;
    }
}

const SAMPLE: &str = "---\ntitle: Tea\nvideoId: aaaaaaaaaaa\n---\n# Tea\n\nFrom: [[Kitchen]]\n\nWarm [[the pot | it]] \
                      *first* [0:10].\n\n## Key skills for senior cooks\n\n1. **Pour**: slowly, and \u{201c}once\u{201d} \
                      <a class=\"yt-timestamp\" data-t=\"00:00:20\">[00:00:20]</a>\n   * Wait [a while](https://example.org)\n";

/// Reads all notes. Those that stopped the program earlier in this tab are left out. `None` where
/// `progress` said no.
pub async fn all_read(
    collection: &Collection,
    mut warnings: Vec<Warning>,
    progress: LoadingProgress<'_>,
) -> Option<Library> {
    let skipped = panic::skipped();
    if collection.shows_page()
        && let Err(why) = texts_beside::all().await
    {
        warnings.push(Warning::NotFetched(why.to_string()));
    }
    let mut slices = Slices::start();
    let mut vault = Vault::default();
    // What did not come is told above, and is no empty note.
    let here = collection.files().into_iter().filter(|file| file.text.is_here());
    for (done, file) in here.enumerate() {
        if skipped.contains(&file.path) {
            warnings.push(Warning::LeftOut(file.path.clone()));
            continue;
        }
        vault.push(read_file(file, &mut slices).await);
        if slices.breathe().await && !progress(LoadingStep::Notes, done) {
            return None;
        }
    }
    vault.compare();
    let mut builder = MatrixBuilder::new();
    for (done, note) in vault.notes().iter().enumerate() {
        add_skills(note, &mut builder, &mut slices).await;
        if slices.breathe().await && !progress(LoadingStep::Skills, done) {
            return None;
        }
    }
    let matrix = builder.finish(&vault);
    slices.breathe().await;
    Some(Library::of(vault.into(), matrix.into(), warnings))
}

/// Reads a file.
pub(super) async fn read_file(file: &NoteFile, slices: &mut Slices) -> Note {
    panic::reading(Some(&file.path));
    let note = file.read_in_pieces(pause(&file.path, slices)).await;
    panic::reading(None);
    note
}

/// Adds the skills that a note names to a matrix in the making.
pub(super) async fn add_skills(note: &Note, builder: &mut MatrixBuilder, slices: &mut Slices) {
    panic::reading(Some(&note.path));
    builder.add_in_pieces(note, pause(&note.path, slices)).await;
    panic::reading(None);
}

/// Gathers the words by which the search finds what is in a library, and lets it answer from what is
/// there so far. Ends early once `is_current` says no.
pub async fn index(library: &Library, search: &SearchIndex, is_current: impl Fn() -> bool) {
    let signal = &search.gathered;
    let mut slices = Slices::start();
    let mut told_ms = scheduler::now_ms();
    signal.update_untracked(|gathered| {
        *gathered = Gathered { finder: Some(&ENGINE), ..Gathered::default() };
        gathered.index.add_skills(entries(&library.matrix));
    });
    let all = library.vault.all();
    for (done, note) in all.enumerate() {
        let adding = signal.try_update_untracked(|gathered| gathered.index.begin(note));
        let Some(mut adding) = adding else { return };
        loop {
            let is_last = signal.try_update_untracked(|gathered| {
                let is_last = gathered.index.add_part(&mut adding);
                gathered.notes = if is_last { done + 1 } else { done };
                is_last
            });
            if slices.breathe().await && !is_current() {
                return;
            }
            if is_last.unwrap_or(true) {
                break;
            }
        }
        if scheduler::now_ms() - told_ms > TELL_MS {
            told_ms = scheduler::now_ms();
            signal.notify();
        }
    }
    signal.update(|gathered| {
        gathered.index.finish();
        gathered.is_whole = true;
    });
}

/// An index of a library for oneself.
pub async fn whole_index(library: &Library) -> Index {
    let mut slices = Slices::start();
    let mut index = Index::new();
    index.add_skills(entries(&library.matrix));
    for note in library.vault.all() {
        let mut adding = index.begin(note);
        while !index.add_part(&mut adding) {
            slices.breathe().await;
        }
        slices.breathe().await;
    }
    index.finish();
    index
}

/// Reads notes of a library that nobody has asked for yet.
pub async fn open(library: &Library, notes: impl Iterator<Item = &NoteId>) {
    let mut slices = Slices::short();
    for note in notes.filter_map(|id| library.vault.note(id)).filter(|note| !note.is_read()) {
        panic::reading(Some(&note.path));
        note.open_in_pieces(pause(&note.path, &mut slices)).await;
        panic::reading(None);
        slices.breathe().await;
    }
}

/// The pause between the pieces of the work on a note. Should the note stop the program, it is named,
/// and left out the next time; what else the page does in a pause is not the note's fault.
fn pause(path: &str, slices: &mut Slices) -> impl AsyncFnMut() {
    async move || {
        panic::reading(None);
        slices.breathe().await;
        panic::reading(Some(path));
    }
}
