//! A link that opens a section of a note by itself.

use leptos::prelude::*;

use crate::note::NoteId;
use crate::ui::state::view::open_topic;

use super::view_link::ViewLink;

/// A link that opens a section of a note by itself.
#[component]
pub fn TopicLink(
    /// The note that the section is in.
    note: NoteId,
    /// The section's name in addresses.
    topic: String,
    /// How the link looks.
    class: &'static str,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    let edit = Box::new(move |state: &mut _| open_topic(state, &note, &topic));
    view! { <ViewLink edit class>{children()}</ViewLink> }.into_any()
}
