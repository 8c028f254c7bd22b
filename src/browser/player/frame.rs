//! YouTube's frame: put up, listened to, and told what to do.

use std::cell::RefCell;
use std::fmt::Write;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::{Interval, Timeout};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, HtmlIFrameElement, MessageEvent};

use crate::browser::page::address;
use crate::video::player::{Input, Moment, PlayerCommand};

use super::super::BrowserError;
use super::super::error::{document, window};
use super::frame_messages::{self, PLAYER_ORIGIN, Say};
use super::on_input::OnInput;

/// How long a frame may take to answer, in milliseconds. After the second one the reader is told.
const ANSWER_WITHIN_MS: u32 = 4_000;

/// How often the frame is told that somebody listens, in milliseconds, until it answers.
const SAY_EVERY_MS: u32 = 250;

/// How often it is told at most: nobody waits any longer by then.
const MOST_CALLS: u32 = 2 * ANSWER_WITHIN_MS / SAY_EVERY_MS;

/// What the frame may use. A host that frames this page has to allow the same.
const ALLOWED_FEATURES: &str = "autoplay; encrypted-media; picture-in-picture; fullscreen";

/// A frame that is up. Dropping it takes the frame away and ends all that belongs to it.
pub(super) struct PlayerFrame {
    iframe: HtmlIFrameElement,
    // Each ends when it is dropped.
    _messages: EventListener,
    _load: EventListener,
    _overdue: Timeout,
}

impl PlayerFrame {
    /// Puts up a fresh frame. Giving one that is up another address would leave an entry in the
    /// page's history, so that "back" would no longer go back.
    pub(super) fn put_up(
        slot: &HtmlElement,
        moment: Moment,
        plays: bool,
        on_input: &OnInput,
    ) -> Result<Self, BrowserError> {
        let iframe: HtmlIFrameElement =
            document()?.create_element("iframe")?.dyn_into().map_err(JsValue::from)?;
        iframe.set_attribute("allow", ALLOWED_FEATURES)?;
        // Without the page's origin as referrer YouTube answers with error 153.
        iframe.set_attribute("referrerpolicy", "strict-origin-when-cross-origin")?;
        iframe.set_title("Video player");
        iframe.set_src(&address_of(moment, if plays { "1" } else { "0" }));
        let frame = Self::watch(iframe, on_input)?;
        slot.append_child(&frame.iframe)?;
        Ok(frame)
    }

    /// Tells it a command.
    pub(super) fn obey(&self, command: PlayerCommand) -> Result<(), BrowserError> {
        Say::of(command).map_or(Ok(()), |say| post(&self.iframe, say))
    }

    fn watch(iframe: HtmlIFrameElement, on_input: &OnInput) -> Result<Self, BrowserError> {
        // Until the frame's document is there, a message would be for another origin.
        let for_messages = iframe.clone();
        let calling: Rc<RefCell<Option<Interval>>> = Rc::default();
        let load = {
            let (iframe, calling) = (iframe.clone(), Rc::clone(&calling));
            EventListener::new(&iframe.clone(), "load", move |_| call(&iframe, &calling))
        };

        let hear = Rc::clone(on_input);
        let window = window()?;
        let messages = EventListener::new(&window, "message", move |event| {
            let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
            if !frame_messages::is_from(event, &for_messages) {
                return;
            }
            if let Some(message) = frame_messages::read(&event.data()) {
                if calling.borrow_mut().take().is_some() {
                    let _ = post(&for_messages, Say::SubscribeToErrors);
                }
                hear(Input::Heard(message));
            }
        });

        let hear = Rc::clone(on_input);
        let overdue = Timeout::new(ANSWER_WITHIN_MS, move || hear(Input::Overdue));
        Ok(Self { iframe, _messages: messages, _load: load, _overdue: overdue })
    }
}

impl Drop for PlayerFrame {
    fn drop(&mut self) {
        self.iframe.remove();
    }
}

/// Tells a frame that somebody listens, again and again until it answers or is given up.
fn call(iframe: &HtmlIFrameElement, calling: &Rc<RefCell<Option<Interval>>>) {
    let mut calls_left = MOST_CALLS;
    let (frame, own) = (iframe.clone(), Rc::clone(calling));
    let mut say = move || {
        calls_left -= 1;
        // A frame that shows something else than YouTube does not hear it.
        let _ = post(&frame, Say::Listening);
        if calls_left == 0 {
            own.borrow_mut().take();
        }
    };
    say();
    *calling.borrow_mut() = Some(Interval::new(SAY_EVERY_MS, say));
}

fn post(iframe: &HtmlIFrameElement, say: Say) -> Result<(), BrowserError> {
    let window = iframe.content_window().ok_or(BrowserError::Missing("window in the frame"))?;
    window.post_message(&JsValue::from_str(&say.to_text()?), PLAYER_ORIGIN)?;
    Ok(())
}

fn address_of(moment: Moment, autoplay: &str) -> String {
    let mut address = String::from(PLAYER_ORIGIN);
    address.push_str("/embed/");
    address.push_str(moment.video.as_str());
    address.push_str("?enablejsapi=1&origin=");
    let origin = address::origin().unwrap_or_default();
    address.extend(form_urlencoded::byte_serialize(origin.as_bytes()));
    // Writing to a string cannot fail.
    let _ = write!(address, "&playsinline=1&rel=0&autoplay={autoplay}&start={}", moment.seconds);
    address
}
