//! The top of the page: what it is about, the search, and the settings.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::note::NoteId;
use crate::view_state::Form;

use super::icon::{Icon, icon};
use super::keys;
use super::note_link::NoteLink;
use super::search_box::SearchBox;
use super::shelf::shelf;
use super::theme_switch::ThemeSwitch;
use super::world::world;

/// The top of the page.
#[component]
pub(super) fn Header(
    /// The dialog that lists the keys.
    help: NodeRef<Dialog>,
    /// Whether something covers it.
    covered: Memo<bool>,
) -> impl IntoView {
    let shelf = shelf();
    let title = shelf.vault.title();
    if world().form == Form::Embedded {
        return ().into_any();
    }
    let only_note: Option<NoteId> = match shelf.vault.notes() {
        [note] => Some(note.id.clone()),
        _ => None,
    };
    let title = match only_note {
        Some(note) => view! { <NoteLink note class="title-link">{title}</NoteLink> }.into_any(),
        None => title.into_any(),
    };
    view! {
        <header class="top" inert=move || covered.get()>
            <p class="title">{title}</p>
            <SearchBox/>
            <div class="tools">
                <ThemeSwitch/>
                <button
                    type="button"
                    class="icon-button"
                    title="Keys (?)"
                    aria-label="Keys"
                    on:click=move |_| keys::show(help)
                >
                    {icon(Icon::Help)}
                </button>
            </div>
        </header>
    }
    .into_any()
}
