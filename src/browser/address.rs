//! The address of the page: its fragment, its query and its history.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;

use crate::view_state::{PageOptions, ViewState};

use super::BrowserError;
use super::error::window;

/// Whether a change of the view is a step that "back" undoes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A new entry of the history.
    New,
    /// The same entry, changed: the next letter of a search, say.
    Same,
}

/// The view that the address names.
#[must_use]
pub fn view() -> ViewState {
    let fragment = window().ok().and_then(|window| window.location().hash().ok());
    ViewState::from_fragment(&fragment.unwrap_or_default())
}

/// The options in the address.
#[must_use]
pub fn options() -> PageOptions {
    let query = window().ok().and_then(|window| window.location().search().ok());
    PageOptions::from_query(&query.unwrap_or_default())
}

/// Writes a view into the address.
///
/// # Errors
/// [`BrowserError::Refused`] where the browser limits how often a page may do so. The view on the
/// page is right nevertheless, and so is the address after the next change.
pub fn write(view: &ViewState, step: Step) -> Result<(), BrowserError> {
    let window = window()?;
    let fragment = view.to_fragment();
    let location = window.location();
    let url = if fragment.is_empty() {
        // An empty fragment would leave its `#` behind.
        [location.pathname()?, location.search()?].concat()
    } else {
        ["#", &fragment].concat()
    };
    let history = window.history()?;
    match step {
        Step::New => history.push_state_with_url(&JsValue::NULL, "", Some(&url))?,
        Step::Same => history.replace_state_with_url(&JsValue::NULL, "", Some(&url))?,
    }
    Ok(())
}

/// Calls back with the view whenever the address changes by itself: back, forward, or by hand.
/// It listens until it is dropped.
pub fn on_change(call: impl Fn(ViewState) + 'static) -> Option<EventListener> {
    // A fragment edited by hand raises popstate too, so one event is enough.
    window().ok().map(|window| EventListener::new(&window, "popstate", move |_| call(view())))
}

/// The origin of the page; `None` where it has none, as a file has.
#[must_use]
pub fn origin() -> Option<String> {
    let location = window().ok()?.location();
    let is_file = location.protocol().ok()? == "file:";
    location.origin().ok().filter(|origin| !is_file && origin != "null")
}

/// The whole address of the page as it is shown now.
#[must_use]
pub fn full() -> String {
    window().ok().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// The address of the page without its query and fragment.
#[must_use]
pub fn without_query() -> String {
    let full = full();
    full.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// Loads the page again.
pub fn reload() {
    if let Ok(window) = window() {
        // A browser that refuses to reload leaves the page as it is, which is all one can do.
        let _ = window.location().reload();
    }
}
