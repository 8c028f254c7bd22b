//! What reads notes, which comes before the first screen is drawn, and what searches them, which comes right after.

use std::future::Future;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::BrowserError;
use crate::browser::files::notes_block::{self, NotesBlockError, PageNotes};
use crate::browser::storage::note_store::NoteStore;
use crate::export::page::beside::BesideTexts;
use crate::export::page::snapshot::IndexPlace;
use crate::note::{self, NoteId};
use crate::ui::widgets::late::in_chunk::{NotHere, Work, in_chunk};
use crate::ui::widgets::late::late_view::Arriving;
use crate::vault::{Collection, Layer};

use super::joined;
use super::library::{Library, Warning};
use super::loading::{self, LoadedNotes};
use super::search_index::SearchIndex;

/// What shows something of what stands in notes, which has to be read for it.
pub fn reading(work: impl Future<Output = Result<AnyView, NotHere>> + 'static) -> Arriving {
    fn once_read(work: Arriving) -> Arriving {
        Box::pin(async move {
            self::reading::reader().await?;
            work.await
        })
    }
    once_read(Box::pin(work))
}

in_chunk! {
    /// What reads notes.
    reading {
        /// The page's notes, where nothing was found out about them beforehand.
        fn page_notes() -> Work<Result<PageNotes, NotesBlockError>> {
            Box::pin(notes_block::read())
        }

        /// What the reader added in earlier visits.
        fn kept_layers(store: NoteStore) -> Work<Result<Vec<Layer>, BrowserError>> {
            Box::pin(async move { store.layers().await })
        }

        /// The library of notes that have to be read.
        fn library(collection: Collection, warnings: Vec<Warning>) -> Work<Option<LoadedNotes>> {
            Box::pin(async move { joined::library(&collection, warnings, &|_, _| true).await })
        }

        /// From now on what stands in a note is read when somebody asks for it.
        fn reader() -> () {
            note::have_reader();
        }

        /// Brings texts of notes that lie beside the page, and with this what reads them.
        fn bring_texts(texts: BesideTexts, packs: Vec<usize>) -> Work<Result<(), BrowserError>> {
            note::have_reader();
            Box::pin(async move { loading::bring_texts(&texts, &packs).await })
        }

        /// Reads notes that nobody has asked for yet.
        fn open(library: Arc<Library>, notes: Vec<NoteId>) -> Work<()> {
            note::have_reader();
            Box::pin(async move { loading::open(&library, notes.iter()).await })
        }
    }
}

in_chunk! {
    /// What searches them.
    search {
        /// Gathers the words of a library's notes.
        fn index(library: Arc<Library>, search: SearchIndex, is_current: Rc<dyn Fn() -> bool>) -> Work<()> {
            Box::pin(async move { loading::index(&library, &search, || is_current()).await })
        }

        /// Makes a library searchable by the index that was packed for it; whether that was possible.
        fn unpack_index(
            library: Arc<Library>,
            packed: Arc<IndexPlace>,
            search: SearchIndex,
            is_current: Rc<dyn Fn() -> bool>
        ) -> Work<Result<bool, NotHere>> {
            Box::pin(async move {
                loading::unpack_index(&library, &packed, &search, || is_current()).await
            })
        }
    }
}
