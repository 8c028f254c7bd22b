//! Who has the browser's turn first: what follows from a key, or what comes meanwhile.

use std::cell::Cell;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Waker};

use skillreel::browser::page::scheduler;
use skillreel::ui::Urgency;
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

#[wasm_bindgen_test]
async fn a_key_after_a_frame_has_a_frame_of_its_own() {
    let key = Closure::once_into_js(scheduler::await_key);
    let frame = scheduler::painted();
    let mut frame = pin!(frame);
    // It asks for its frame before the key does, and so is called first.
    assert!(frame.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    let window = web_sys::window().expect("a window");
    window.request_animation_frame(key.unchecked_ref()).expect("browsers draw frames");
    frame.await;
    assert!(!is_at_once(), "what follows from the key is not painted yet");
    scheduler::painted().await;
}

#[wasm_bindgen_test]
fn what_is_fetched_waits_for_the_rest_of_a_pause() {
    let typed = |typed_ms| Urgency::OnceTypingPauses { typed_ms };
    let cases = [
        (Urgency::AtOnce, 5000.0, 0),
        (typed(5000.0), 5000.0, 150),
        (typed(5000.0), 5100.0, 50),
        (typed(5000.0), 5150.0, 0),
        (typed(5000.0), 9000.0, 0),
        // A clock that was set back.
        (typed(5000.0), 1000.0, 150),
    ];
    for (urgency, now_ms, want) in cases {
        assert_eq!(urgency.left_ms(now_ms), want, "{urgency:?} at {now_ms}");
    }
}
