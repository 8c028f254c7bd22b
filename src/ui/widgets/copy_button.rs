//! A button that copies a text, and says whether it could.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::page::clipboard;

/// How long the button says what became of a click, in milliseconds.
const SAID_FOR_MS: u32 = 2_000;

/// A button that copies a text.
#[component]
pub fn CopyButton(
    /// What is put on the clipboard.
    text: String,
    /// What it does, for those who hear buttons out of their place.
    label: String,
) -> impl IntoView {
    let said = RwSignal::new("Copy");
    let text = StoredValue::new(text);
    // A newer timer ends the one before it.
    let timer = StoredValue::new_local(None::<Timeout>);
    let copy = move |_| {
        spawn_local(async move {
            let copied = clipboard::copy(&text.get_value()).await;
            // Where it cannot, the text stands beside the button and can be selected.
            let outcome = if copied.is_ok() { "Copied" } else { "Not allowed here" };
            // The button may be gone by now.
            said.try_set(outcome);
            let done = Timeout::new(SAID_FOR_MS, move || said.set("Copy"));
            timer.try_set_value(Some(done));
        });
    };
    view! {
        <button type="button" class="button copy" data-anchor="copy" aria-label=label on:click=copy>
            <span role="status" prop:textContent=move || said.get()></span>
        </button>
    }
    .into_any()
}
