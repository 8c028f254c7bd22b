//! Drawing what is long in pieces: the first at once, then more whenever the browser had its turn.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::page::scheduler;
use crate::ui::widgets::late::in_turn;

/// How long drawing some pieces may take for more to be drawn the next time, in milliseconds.
const QUICK_MS: f64 = 24.0;

/// The least part of what is drawn that is drawn at a time. What stands in one paragraph or table is laid
/// out anew with each piece: in equal steps that takes the square of its length.
const LEAST_PART: usize = 40;

/// How many of `count` pieces are drawn: `first` to begin with, all of them in the end.
pub fn grow(first: usize, count: usize) -> RwSignal<usize> {
    let shown = RwSignal::new(first.min(count));
    if first >= count {
        return shown;
    }
    spawn_local(async move {
        // What is there is seen before more is drawn. Unseen, all of it would seem to be drawn without a hitch.
        in_turn::all_drawn().await;
        scheduler::painted().await;
        let mut step = 1;
        loop {
            let before_ms = scheduler::now_ms();
            // What is drawn may be closed by now, and its signals gone.
            let is_more = shown.try_update(|shown| {
                *shown = count.min(*shown + step.max(*shown / LEAST_PART));
                *shown < count
            });
            if is_more != Some(true) {
                return;
            }
            scheduler::next_task().await;
            // As many at a time as the browser draws without a hitch.
            let is_quick = scheduler::now_ms() - before_ms < QUICK_MS;
            step = if is_quick { step + 1 } else { 1.max(step / 2) };
        }
    });
    shown
}
