//! A button with a cross.

use leptos::prelude::*;

use super::icon::Icon;
use super::icon_button::IconButton;

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
    view! { <IconButton icon=Icon::Close title=label class on_press=on_close/> }
}
