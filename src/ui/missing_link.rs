//! A link to a note that is not in the page: it searches for what it names.

use leptos::prelude::*;

use crate::browser::listen::is_for_browser;

use super::view::view;

/// A link whose note is missing. It looks like none that opens a note, and searches for its name.
#[component]
pub(super) fn MissingLink(
    /// The note's name, as the link has it.
    target: String,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    let view = view();
    let name = target.replace('_', " ");
    let title = ["No note “", &name, "” is in this page; search for it"].concat();
    let name = StoredValue::new(name);
    let href = view.href(|state| {
        *state = Default::default();
        state.query = name.get_value();
    });
    view! {
        <a
            class="wikilink missing"
            href=href
            title=title
            on:click=move |click| {
                if !is_for_browser(&click) {
                    click.prevent_default();
                    view.change(|state| state.query = name.get_value());
                }
            }
        >
            {children()}
        </a>
    }
    .into_any()
}
