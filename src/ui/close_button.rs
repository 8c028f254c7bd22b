//! A button with a cross.

use leptos::prelude::*;

use super::icon::{Icon, icon};

/// A button with a cross.
#[component]
pub(super) fn CloseButton(
    /// What it does, in words.
    label: &'static str,
    /// How it looks, besides being a button with an icon.
    class: &'static str,
    /// What it does.
    on_close: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=["icon-button ", class].concat()
            title=label
            aria-label=label
            on:click=move |_| on_close()
        >
            {icon(Icon::Close)}
        </button>
    }
    .into_any()
}
