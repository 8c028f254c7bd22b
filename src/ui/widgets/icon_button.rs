//! A button that shows an icon in place of words.

use leptos::prelude::*;

use super::icon::{Icon, icon};

/// A button that shows an icon in place of words.
#[component]
pub fn IconButton(
    /// What it shows.
    icon: Icon,
    /// What it does, for those who point at it.
    title: &'static str,
    /// The same for those who hear it, where that takes other words.
    #[prop(optional, into)]
    label: Option<String>,
    /// How it looks, besides being a button with an icon.
    #[prop(optional)]
    class: &'static str,
    /// Whether it does nothing now.
    #[prop(optional)]
    disabled: bool,
    /// Whether it opens a dialog.
    #[prop(optional)]
    opens_dialog: bool,
    /// What it does.
    on_press: impl Fn() + 'static,
) -> impl IntoView {
    let shown = self::icon(icon);
    view! {
        <button
            type="button"
            class=["icon-button ", class].concat()
            title=title
            aria-label=label.unwrap_or_else(|| title.to_owned())
            aria-haspopup=opens_dialog.then_some("dialog")
            disabled=disabled
            on:click=move |_| on_press()
        >
            {shown}
        </button>
    }
    .into_any()
}
