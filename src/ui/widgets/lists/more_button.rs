//! The button at the end of a list that is drawn in steps.

use leptos::prelude::*;

/// A button that shows what a list still holds.
#[component]
pub fn MoreButton(
    /// What it says.
    text: String,
    /// What it does.
    #[prop(into)]
    on_more: Callback<()>,
) -> impl IntoView {
    view! {
        <button type="button" class="button more" on:click=move |_| on_more.run(())>
            {text}
        </button>
    }
    .into_any()
}
