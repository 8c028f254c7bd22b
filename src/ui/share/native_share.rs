//! The way to the system's own share sheet, where there is one.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::page::system_share;

/// A button that opens the system's share sheet; nothing where there is none.
#[component]
pub fn NativeShare(
    /// What it is called.
    title: String,
    /// What is said.
    text: String,
    /// Where it leads.
    url: Option<String>,
) -> impl IntoView {
    if !system_share::is_there() {
        return ().into_any();
    }
    let said = RwSignal::new("");
    let what = StoredValue::new((title, text, url));
    let open = move |_| {
        let (title, text, url) = what.get_value();
        spawn_local(async move {
            let opened = system_share::open(&title, &text, url.as_deref()).await;
            let text = match opened {
                Ok(()) => "",
                Err(_) => "The system did not share it; copy it instead.",
            };
            said.try_set(text);
        });
    };
    view! {
        <div class="field-row">
            <button type="button" class="button" on:click=open>"Share with an app"</button>
            <p class="quiet" role="status" prop:textContent=move || said.get()></p>
        </div>
    }
    .into_any()
}
