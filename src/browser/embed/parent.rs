//! The page around this one, where this one stands in a frame: its commands, and what it is told.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MessageEvent, ResizeObserver, Window};

use crate::browser::BrowserError;
use crate::browser::error::{document, window};
use crate::embedding::{CONTRACT_KEY, CONTRACT_VERSION, EmbedCommand, Field, Heights};

/// The most members that a message may have to be looked at.
const MOST_MEMBERS: u32 = 8;

/// Tells the height until it is dropped.
#[derive(Debug)]
pub struct HeightWatch {
    observer: ResizeObserver,
    teller: Rc<Teller>,
    _call: Closure<dyn FnMut()>,
    _resized: EventListener,
}

/// Tells the page around how high the root is.
#[derive(Debug)]
struct Teller {
    window: Window,
    parent: Window,
    root: Element,
    heights: RefCell<Heights>,
}

/// Whether a height is told that was told before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Again {
    No,
    Yes,
}

/// Calls back with every command of the page around. Messages from elsewhere are not heeded,
/// whatever they say. It listens until it is dropped.
pub fn on_command(call: impl Fn(EmbedCommand) + 'static) -> Option<EventListener> {
    let window = window().ok()?;
    let parent = parent(&window)?;
    Some(EventListener::new(&window, "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        // The source cannot be forged; which page may embed is the embedder's own affair.
        let is_parent = event.source().is_some_and(|source| source.loose_eq(&parent));
        if is_parent && let Some(command) = read(&event.data()) {
            call(command);
        }
    }))
}

/// Tells the page around how high the content is, now and whenever that changes, once a frame at
/// most (<https://www.w3.org/TR/resize-observer/>).
///
/// # Errors
/// [`BrowserError`] where there is no page around, or the browser has no such observer.
pub fn tell_height() -> Result<HeightWatch, BrowserError> {
    let window = window()?;
    let parent = parent(&window).ok_or(BrowserError::Missing("page around"))?;
    let root = document()?.document_element().ok_or(BrowserError::Missing("root element"))?;
    let heights = RefCell::default();
    let teller = Rc::new(Teller { window: window.clone(), parent, root: root.clone(), heights });
    let telling = Rc::clone(&teller);
    let call = Closure::<dyn FnMut()>::new(move || telling.tell(Again::No));
    let telling = Rc::clone(&teller);
    let resized = EventListener::new(&window, "resize", move |_| telling.tell_once_resized());
    let observer = ResizeObserver::new(call.as_ref().unchecked_ref())?;
    observer.observe(&root);
    Ok(HeightWatch { observer, teller, _call: call, _resized: resized })
}

impl HeightWatch {
    /// Tells the height now, whatever was told before.
    pub fn tell(&self) {
        self.teller.tell(Again::Yes);
    }
}

impl Teller {
    /// Tells the height, where it is one to be told.
    fn tell(&self, again: Again) {
        let content = self.root.get_bounding_client_rect().height();
        let height = match again {
            Again::No => self.heights.borrow_mut().next(content),
            Again::Yes => self.heights.borrow_mut().again(content),
        };
        if let Some(height) = height {
            // Who does not listen is not told, which is no fault.
            let _ = tell(&self.parent, height);
        }
    }

    /// Tells the height where the frame has another one than was told, or the content has: a frame out
    /// of sight that is resized twice is as high as before to the observer, which then says nothing.
    fn tell_once_resized(&self) {
        let frame = self.window.inner_height().ok().and_then(|height| height.as_f64());
        let is_heeded = frame.is_none_or(|frame| self.heights.borrow().are_heeded(frame));
        self.tell(if is_heeded { Again::No } else { Again::Yes });
    }
}

/// The height once as our own message, and once as AMP's
/// (<https://amp.dev/documentation/components/amp-iframe#iframe-resizing>). It is no secret, so
/// that any page around may have it.
fn tell(parent: &Window, height: u32) -> Result<(), BrowserError> {
    let own = object(&[
        (CONTRACT_KEY, CONTRACT_VERSION.into()),
        ("type", "height".into()),
        ("height", height.into()),
    ])?;
    parent.post_message(&own, "*")?;
    let amp = object(&[
        ("sentinel", "amp".into()),
        ("type", "embed-size".into()),
        ("height", height.into()),
    ])?;
    Ok(parent.post_message(&amp, "*")?)
}

fn object(members: &[(&str, JsValue)]) -> Result<Object, BrowserError> {
    let object = Object::new();
    for (name, value) in members {
        Reflect::set(&object, &JsValue::from_str(name), value)?;
    }
    Ok(object)
}

/// The window of the page around; `None` where this page stands by itself.
fn parent(window: &Window) -> Option<Window> {
    window.parent().ok().flatten().filter(|parent| parent != window)
}

fn read(data: &JsValue) -> Option<EmbedCommand> {
    let members = Object::entries(data.dyn_ref::<Object>()?);
    if members.length() > MOST_MEMBERS {
        return None;
    }
    let member = |pair: JsValue| {
        let pair: Array = pair.dyn_into().ok()?;
        let value = pair.get(1);
        let field = match (value.as_string(), value.as_f64()) {
            (Some(text), _) => Field::Text(text),
            (None, Some(number)) => Field::Number(number),
            (None, None) => Field::Other,
        };
        Some((pair.get(0).as_string()?, field))
    };
    let members: Option<Vec<(String, Field)>> = members.iter().map(member).collect();
    EmbedCommand::read(&members?)
}

impl Drop for HeightWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
