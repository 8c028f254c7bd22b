//! Events of the whole page. Every listener lasts until it is dropped.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AddEventListenerOptions, Element, Event, HtmlElement, KeyboardEvent, MouseEvent};

use crate::anchor::Anchor;
use crate::browser::error::{document, window};
use crate::browser::promise;

/// Calls back for every key pressed anywhere on the page.
pub fn on_key(call: impl Fn(&KeyboardEvent) + 'static) -> Option<EventListener> {
    let document = document().ok()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&document, "keydown", options, move |event| {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
            call(key);
        }
    }))
}

/// Calls back with whether a media query fits, now and whenever that changes.
pub fn on_media(query: &str, call: impl Fn(bool) + 'static) -> Option<EventListener> {
    let media = window().ok()?.match_media(query).ok()??;
    call(media.matches());
    let watched = media.clone();
    Some(EventListener::new(&watched, "change", move |_| call(media.matches())))
}

/// Calls back whenever the browser says that it went offline or came back.
pub fn on_network(call: impl Fn() + Clone + 'static) -> Vec<EventListener> {
    let Ok(window) = window() else { return Vec::new() };
    let listen = |name| {
        let call = call.clone();
        EventListener::new(&window, name, move |_| call())
    };
    vec![listen("online"), listen("offline")]
}

/// Waits until somebody is there: moves a pointer, touches the page, turns a wheel or presses a key.
pub async fn first_sign() {
    const SIGNS: [&str; 5] = ["pointermove", "pointerdown", "touchstart", "wheel", "keydown"];
    let Ok(window) = window() else { return };
    let options = AddEventListenerOptions::new();
    options.set_capture(true);
    options.set_passive(true);
    options.set_once(true);
    let seen = promise::of(|resolve, _| {
        for sign in SIGNS {
            // A promise takes any number of answers, and a sign that is not listened to leaves others.
            let _ = window.add_event_listener_with_callback_and_add_event_listener_options(
                sign, &resolve, &options,
            );
        }
    });
    // It is only ever resolved.
    let _ = JsFuture::from(seen).await;
}

/// Calls back whenever the page gets hidden or is left.
pub fn on_hidden(call: impl Fn() + Clone + 'static) -> Vec<EventListener> {
    let (Ok(window), Ok(document)) = (window(), document()) else { return Vec::new() };
    let (watched, again) = (document.clone(), call.clone());
    vec![
        EventListener::new(&document, "visibilitychange", move |_| {
            if watched.hidden() {
                call();
            }
        }),
        EventListener::new(&window, "pagehide", move |_| again()),
    ]
}

/// Calls back whenever a person scrolls an element, by wheel, touch, keys or its bar. What scrolls
/// it otherwise is not told.
pub fn on_scrolling(
    element: &HtmlElement,
    call: impl Fn() + Clone + 'static,
) -> Vec<EventListener> {
    const KEYS: [&str; 6] = ["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"];
    let listen = |name: &'static str, counts: fn(&Event) -> bool| {
        let call = call.clone();
        EventListener::new(element, name, move |event| {
            if counts(event) {
                call();
            }
        })
    };
    vec![
        listen("wheel", |_| true),
        listen("touchmove", |_| true),
        listen("keydown", |event| {
            let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
            key.is_some_and(|key| KEYS.contains(&key.as_str()))
        }),
        // A pointer on the element itself, and on nothing in it, is on its bar.
        listen("pointerdown", |event| event.target() == event.current_target()),
    ]
}

/// How a reader puts something away that floats above the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dismissal {
    /// By the Escape key.
    Escape,
    /// By a press on something else.
    Beside,
}

