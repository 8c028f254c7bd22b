//! Yes or no, with what it is about beside it.

use leptos::prelude::*;

/// Yes or no, with what it is about beside it.
#[component]
pub fn Check(
    /// What it is about.
    label: &'static str,
    /// Whether it is yes.
    #[prop(into)]
    checked: Signal<bool>,
    /// Called with what the reader chooses.
    on_change: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:checked=move || checked.get()
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            {label}
        </label>
    }
    .into_any()
}
