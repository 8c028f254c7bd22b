//! Focus and scrolling.

use wasm_bindgen::JsCast;
use web_sys::{
    Element, EventTarget, FocusOptions, HtmlElement, MouseEvent, MouseEventInit, ScrollBehavior,
    ScrollIntoViewOptions, ScrollLogicalPosition, ScrollToOptions, SvgElement,
};

use crate::anchor::Anchor;
use crate::browser::error::{document, window};

/// What stays free above an element that is scrolled to the top, in pixels: room for the head of
/// a sheet, which stays in place.
const MARGIN_PX: f64 = 72.0;

/// What stays free below what sticks there, in pixels.
const SPARE_PX: f64 = 16.0;

/// How many screens are scrolled smoothly: of what passes by in more nobody sees anything, and WebKit stops halfway when
/// something is drawn meanwhile.
const MOST_SCREENS: f64 = 4.0;

/// The element that has the focus, if it is more than the page itself.
#[must_use]
pub fn current() -> Option<HtmlElement> {
    let element = document().ok()?.active_element()?.dyn_into::<HtmlElement>().ok()?;
    (element.tag_name() != "BODY").then_some(element)
}

/// Gives an element the focus. Where it cannot have it, nothing happens.
pub fn give(element: &HtmlElement) {
    if may_move() {
        let _ = element.focus();
    }
}

/// Gives an element the focus without scrolling to it.
pub fn give_in_place(element: &HtmlElement) {
    if may_move() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Whether the focus is this page's to move. In another page's frame it is while the reader is in
/// the frame: who types a comment beside it must not lose the field to a skill that opens.
fn may_move() -> bool {
    let in_frame = window().is_ok_and(|window| {
        let parent = window.parent().ok().flatten();
        parent.is_some_and(|parent| parent != window)
    });
    !in_frame || document().is_ok_and(|document| document.has_focus().unwrap_or(false))
}

/// Whether something in an element has the focus, or the element itself.
#[must_use]
pub fn is_in(element: &Element) -> bool {
    current().is_some_and(|current| element.contains(Some(&current)))
}

/// Gives the first element in another one that a selector fits the focus.
pub fn give_first(within: &Element, selector: &str) {
    let found = within.query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|found| found.dyn_into().ok()) {
        give(&element);
    }
}

/// Gives the focus to what is there, if what had it is not: to an open dialog's title, else to the
/// main part of the page, so that keys go on from there.
pub fn keep() {
    let is_seen = |element: &HtmlElement| {
        let rect = element.get_bounding_client_rect();
        rect.width() > 0.0 && rect.height() > 0.0
    };
    if !current().is_some_and(|element| is_seen(&element)) {
        let titles = all_that_fit("dialog[open] [tabindex='-1']");
        let place = titles.into_iter().next().or_else(|| all_that_fit("main").into_iter().next());
        if let Some(place) = place {
            give_in_place(&place);
        }
    }
}

/// The elements of the page with an anchor, in order.
#[must_use]
pub fn all(anchor: Anchor) -> Vec<HtmlElement> {
    all_that_fit(anchor.selector())
}

/// The first element of the page with an anchor.
#[must_use]
pub fn first(anchor: Anchor) -> Option<HtmlElement> {
    all(anchor).into_iter().next()
}

/// The first element with an anchor that says of itself that it is the current one.
#[must_use]
pub fn first_current(anchor: Anchor) -> Option<HtmlElement> {
    all(anchor).into_iter().find(|element| element.has_attribute("aria-current"))
}

/// The first element in another one that has an attribute of this value.
#[must_use]
pub fn with_attribute(within: &Element, name: &str, value: &str) -> Option<HtmlElement> {
    let found = within.query_selector_all(&["[", name, "]"].concat()).ok()?;
    (0..found.length())
        .filter_map(|index| found.get(index)?.dyn_into::<HtmlElement>().ok())
        .find(|element| element.get_attribute(name).as_deref() == Some(value))
}

/// Whether a dialog is open, which has the keys for itself.
#[must_use]
pub fn is_dialog_open() -> bool {
    !all_that_fit("dialog[open]").is_empty()
}

/// The elements of the page that a selector fits, in order. What has an anchor is found by that.
#[must_use]
pub fn all_that_fit(selector: &str) -> Vec<HtmlElement> {
    let found = document().ok().and_then(|document| document.query_selector_all(selector).ok());
    let Some(found) = found else { return Vec::new() };
    (0..found.length())
        .filter_map(|index| found.get(index))
        .filter_map(|node| node.dyn_into().ok())
        .collect()
}

