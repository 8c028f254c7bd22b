//! The page drawn in a place of a document: by `start` for good, by tests for as long as they look at it.

use std::sync::Arc;

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use wasm_bindgen::intern;
use web_sys::HtmlElement;

use crate::export::page::look::PageLook;
use crate::vault::{Collection, NoteFile};

use super::app::root::{App, AppProps};
use super::import::note_import::ImportState;
use super::print::print_on_demand::have_printer;
use super::print::printed::PAPER_PRINTER;
use super::state::library::Library;
use super::state::loading;
use super::state::search_index::SearchIndex;

/// The names of elements, and the names and values of attributes, that a row of the matrix or a result sets anew, dozens
/// of times in each draw.
const FREQUENT: &[&str] = &[
    "role",
    "row",
    "cell",
    "rowheader",
    "scope",
    "class",
    "skill",
    "skill-head",
    "skill-name",
    "rank",
    "cell-level",
    "placed",
    "placements",
    "evidence",
    "stamp",
    "icon-button add-to-list",
    "data-anchor",
    "data-skill",
    "data-level",
    "data-rank",
    "data-first",
    "data-chosen",
    "data-placed",
    "data-said",
    "data-blank",
    "data-seconds",
    "any",
    "true",
    "false",
    "no",
    "-1",
    "type",
    "button",
    "title",
    "Add to your list",
    "aria-label",
    "aria-pressed",
    "aria-hidden",
    "tabindex",
    "translate",
    "href",
    "target",
    "_blank",
    "rel",
    "noopener",
    "span",
    "div",
    "button",
    "mark",
    "click",
    "keydown",
    "result",
    "hit",
    "hit-text",
    "hit-context",
    "data-kind",
    "Skills",
    "Moments",
    "Topics",
    "Notes",
    "add-to-list",
];

/// Draws the page in a place, until the handle is dropped.
pub(super) fn draw(
    place: HtmlElement,
    current_library: ArcRwSignal<Arc<Library>>,
    index: SearchIndex,
    import_state: ImportState,
) -> UnmountHandle<impl Mountable + use<>> {
    // Before anything is drawn: later they are found, and not read from the program's memory and decoded again.
    FREQUENT.iter().for_each(|text| {
        intern(text);
    });
    let page = AppProps { current_library, index, import_state };
    mount_to(place, move || App(page))
}

/// Reads notes, draws the page with them, and gathers the words of its search. It follows the document's
/// address, keeps what the reader sets, and goes with the handle; notes that are added to it are not kept.
///
/// `None` only where reading was broken off, which nothing here asks for.
pub async fn mount(
    place: HtmlElement,
    files: Vec<NoteFile>,
) -> Option<UnmountHandle<impl Mountable + use<>>> {
    let collection = Collection::of(files, Vec::new());
    let library = Arc::new(loading::all_read(&collection, Vec::new(), &|_, _| true).await?);
    let index = SearchIndex::default();
    let import_state =
        ImportState::of(collection, None, Vec::new(), index.clone(), PageLook::default());
    let current_library = ArcRwSignal::new(Arc::clone(&library));
    have_printer(&PAPER_PRINTER);
    let page = draw(place, current_library, index.clone(), import_state);
    loading::index(&library, &index, || true).await;
    Some(page)
}
