//! A link to a note that is not in the page: it searches for what it names.

use leptos::prelude::*;

use crate::view_state::ViewState;

use super::view_link::ViewLink;

/// A link whose note is missing. It looks like none that opens a note, and searches for its name.
#[component]
pub fn MissingLink(
    /// The note's name, as the link has it.
    target: String,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    let name = target.replace('_', " ");
    let title = ["No note “", &name, "” is in this page; search for it"].concat();
    let edit = Box::new(move |state: &mut ViewState| state.query.clone_from(&name));
    view! { <ViewLink edit class="wikilink missing" title>{children()}</ViewLink> }.into_any()
}
