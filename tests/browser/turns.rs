//! Who has the browser's turn first: what follows from a key, or what comes meanwhile.

use std::cell::Cell;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Waker};

use skillreel::browser::page::scheduler;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_test::wasm_bindgen_test;

/// Whether what comes now is let in without waiting.
fn is_at_once() -> bool {
    let waiting = pin!(scheduler::once_key_is_painted());
    waiting.poll(&mut Context::from_waker(Waker::noop())).is_ready()
}

#[wasm_bindgen_test]
async fn what_comes_after_a_key_waits_for_its_frame() {
    // A page of a test before this one may have left a key without its frame.
    scheduler::painted().await;
    assert!(is_at_once(), "no key was pressed");
    scheduler::await_key();
    let is_drawn = Rc::new(Cell::new(false));
    let drawn = Rc::clone(&is_drawn);
    let frame = Closure::once_into_js(move || drawn.set(true));
    let window = web_sys::window().expect("a window");
    window.request_animation_frame(frame.unchecked_ref()).expect("browsers draw frames");
    scheduler::once_key_is_painted().await;
    assert!(is_drawn.get(), "it came before the frame");
    scheduler::painted().await;
    assert!(is_at_once(), "the frame is over");
}
