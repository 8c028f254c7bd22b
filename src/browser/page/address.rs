//! The address of the page: its fragment, its query and its history.

use std::cell::RefCell;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;
use web_sys::Event;

use crate::browser::BrowserError;
use crate::browser::error::window;
use crate::vault::SharedVideo;
use crate::view_state::{PageOptions, ViewState};

/// Whether a change of the view is a step that "back" undoes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryStep {
    /// A new entry of the history.
    New,
    /// The same entry, changed.
    Same,
    /// The same entry, changed by what is still being typed: written once typing pauses. Browsers
    /// let a page write only so often, and each time takes Chromium some milliseconds of a key's
    /// time, because it lays the page out and draws the page's icon anew.
    Typed,
}

/// How long typing pauses until the address follows, in milliseconds.
const TYPED_MS: u32 = 200;

/// An address that is to be written.
struct PendingAddress {
    url: String,
    /// Ends when it is dropped.
    _timer: Timeout,
}

thread_local! {
    static PENDING_ADDRESS: RefCell<Option<PendingAddress>> = const { RefCell::new(None) };
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
pub fn write(view: &ViewState, step: HistoryStep) -> Result<(), BrowserError> {
    let fragment = view.to_fragment();
    let url = if fragment.is_empty() {
        // An empty fragment would leave its `#` behind.
        let location = window()?.location();
        [location.pathname()?, location.search()?].concat()
    } else {
        ["#", &fragment].concat()
    };
    match step {
        HistoryStep::New => {
            // "Back" is to lead to what was typed.
            settle()?;
            window()?.history()?.push_state_with_url(&JsValue::NULL, "", Some(&url))?;
            Ok(())
        }
        HistoryStep::Same => {
            PENDING_ADDRESS.take();
            replace(&url)
        }
        HistoryStep::Typed => {
            let timer = Timeout::new(TYPED_MS, || {
                // Where the browser refuses, the address follows with the next change.
                let _ = settle();
            });
            PENDING_ADDRESS.replace(Some(PendingAddress { url, _timer: timer }));
            Ok(())
        }
    }
}

/// Writes what waits to be written.
fn settle() -> Result<(), BrowserError> {
    PENDING_ADDRESS.take().map_or(Ok(()), |pending| replace(&pending.url))
}

fn replace(url: &str) -> Result<(), BrowserError> {
    Ok(window()?.history()?.replace_state_with_url(&JsValue::NULL, "", Some(url))?)
}

/// The query of the page's address where it tells of a video that was shared ([`SharedVideo::from_query`]). The address
/// forgets it: loaded again, the page is not to ask again.
#[must_use]
pub fn take_shared() -> Option<String> {
    let location = window().ok()?.location();
    let query = location.search().ok().filter(|query| SharedVideo::is_in(query))?;
    let address = [location.pathname().ok()?, location.hash().ok()?].concat();
    // Where the browser refuses, the page works all the same.
    let _ = replace(&address);
    Some(query)
}

/// Calls back with the view whenever the address changes by itself: back, forward, or by hand.
/// It listens until it is dropped.
pub fn on_change(call: impl Fn(ViewState) + 'static) -> Option<EventListener> {
    // A fragment edited by hand raises popstate too, so one event is enough.
    let on_step = move |_: &Event| {
        // It belongs to the entry that was left.
        PENDING_ADDRESS.take();
        call(view());
    };
    window().ok().map(|window| EventListener::new(&window, "popstate", on_step))
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
    let _ = settle();
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
