//! When the program breaks: say so, name the note that did it, and leave it out the next time.

use std::cell::RefCell;
use std::collections::HashSet;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element};

use super::error::document;
use super::storage::{Lasting, Store};
use super::{BrowserError, address};

/// Where the paths of notes to leave out are kept, one a line, as long as the tab is open.
const SKIPPED: &str = "skillreel.skipped";

/// The bar's element, of which there is only ever one.
const BAR_ID: &str = "skillreel-stopped";

thread_local! {
    /// The path of the note that is being read.
    static READING: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Shows a bar that offers to reload, whenever the program panics.
pub fn set_hook() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        let path = READING.with(|reading| reading.try_borrow().ok().and_then(|path| path.clone()));
        if let Some(path) = &path {
            skip(path);
        }
        // A document that cannot take a bar leaves only the console to tell.
        let _ = show_bar(path.as_deref());
    }));
}

/// Remembers which note is being read; `None` when reading is over.
pub fn reading(path: Option<&str>) {
    READING.with(|reading| {
        if let Ok(mut reading) = reading.try_borrow_mut() {
            *reading = path.map(str::to_owned);
        }
    });
}

/// The paths of notes that stopped the program earlier in this tab.
#[must_use]
pub fn skipped() -> HashSet<String> {
    let paths = Store::open(Lasting::Tab).get(SKIPPED).unwrap_or_default();
    paths.lines().map(str::to_owned).collect()
}

/// Reads notes again that stopped the program earlier: they were given to the page anew, and may
/// have been mended.
pub fn give_another_chance(is_new: impl Fn(&str) -> bool) {
    let store = Store::open(Lasting::Tab);
    let Some(paths) = store.get(SKIPPED) else { return };
    let left: Vec<&str> = paths.lines().filter(|path| !is_new(path)).collect();
    // Without storage none of them was kept either.
    let _ = store.set(SKIPPED, &left.iter().map(|path| [path, "\n"].concat()).collect::<String>());
}

/// Leaves a note out from the next start on, as long as the tab is open.
pub fn skip(path: &str) {
    let store = Store::open(Lasting::Tab);
    let mut paths = store.get(SKIPPED).unwrap_or_default();
    paths.push_str(path);
    paths.push('\n');
    // Without storage the note is read again, and fails again: the bar stays right.
    let _ = store.set(SKIPPED, &paths);
}

/// Shows the bar. It is made by hand, because the program that draws the page has just stopped.
///
/// # Errors
/// [`BrowserError`] where the document does not take it.
pub fn show_bar(path: Option<&str>) -> Result<(), BrowserError> {
    let document = document()?;
    if document.get_element_by_id(BAR_ID).is_some() {
        return Ok(());
    }
    let bar = element(&document, "div", "stopped")?;
    bar.set_id(BAR_ID);
    bar.set_attribute("role", "alert")?;
    let text = element(&document, "p", "stopped-text")?;
    text.set_text_content(Some(&match path {
        Some(path) => format!(
            "The program stopped while reading {path}. Reload the page to see the other notes; \
             what you were looking at is kept in the address."
        ),
        None => "The program stopped. Reload the page to go on; what you were looking at is \
                 kept in the address."
            .to_owned(),
    }));
    let button = element(&document, "button", "button")?;
    button.set_attribute("type", "button")?;
    button.set_text_content(Some("Reload"));
    // The bar lasts until the page is gone, and so does its listener.
    EventListener::once(&button, "click", |_| address::reload()).forget();
    bar.append_child(&text)?;
    bar.append_child(button.unchecked_ref())?;
    let body = document.body().ok_or(BrowserError::Missing("body"))?;
    body.prepend_with_node_1(&bar)?;
    Ok(())
}

fn element(document: &Document, name: &str, class: &str) -> Result<Element, BrowserError> {
    let element = document.create_element(name)?;
    element.set_class_name(class);
    Ok(element)
}
