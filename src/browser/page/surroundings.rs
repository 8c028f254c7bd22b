//! Where the page runs: in a file or on a host, online or not, and in which colours.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};

use crate::browser::BrowserError;
use crate::browser::error::{document, window};
use crate::view_state::{Accent, Ground, PlayerPlace, Theme};

use super::address;

/// The attribute of a place in which the page stands above what stood there before.
const UNDER: &str = "data-under";

/// Whether videos can play inside the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PlayerAvailability {
    /// They can.
    #[default]
    Inside,
    /// The page has no origin, as a file has none, and YouTube answers with error 153.
    FromFile,
    /// The page stands in a frame whose sandbox makes it a stranger to every host, YouTube's player
    /// in it too, which then does not start.
    Sandboxed,
    /// The browser says that there is no network.
    Offline,
    /// Whoever embedded the page wants no player in it.
    LeftOut,
}

/// The attribute of a place in which the page is being drawn unseen.
const COVERED: &str = "data-covered";

/// Whether videos can play inside the page now.
#[must_use]
pub fn player_availability() -> PlayerAvailability {
    if address::options().player == PlayerPlace::Elsewhere {
        return PlayerAvailability::LeftOut;
    }
    if address::origin().is_none() {
        return PlayerAvailability::FromFile;
    }
    if window().is_ok_and(|window| window.origin() == "null") {
        return PlayerAvailability::Sandboxed;
    }
    let online = window().map_or(true, |window| window.navigator().on_line());
    if online { PlayerAvailability::Inside } else { PlayerAvailability::Offline }
}

/// Tells the page that a part of the program did not arrive without which there is nothing to show
/// (`src/boot.js` says so).
pub fn tell_lost() {
    if let (Ok(window), Ok(event)) = (window(), web_sys::Event::new("skillreel:lost")) {
        // Nobody hears of it where the page has no window.
        let _ = window.dispatch_event(&event);
    }
}

/// Gives the page its colours.
///
/// # Errors
/// [`BrowserError`] where there is no document.
pub fn set_theme(theme: Theme) -> Result<(), BrowserError> {
    let root = document()?.document_element().ok_or(BrowserError::Missing("root element"))?;
    match theme {
        Theme::Auto => root.remove_attribute("data-theme")?,
        Theme::Light | Theme::Dark => root.set_attribute("data-theme", theme.as_str())?,
    }
    Ok(())
}

/// Tells the styles that the page stands in another page's frame, and on what.
///
/// # Errors
/// [`BrowserError`] where there is no document.
pub fn set_embedded(ground: Ground) -> Result<(), BrowserError> {
    let root = document()?.document_element().ok_or(BrowserError::Missing("root element"))?;
    if ground == Ground::Hosts {
        root.set_attribute("data-ground", "none")?;
    }
    Ok(root.set_attribute("data-embedded", "")?)
}

/// Gives the page its accent colour, of which style/tokens.css takes what is legible.
///
/// # Errors
/// [`BrowserError`] where there is no document.
pub fn set_accent(accent: Accent) -> Result<(), BrowserError> {
    let root = document()?.document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok());
    let root = root.ok_or(BrowserError::Missing("root element"))?;
    root.style().set_property("--own-accent", &accent.to_string())?;
    Ok(root.set_attribute("data-accent", "own")?)
}

/// Opens the browser's way to print the page, once what is closing has closed.
pub fn print() {
    Timeout::new(0, || {
        if let Ok(window) = window() {
            // A browser that cannot print has no other way to offer.
            let _ = window.print();
        }
    })
    .forget();
}

/// The body of the document, for what stands beside the page.
#[must_use]
pub fn body() -> Option<HtmlElement> {
    document().ok()?.body()
}

/// The element that the page is drawn in.
///
/// # Errors
/// [`BrowserError::Missing`] where the host's page has none.
pub fn app_element() -> Result<HtmlElement, BrowserError> {
    document()?
        .get_element_by_id("app")
        .and_then(|element| element.dyn_into().ok())
        .ok_or(BrowserError::Missing("element #app"))
}

/// What stands in a place and is seen instead of what is drawn into it, for as long as this lives
/// (style/static_page.css).
pub struct Cover {
    place: HtmlElement,
    nodes: Vec<Node>,
}

/// Has what will be drawn into a place stand above what stands there. A rule of the style sheet that finds out by itself
/// (`:has`) would lay out anew what stands there as soon as something is drawn beside it, seen or not.
pub fn leave_under(place: &HtmlElement) {
    // Where the attribute is refused, it stands below.
    let _ = place.set_attribute(UNDER, "");
}

/// Has what stands in a place be seen, and not what will be drawn into it.
#[must_use]
pub fn cover(place: &HtmlElement) -> Cover {
    let children = place.child_nodes();
    let nodes = (0..children.length()).filter_map(|index| children.get(index)).collect();
    // Where the attribute is refused, one sees the page while it is drawn.
    let _ = place.set_attribute(COVERED, "");
    Cover { place: place.clone(), nodes }
}

impl Drop for Cover {
    fn drop(&mut self) {
        for node in &self.nodes {
            // The one thing that can be wrong is that it is gone already.
            let _ = self.place.remove_child(node);
        }
        let _ = self.place.remove_attribute(COVERED);
    }
}