/// Calls back when the reader presses Escape, or presses beside a card, a frame
/// included. An Escape for which the call gives true goes to nobody else. Those in a dialog above
/// what was found are the dialog's.
pub fn on_dismissal(
    card: Anchor,
    call: impl Fn(Dismissal) -> bool + Clone + 'static,
) -> Vec<EventListener> {
    let (Ok(window), Ok(document)) = (window(), document()) else { return Vec::new() };
    // Before those whom the event is for.
    let early = EventListenerOptions {
        phase: EventListenerPhase::Capture,
        ..EventListenerOptions::enable_prevent_default()
    };
    let (on_key, on_press, on_frame) = (call.clone(), call.clone(), call);
    let escape = move |event: &Event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        if key.key() == "Escape"
            && !key.is_composing()
            && !document_has("dialog[open]")
            && on_key(Dismissal::Escape)
        {
            key.prevent_default();
            key.stop_propagation();
        }
    };
    let press = move |event: &Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_within = target.is_some_and(|target| {
            target.closest(card.selector()).is_ok_and(|found| found.is_some())
        });
        if !is_within {
            on_press(Dismissal::Beside);
        }
    };
    vec![
        EventListener::new_with_options(&document, "keydown", early, escape),
        EventListener::new_with_options(&document, "pointerdown", early, press),
        // What is pressed in a frame is told by nothing but the focus that goes there.
        EventListener::new(&window, "blur", move |_| {
            if document_has("iframe:focus") {
                on_frame(Dismissal::Beside);
            }
        }),
    ]
}

fn document_has(selector: &str) -> bool {
    let found = document().ok().and_then(|document| document.query_selector(selector).ok());
    found.flatten().is_some()
}

/// Calls back right before the page is printed, with true, and after that, with false.
pub fn on_print(call: impl Fn(bool) + Clone + 'static) -> Vec<EventListener> {
    let Ok(window) = window() else { return Vec::new() };
    let listen = |name, is_before| {
        let call = call.clone();
        EventListener::new(&window, name, move |_| call(is_before))
    };
    vec![listen("beforeprint", true), listen("afterprint", false)]
}

/// Has a click on a link open it in the one tab that such links have in common. That tab can only be
/// found again by a page that it can see, so it is not kept from seeing it as others are.
pub fn open_in_one_tab(click: &MouseEvent) {
    let target = click.target().and_then(|target| target.dyn_into::<Element>().ok());
    let link = target.and_then(|target| target.closest("a").ok().flatten());
    if let Some(link) = link {
        // A browser that refuses opens another tab.
        let _ = link.set_attribute("target", "skillreel-youtube");
        let _ = link.remove_attribute("rel");
    }
}

/// Whether a click asks for what a link does by itself: a new tab, a new window, a download.
#[must_use]
pub fn is_for_browser(click: &MouseEvent) -> bool {
    let modified = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    modified || click.button() != 0 || click.default_prevented()
}

/// Whether a click is meant for what holds the listener, and for no link or button in it, nor for text that was
/// just marked.
#[must_use]
pub fn is_on_nothing_else(click: &MouseEvent) -> bool {
    let target = click.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_control = target.is_some_and(|target| {
        target
            .closest("a, button, input, select, summary, label")
            .is_ok_and(|found| found.is_some())
    });
    let selection = window().ok().and_then(|window| window.get_selection().ok().flatten());
    !is_control && selection.is_none_or(|selection| selection.is_collapsed())
}

/// Whether a key goes into a text field, so that it is no shortcut.
#[must_use]
pub fn is_typing(key: &KeyboardEvent) -> bool {
    let Some(element) = key.target().and_then(|target| target.dyn_into::<HtmlElement>().ok())
    else {
        return false;
    };
    // Radios and buttons take no letters.
    let is_field = element.matches("input:not([type=radio], [type=checkbox]), textarea, select");
    is_field.unwrap_or(false) || element.is_content_editable()
}

/// Whether a key is pressed together with one that makes it the browser's or the system's.
#[must_use]
pub fn is_chord(key: &KeyboardEvent) -> bool {
    key.ctrl_key() || key.meta_key() || key.alt_key() || key.is_composing()
}
