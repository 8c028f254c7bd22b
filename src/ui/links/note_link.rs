//! A link that opens a note in the page.

use leptos::prelude::*;

use crate::note::NoteId;
use crate::ui::state::view::open_note;

use super::view_link::ViewLink;

/// A link that opens a note, at a section where one is named.
#[component]
pub fn NoteLink(
    /// Where the link leads.
    note: NoteId,
    /// The section's name in addresses.
    #[prop(optional)]
    section: Option<String>,
    /// How the link looks.
    class: &'static str,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    let section = section.filter(|section| !section.is_empty());
    let edit = Box::new(move |state: &mut _| open_note(state, &note, section.as_deref()));
    view! { <ViewLink edit class>{children()}</ViewLink> }.into_any()
}
