//! A button with a cross.

use leptos::prelude::*;

use super::dialog::keep_focus;
use super::icon::Icon;
use super::icon_button::IconButton;

/// A button with a cross.
#[component]
pub fn CloseButton(
    /// What it does, in words.
    label: &'static str,
    /// How it looks, besides being a button with an icon.
    class: &'static str,
    /// What it does.
    on_close: impl Fn() + 'static,
) -> impl IntoView {
    // The button goes with what it closes.
    let close = move || {
        on_close();
        keep_focus();
    };
    view! { <IconButton icon=Icon::Close title=label class on_press=close/> }
}
