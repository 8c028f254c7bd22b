//! A link that opens a section of a note by itself.

use leptos::prelude::*;

use crate::browser::listen::is_for_browser;
use crate::note::NoteId;

use super::view::{open_topic, view};

/// A link that opens a section of a note by itself.
#[component]
pub(super) fn TopicLink(
    /// The note.
    note: NoteId,
    /// The section's name in addresses.
    topic: String,
    /// How the link looks.
    class: &'static str,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    let view = view();
    let edit = StoredValue::new((note, topic));
    let open = move |state: &mut _| {
        edit.with_value(|(note, topic)| open_topic(state, note, topic));
    };
    // The link to be copied or opened elsewhere needs no more than the topic.
    let href = view.href(|state| {
        *state = Default::default();
        open(state);
    });
    view! {
        <a
            class=class
            href=href
            on:click=move |click| {
                if !is_for_browser(&click) {
                    click.prevent_default();
                    view.change(open);
                }
            }
        >
            {children()}
        </a>
    }
    .into_any()
}
