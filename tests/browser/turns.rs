//! Who has the browser's turn first: what follows from a key, or what comes meanwhile; and who is told that it comes.

use std::cell::Cell;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Waker};

use js_sys::{Function, Promise};
use skillreel::browser::page::scheduler;
use skillreel::ui::{SearchIndex, Urgency};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::pause;

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
async fn what_comes_long_after_a_key_waits_for_nothing() {
    scheduler::painted().await;
    scheduler::await_key();
    // Nothing of the page asks for the key's frame.
    let frame = |resolve: Function, _| {
        let window = web_sys::window().expect("a window");
        window.request_animation_frame(&resolve).expect("browsers draw frames");
    };
    for _ in 0..2 {
        let frame = Promise::new(&mut |resolve, reject| frame(resolve, reject));
        JsFuture::from(frame).await.expect("frames come");
    }
    assert!(is_at_once(), "the key is painted long since");
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
async fn readers_are_told_that_they_wait_until_the_last_part_has_come() {
    let index = SearchIndex::default();
    let part = || {
        let mut come = None;
        let part = Promise::new(&mut |resolve, _| come = Some(resolve));
        let index = index.clone();
        spawn_local(async move {
            let _ = index.awaited(JsFuture::from(part)).await;
        });
        move || come.expect("it is on its way").call0(&JsValue::NULL).map(drop)
    };
    let (first, second) = (part(), part());
    assert!(!index.is_awaited(), "what comes soon is not waited for");
    pause(300).await;
    assert!(index.is_awaited(), "both take long");
    first().expect("it comes");
    scheduler::next_task().await;
    assert!(index.is_awaited(), "the other one has not come");
    second().expect("it comes, too");
    scheduler::next_task().await;
    assert!(!index.is_awaited(), "all is here");
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
