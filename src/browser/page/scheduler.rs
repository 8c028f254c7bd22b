//! Giving the browser its turn: to paint, and to answer the reader.

use std::cell::Cell;

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::MessageChannel;

use crate::browser::error::window;

/// How long a piece of work may run before the browser gets its turn, in milliseconds. Long tasks
/// are those above 50 (<https://w3c.github.io/longtasks/>); this leaves room for slower machines.
const SLICE_MS: f64 = 24.0;

/// The same for work that nobody waits for, while somebody may be typing: half a frame.
const SHORT_SLICE_MS: f64 = 8.0;

/// How long a frame is waited for at most, in milliseconds: a page in a frame out of sight gets none, and does not
/// know it. A browser that is slower than this is not waited for, which harms nothing but what is measured.
const LONGEST_FRAME_MS: i32 = 500;

/// Work in slices: knows when the current one is over.
#[derive(Debug)]
pub struct Slices {
    started_ms: f64,
    slice_ms: f64,
}

impl Slices {
    /// Starts the first slice.
    #[must_use]
    pub fn start() -> Self {
        Self { started_ms: now_ms(), slice_ms: SLICE_MS }
    }

    /// Starts the first slice of work that nobody waits for.
    #[must_use]
    pub fn short() -> Self {
        Self { started_ms: now_ms(), slice_ms: SHORT_SLICE_MS }
    }

    /// Lets the browser have its turn if the current slice is over; says whether it was.
    pub async fn breathe(&mut self) -> bool {
        let is_over = now_ms() - self.started_ms > self.slice_ms;
        if is_over {
            next_task().await;
            self.started_ms = now_ms();
        }
        is_over
    }
}

/// Waits until the browser has done what else there was to do.
///
/// By a message, because a timer that follows another one waits for 4 ms at least, and for a second
/// in a tab that nobody sees (<https://html.spec.whatwg.org/#timers>): work in slices would take a
/// sixth longer, and without end in the background.
pub async fn next_task() {
    let Ok(channel) = MessageChannel::new() else { return };
    wait(|resolve| {
        channel.port1().set_onmessage(Some(&resolve));
        if channel.port2().post_message(&JsValue::NULL).is_err() {
            // No message comes, so nothing is waited for.
            let _ = resolve.call0(&JsValue::NULL);
        }
    })
    .await;
    channel.port1().close();
}

/// Waits until what stands on the page now has been painted. A key that came before that frame is waited for no more.
pub async fn painted() {
    next_frame().await;
    next_task().await;
}

/// Waits until the next frame is about to be painted. A key that came before is waited for no more.
async fn next_frame() {
    // Hidden pages paint nothing and get no frames, so that waiting for one would never end.
    let hidden = crate::browser::error::document().is_ok_and(|document| document.hidden());
    if !hidden {
        wait(|resolve| {
            let Ok(window) = window() else { return drop(resolve.call0(&JsValue::NULL)) };
            // Whichever comes second does nothing.
            let _ = window.request_animation_frame(&resolve);
            let _ = window
                .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, LONGEST_FRAME_MS);
        })
        .await;
    }
    // What follows from a key that comes before the next task is not in this frame.
    IS_KEY_AWAITED.set(false);
}

thread_local! {
    /// Whether what follows from a key may not have been painted yet.
    static IS_KEY_AWAITED: Cell<bool> = const { Cell::new(false) };
}

/// A key was pressed: what comes of [`once_key_is_painted`] waits for the next frame.
pub fn await_key() {
    if !IS_KEY_AWAITED.replace(true) {
        // Also where nothing else waits for it: what comes long after a key is not to wait for a frame of its own.
        spawn_local(next_frame());
    }
}

/// Waits until what follows from the last key is painted; at once where that is over. What comes between a key and its
/// frame would make that frame later, and larger.
pub async fn once_key_is_painted() {
    if IS_KEY_AWAITED.get() {
        painted().await;
    }
}

/// Milliseconds since the page began to load; 0 where nobody counts them.
#[must_use]
pub fn now_ms() -> f64 {
    let performance = window().ok().and_then(|window| window.performance());
    performance.map_or(0.0, |performance| performance.now())
}

async fn wait(start: impl FnOnce(Function)) {
    let mut start = Some(start);
    let promise = Promise::new(&mut |resolve, _| {
        if let Some(start) = start.take() {
            start(resolve);
        }
    });
    // It is only ever resolved.
    let _ = JsFuture::from(promise).await;
}
