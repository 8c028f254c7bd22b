//! A link that opens a note in the page.

use leptos::prelude::*;

use crate::browser::listen::is_for_browser;
use crate::note::NoteId;

use super::view::{open_note, view};

/// A link that opens a note, at a section where one is named.
#[component]
pub(super) fn NoteLink(
    /// The note.
    note: NoteId,
    /// The section's name in addresses.
    #[prop(optional)]
    section: Option<String>,
    /// How the link looks.
    class: &'static str,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    let view = view();
    let edit = StoredValue::new((note, section.filter(|section| !section.is_empty())));
    let open = move |state: &mut _| {
        edit.with_value(|(note, section)| open_note(state, note, section.as_deref()));
    };
    // The link to be copied or opened elsewhere needs no more than the note.
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
