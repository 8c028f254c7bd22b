//! What goes on paper is what is read, and not the page as it stands on the screen.
//!
//! It is drawn when the browser is about to print, and gone after that: on the screen nobody waits
//! for it. Without it, on a browser that does not tell, the page is printed as it stands.

use std::sync::{Arc, OnceLock};

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;

use crate::browser::page::{listen, surroundings};
use crate::ui::import::note_import::{NoteImport, note_import};
use crate::ui::rating::ratings::{Ratings, ratings};
use crate::ui::search::found::{Search, search};
use crate::ui::state::library::{Library, current_library};
use crate::ui::state::view::{View, view};

/// What of the page there is to print.
#[derive(Clone, Copy)]
pub struct OnPaper {
    pub note_import: NoteImport,
    pub current_library: RwSignal<Arc<Library>>,
    pub view: View,
    pub search: Search,
    pub ratings: Ratings,
}

/// Draws what goes on paper.
pub trait Printer: Sync {
    /// What goes on paper now.
    fn draw_on_paper(&self, page: OnPaper) -> AnyView;
}

/// It comes with a chunk of the program, and a browser that prints waits for nothing: so it is asked for when
/// there is nothing else to do.
static PRINTER: OnceLock<&'static dyn Printer> = OnceLock::new();

/// Says that there is something that draws what goes on paper.
pub fn have_printer(printer: &'static dyn Printer) {
    // It is always the same.
    let _ = PRINTER.set(printer);
}

type AnyViewState = <AnyView as Render>::State;

/// Draws what goes on paper whenever the browser prints, as long as the page is there.
pub fn print_on_demand() {
    let page = OnPaper {
        note_import: note_import(),
        current_library: current_library(),
        view: view(),
        search: search(),
        ratings: ratings(),
    };
    let drawn = StoredValue::new_local(None::<UnmountHandle<AnyViewState>>);
    // What is drawn finds the page's player and notes where the page's own parts find them. The page ends with its
    // owner, so what the page keeps must not keep the owner.
    let owner = Owner::current().map(|owner| owner.downgrade());
    let on_print = move |is_before: bool| {
        if !is_before {
            page.ratings.prints_list().set(false);
        }
        let printer = PRINTER.get().copied();
        let place = surroundings::body().filter(|_| is_before);
        let mounted = place.zip(owner.as_ref().and_then(WeakOwner::upgrade)).zip(printer).map(
            |((place, owner), printer)| {
                owner.with(|| untrack(|| mount_to(place, move || printer.draw_on_paper(page))))
            },
        );
        drawn.set_value(mounted);
    };
    // The listeners end with the page's owner, who drops the stored value.
    StoredValue::new_local(listen::on_print(on_print));
}
