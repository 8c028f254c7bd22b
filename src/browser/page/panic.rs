//! When the program breaks: src/boot.js says so, names the note that did it, and leaves it out the
//! next time. Here it is told what it has to know.

use rustc_hash::FxHashSet;
use web_sys::Event;

use crate::browser::BrowserError;
use crate::browser::error::{document, window};
use crate::browser::storage::store::{StorageScope, Store};

/// Where the paths of notes to leave out are kept, one a line, as long as the tab is open. What
/// writes them is src/boot.js.
const SKIPPED_NOTES_KEY: &str = "skillreel.skipped";

/// The attribute of the page that says which note is being read.
const READING_ATTRIBUTE: &str = "data-reading";

/// The event by which the page is told that the program has stopped.
const STOPPED_EVENT: &str = "skillreel:stopped";

/// Has the page say that the program has stopped, and offer to reload, whenever it panics.
pub fn set_hook() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        // A document that takes no event leaves only the console to tell.
        let _ = tell();
    }));
}

/// Says which note is being read; `None` when reading is over. It stands in the page, because a
/// program that runs out of memory or stack tells nothing any more.
pub fn reading(path: Option<&str>) {
    let Some(page) = document().ok().and_then(|document| document.document_element()) else {
        return;
    };
    // A page that does not take it names no note when the program stops.
    let _ = match path {
        Some(path) => page.set_attribute(READING_ATTRIBUTE, path),
        None => page.remove_attribute(READING_ATTRIBUTE),
    };
}

/// The paths of notes that stopped the program earlier in this tab.
#[must_use]
pub fn skipped() -> FxHashSet<String> {
    let paths = Store::open(StorageScope::Tab).get(SKIPPED_NOTES_KEY).unwrap_or_default();
    paths.lines().map(str::to_owned).collect()
}

/// Reads notes again that stopped the program earlier: they were given to the page anew, and may
/// have been mended.
pub fn give_another_chance(is_new: impl Fn(&str) -> bool) {
    let store = Store::open(StorageScope::Tab);
    let Some(paths) = store.get(SKIPPED_NOTES_KEY) else { return };
    let left: Vec<&str> = paths.lines().filter(|path| !is_new(path)).collect();
    // Without storage none of them was kept either.
    let _ = store
        .set(SKIPPED_NOTES_KEY, &left.iter().map(|path| [path, "\n"].concat()).collect::<String>());
}

fn tell() -> Result<(), BrowserError> {
    window()?.dispatch_event(&Event::new(STOPPED_EVENT)?)?;
    Ok(())
}
