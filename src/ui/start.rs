//! From the page's notes to the page: read, draw the matrix, then make it searchable.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::BrowserError;
use crate::browser::files::notes_block::{self, NotesBlockError, PageNotes};
use crate::browser::page::timing::{self, Mark};
use crate::browser::page::{address, listen, panic, scheduler, surroundings};
use crate::browser::storage::note_store::{self, NoteStore};
use crate::export::page::look::PageLook;
use crate::note::Note;
use crate::vault::{Collection, Layer};
use crate::view_state::{Form, ViewState};
use crate::yielding::both;

use super::app::fetching::{fetch_for, fetch_next, fetch_soon};
use super::import::note_import::ImportState;
use super::mount::draw;
use super::print::print_chunk;
use super::print::print_on_demand::have_printer;
use super::state::library::Warning;
use super::state::loading::{self, LoadedNotes};
use super::state::prepared_page::PreparedPage;
use super::state::reading_chunks;
use super::state::search_index::SearchIndex;
use super::state::searchable::Searchable;
use super::state::texts_beside;
use super::widgets::late::at_rest;
use super::widgets::late::in_chunk::{NotHere, Work};
use super::widgets::late::in_turn;

/// Reads the notes in the page, and those that its reader added, and draws it.
pub fn start() {
    panic::set_hook();
    spawn_local(async {
        if let Err(NotHere) = run().await {
            surroundings::tell_lost();
        }
    });
}

async fn run() -> Result<(), NotHere> {
    let mut warnings = Vec::new();
    // Another page's frame shows what that page is about, and nothing of the reader's own.
    let opening = (address::options().form == Form::Full).then(note_store::open);
    if notes_block::is_large() {
        // It is needed soon, and comes while the notes are unpacked.
        spawn_local(async {
            // What does not come now is asked for again below.
            let _ = reading_chunks::reading::fetch().await;
        });
    }
    let PageNotes { notes, look, prepared, beside } = page_notes().await?.unwrap_or_else(|error| {
        warnings.push(Warning::Unreadable(error.to_string()));
        PageNotes::default()
    });
    if let Some(texts) = beside {
        texts_beside::watch(texts, |texts, packs| {
            Box::pin(reading_chunks::reading::bring_texts(texts, packs)) as Work<_>
        });
    }
    take_on(&look);
    let opened = match opening {
        Some(opening) => Some(opening.await),
        None => None,
    };
    let (note_store, layers) = added(opened, &mut warnings).await?;
    let collection = Collection::of(notes, layers);
    let index = SearchIndex::default();
    let prepared = prepared.map(PreparedPage::of);
    if texts_beside::are_beside() {
        prepared.clone().into_iter().for_each(PreparedPage::stay);
    }
    let prepared =
        prepared.and_then(|prepared| loading::prepared(prepared, &collection, &warnings));
    let LoadedNotes { library, packed } = match prepared {
        Some(loaded) => {
            timing::set(Mark::Prepared);
            loaded
        }
        None => match reading_chunks::reading::library(collection.clone(), warnings.clone())
            .await?
            .await
        {
            Some(loaded) => loaded,
            None => return Ok(()),
        },
    };
    let library = Arc::new(library);
    // What is drawn first shows something of what stands in notes: what would be heard, when what is said.
    if !texts_beside::are_beside() && !library.vault.notes().iter().all(Note::is_known) {
        reading_chunks::reading::reader().await?;
    }
    fetch_for(&address::view(), address::options().form).await;
    // Drawing is a task of its own: what came before it has taken its time already.
    scheduler::next_task().await;
    let Ok(place) = surroundings::app_element() else {
        // Without a place to draw in, the static page stays as it is.
        return Ok(());
    };
    let is_unreadable = warnings.iter().any(|warning| matches!(warning, Warning::Unreadable(_)));
    let keeps_static = is_unreadable && library.vault.notes().is_empty();
    let import_state = ImportState::of(collection, note_store, warnings, index.clone(), look);
    let current_library = ArcRwSignal::new(Arc::clone(&library));
    // The reader may have added notes meanwhile: their library has an index of its own.
    let is_current: Rc<dyn Fn() -> bool> = {
        let (current, library) = (current_library.clone(), Arc::clone(&library));
        Rc::new(move || current.read_untracked().has_notes_of(&library))
    };
    let of = Arc::clone(&library);
    let searchable = Searchable { library: of, packed, index: index.clone(), is_current };
    // Until all of it is drawn one sees what stood there before. A frame is told the height of what is drawn at once.
    let cover = (!keeps_static).then(|| surroundings::cover(&place));
    if keeps_static {
        surroundings::leave_under(&place);
    }
    if address::options().form == Form::Full {
        in_turn::begin();
    }
    at_rest::begin_to_work();
    draw(place, current_library, index.clone(), import_state).forget();
    let drawing = async {
        in_turn::draw_waiting().await;
        drop(cover);
        scheduler::painted().await;
        timing::set(Mark::Matrix);
    };
    if address::view().query.is_empty() {
        drawing.await;
        searchable.make_in_time().await;
    } else {
        // What was searched for is what one came for.
        both(drawing, searchable.make_in_time()).await;
    }
    // The results are painted first, and the rows of the matrix that they leave a frame later.
    scheduler::painted().await;
    scheduler::painted().await;
    timing::set(Mark::Ready);
    fetch_soon().await;
    if texts_beside::are_beside() {
        // A page of many notes is whole without what nobody has asked for; what is likely next comes for those who stay.
        timing::set(Mark::Whole);
        listen::first_sign().await;
    } else {
        // What is shown next is then there at once; and browsers translate what runs for the first time.
        let _ = untrack(|| index.find(&library, "a"));
        scheduler::next_task().await;
        let all = library.vault.notes().iter().map(|note| note.id.clone()).collect();
        // What does not come now is asked for again where it is wanted.
        if let Ok(opening) = reading_chunks::reading::open(library, all).await {
            opening.await;
        }
    }
    fetch_next().await;
    // Without it the page is printed as it stands.
    if let Ok(printer) = print_chunk::print::printer().await {
        have_printer(printer);
    }
    if !texts_beside::are_beside() {
        timing::set(Mark::Whole);
    }
    Ok(())
}

