//! How far the search has come with what it looks through.

use leptos::prelude::*;

use crate::browser::page::scheduler;
use crate::ui::state::library::current_library;
use crate::ui::state::search_index::search_index;

/// How long it takes until it is shown, in milliseconds: before, it would only flicker.
const PATIENCE_MS: f64 = 500.0;

/// A bar at the search box while the search does not know all notes yet.
#[component]
pub fn Gathering() -> impl IntoView {
    let index = search_index();
    let current_library = current_library();
    // When the index last began anew.
    let began_ms = StoredValue::new(scheduler::now_ms());
    let waiting = index.clone();
    let is_awaited = Memo::new(move |_| waiting.is_awaited());
    let progress = move || {
        if is_awaited.get() {
            return Some(None);
        }
        let (is_whole, known) = {
            let gathered = index.gathered.read();
            (gathered.is_whole, gathered.notes)
        };
        let total = current_library.read().vault.notes().len();
        if is_whole || known == 0 {
            began_ms.set_value(scheduler::now_ms());
            return None;
        }
        let waited_ms = scheduler::now_ms() - began_ms.get_value();
        (waited_ms > PATIENCE_MS).then_some(Some((known, total)))
    };
    let bar = move || {
        progress().map(|known| {
            let (done, total) = known.map(|(done, total)| (done, total.to_string())).unzip();
            view! {
                <progress
                    class="gathering"
                    aria-label="Notes that the search knows"
                    title="The search looks through more and more of the notes"
                    max=total
                    value=done.map(|done| done.to_string())
                ></progress>
            }
            .into_any()
        })
    };
    view! { {move || bar()} }.into_any()
}
