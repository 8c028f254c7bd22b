//! Files with which the system opens the page where it is installed
//! (<https://wicg.github.io/web-app-launch/>). Browsers that have no such thing say nothing.

use std::rc::Rc;

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, FileSystemFileHandle};

use crate::browser::error::window;

use super::pick::PickedItem;

/// What hears of files, for as long as it is held.
pub struct Launches {
    _consumer: Closure<dyn Fn(JsValue)>,
}

/// Calls back with the files that the page is opened with, now and later. `None` where the browser opens no
/// files with pages.
pub fn on_files(call: impl Fn(Vec<PickedItem>) + 'static) -> Option<Launches> {
    let window = window().ok()?;
    let queue = Reflect::get(&window, &JsValue::from_str("launchQueue")).ok()?;
    let set = Reflect::get(&queue, &JsValue::from_str("setConsumer")).ok()?;
    let set: Function = set.dyn_into().ok()?;
    let call = Rc::new(call);
    let consumer = Closure::<dyn Fn(JsValue)>::new(move |launch: JsValue| {
        let handles = Reflect::get(&launch, &JsValue::from_str("files")).ok();
        let handles = handles.and_then(|files| files.dyn_into::<Array>().ok()).unwrap_or_default();
        let call = Rc::clone(&call);
        spawn_local(async move {
            let mut items = Vec::new();
            for handle in handles.iter() {
                let Ok(handle) = handle.dyn_into::<FileSystemFileHandle>() else { continue };
                let file = JsFuture::from(handle.get_file()).await;
                // One that is gone meanwhile is not there to be opened.
                if let Ok(file) = file.and_then(JsCast::dyn_into::<File>) {
                    items.push(PickedItem::File(file.name(), file));
                }
            }
            call(items);
        });
    });
    set.call1(&queue, consumer.as_ref()).ok()?;
    Some(Launches { _consumer: consumer })
}

/// A file that the page makes itself, to go through the same door as those of the reader's. `None` where the
/// browser makes none.
#[must_use]
pub fn file_of(name: &str, text: &str) -> Option<PickedItem> {
    let parts = Array::of1(&JsValue::from_str(text));
    let file = File::new_with_str_sequence(&parts, name).ok()?;
    Some(PickedItem::File(name.to_owned(), file))
}