/// The page's notes, as they were prepared, else as they are read.
async fn page_notes() -> Result<Result<PageNotes, NotesBlockError>, NotHere> {
    match notes_block::prepared().await {
        Some(prepared) => Ok(Ok(prepared)),
        None if notes_block::is_empty() => Ok(Ok(PageNotes::default())),
        None => Ok(reading_chunks::reading::page_notes().await?.await),
    }
}

/// Gives the page the colour and the first view that its maker chose. An address that names others
/// counts more.
fn take_on(look: &PageLook) {
    if let Some(accent) = address::options().accent.or(look.accent) {
        // A document that takes no attribute keeps the program's own colour.
        let _ = surroundings::set_accent(accent);
    }
    if !look.view.is_empty() && address::view() == ViewState::default() {
        // Where the browser refuses, the page opens with all of it.
        let _ = address::write(&ViewState::from_fragment(&look.view), address::HistoryStep::Same);
    }
}

/// What the reader added in an earlier visit, and the place where such notes are kept.
async fn added(
    opened: Option<Result<NoteStore, BrowserError>>,
    warnings: &mut Vec<Warning>,
) -> Result<(Option<NoteStore>, Vec<Layer>), NotHere> {
    // Where nothing can be kept, nothing was. The page says so once there is something to keep.
    let Some(Ok(note_store)) = opened else { return Ok((None, Vec::new())) };
    let layers = match note_store.holds_layers().await {
        Ok(false) => Ok(Vec::new()),
        Ok(true) => reading_chunks::reading::kept_layers(note_store.clone()).await?.await,
        Err(error) => Err(error),
    };
    let layers = layers.unwrap_or_else(|error| {
        warnings.push(Warning::NotKept(error.to_string()));
        Vec::new()
    });
    Ok((Some(note_store), layers))
}