/// The elements within another one that a selector fits, in order.
#[must_use]
pub fn within(root: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(found) = root.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

/// Opens what an element is folded away in.
pub fn unfold(element: &Element) {
    if let Ok(Some(fold)) = element.closest("details") {
        // What does not open can be opened by hand.
        let _ = fold.set_attribute("open", "");
    }
}

/// Gives an element the focus that has none by itself, such as a heading.
pub fn give_by_program(element: &HtmlElement) {
    if !element.has_attribute("tabindex") {
        // What cannot have it is left as it is.
        let _ = element.set_attribute("tabindex", "-1");
    }
    give(element);
}

/// The place of an event's target, or of what it stands in, among the elements with an anchor.
#[must_use]
pub fn index_of(anchor: Anchor, target: Option<EventTarget>) -> Option<usize> {
    let target = target?.dyn_into::<Element>().ok()?.closest(anchor.selector()).ok().flatten()?;
    (0..)
        .map_while(|index| Some((index, nth(anchor, index)?)))
        .find_map(|(index, element)| (element == target).then_some(index))
}

/// Gives one of the elements with an anchor the focus, also inside a drawing.
pub fn give_nth(anchor: Anchor, index: usize) {
    // Where it cannot have it, nothing happens.
    let element = nth(anchor, index).filter(|_| may_move());
    let _ = element.and_then(|element| element.dyn_into::<SvgElement>().ok()?.focus().ok());
}

/// Clicks one of the elements with an anchor, for a reader who clicked beside it.
pub fn click_nth(anchor: Anchor, index: usize) {
    let options = MouseEventInit::new();
    options.set_bubbles(true);
    options.set_cancelable(true);
    let click = MouseEvent::new_with_mouse_event_init_dict("click", &options);
    let _ = nth(anchor, index).and_then(|element| element.dispatch_event(&click.ok()?.into()).ok());
}

fn nth(anchor: Anchor, index: usize) -> Option<Element> {
    let found = document().ok()?.query_selector_all(anchor.selector()).ok()?;
    found.get(u32::try_from(index).ok()?)?.dyn_into().ok()
}

/// Where an element is to stand after scrolling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScrollTarget {
    /// At the top of what scrolls.
    Top,
    /// Where it is, if all of it is in sight; else in the middle.
    InSight,
}

/// Scrolls the page as little as it takes to bring an element into sight.
pub fn scroll_into_sight(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls a container, and nothing around it, so that an element in it stands at a place.
/// Smoothly, unless that is far or the reader prefers less motion.
pub fn scroll_within(container: &Element, element: &Element, place: ScrollTarget) {
    let (frame, target) =
        (container.get_bounding_client_rect(), element.get_bounding_client_rect());
    let covered = covered_px(container);
    let top = target.top() - frame.top() + f64::from(container.scroll_top()) - covered;
    let spare = (frame.height() - covered - target.height()).max(0.0);
    let in_sight = target.top() >= frame.top() + covered && target.bottom() <= frame.bottom();
    if place == ScrollTarget::InSight && in_sight {
        return;
    }
    let to = match place {
        ScrollTarget::Top => top - (MARGIN_PX - covered).max(SPARE_PX),
        ScrollTarget::InSight => top - spare / 2.0,
    };
    let is_near = (to - f64::from(container.scroll_top())).abs() < MOST_SCREENS * frame.height();
    let options = ScrollToOptions::new();
    options.set_behavior(match moves() && is_near {
        true => ScrollBehavior::Smooth,
        false => ScrollBehavior::Instant,
    });
    options.set_top(to);
    container.scroll_to_with_scroll_to_options(&options);
}

/// How much of a container's top is covered by what sticks there, in CSS pixels.
fn covered_px(container: &Element) -> f64 {
    let sticks = |child: &Element| {
        let style = window().ok()?.get_computed_style(child).ok()??;
        Some(style.get_property_value("position").ok()? == "sticky")
    };
    let first = container.first_element_child();
    let first = first.filter(|child| sticks(child) == Some(true));
    first.map_or(0.0, |child| child.get_bounding_client_rect().height())
}

/// Where an element is in the window, in CSS pixels, and how large that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// From the window's left to the element's.
    pub left_px: i32,
    /// From the window's top to the element's.
    pub top_px: i32,
    /// From the window's top to the element's bottom.
    pub bottom_px: i32,
    /// The window's width, without its scrollbar.
    pub window_width_px: i32,
    /// The window's height, without its scrollbar.
    pub window_height_px: i32,
}

/// Where an element is in the window.
#[must_use]
pub fn bounds(element: &Element) -> Bounds {
    let rect = element.get_bounding_client_rect();
    let root = document().ok().and_then(|document| document.document_element());
    let (width, height) = root.map_or((0, 0), |root| (root.client_width(), root.client_height()));
    #[expect(clippy::cast_possible_truncation, reason = "windows are smaller than that")]
    let (left, top, bottom) = (rect.left() as i32, rect.top() as i32, rect.bottom() as i32);
    Bounds {
        left_px: left,
        top_px: top,
        bottom_px: bottom,
        window_width_px: width,
        window_height_px: height,
    }
}

/// Whether the reader has nothing against motion.
fn moves() -> bool {
    let query = "(prefers-reduced-motion: reduce)";
    let media = window().ok().and_then(|window| window.match_media(query).ok().flatten());
    !media.is_some_and(|media| media.matches())
}
