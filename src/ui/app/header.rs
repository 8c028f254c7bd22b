//! The top of the page: what it is about, the search, and the settings.

use leptos::prelude::*;

use crate::anchor::Anchor;
use crate::browser::page::focus;
use crate::note::NoteId;
use crate::ui::import::note_import::note_import;
use crate::ui::links::note_link::NoteLink;
use crate::ui::search::search_box::SearchBox;
use crate::ui::share::sharing::{SharingSheet, sharing};
use crate::ui::state::environment::environment;
use crate::ui::state::library::current_library;
use crate::ui::widgets::fresh::fresh;
use crate::ui::widgets::icon::Icon;
use crate::ui::widgets::icon_button::IconButton;
use crate::ui::widgets::late::late_dialog::DialogHandle;
use crate::view_state::Form;

use super::theme_switch::ThemeSwitch;

/// Goes past the matrix.
fn skip() {
    if let Some(detail) = &focus::first(Anchor::Detail) {
        focus::give(detail);
    }
}

/// The top of the page.
#[component]
pub fn Header(
    /// The dialog that lists the keys.
    help: DialogHandle,
    /// The dialog in which notes are added.
    add: DialogHandle,
    /// Whether something covers it.
    covered: Memo<bool>,
) -> impl IntoView {
    let (current_library, note_import, sharing) = (current_library(), note_import(), sharing());
    if environment().form == Form::Embedded {
        return ().into_any();
    }
    let named = move || {
        let only_note: Option<NoteId> = match current_library.read().vault.notes() {
            [note] => Some(note.id.clone()),
            _ => None,
        };
        (note_import.title(), only_note)
    };
    let title = fresh(named, |(title, only_note)| match only_note {
        Some(note) => view! { <NoteLink note class="title-link">{title}</NoteLink> }.into_any(),
        None => view! { <span>{title}</span> }.into_any(),
    });
    view! {
        <header class="top" inert=move || covered.get()>
            // No link: the address's fragment is the view.
            <button type="button" class="skip-link" on:click=move |_| skip()>
                "To the player and what is open"
            </button>
            <p class="title">{title}</p>
            <SearchBox/>
            <div class="tools">
                <IconButton icon=Icon::Add title="Add notes" on_press=move || add.show()/>
                <IconButton
                    icon=Icon::Share
                    title="Share, save, embed"
                    label="Share"
                    opens_dialog=true
                    on_press=move || sharing.open(SharingSheet::Share)
                />
                <ThemeSwitch/>
                <IconButton icon=Icon::Help title="Keys (?)" label="Keys" on_press=move || help.show()/>
            </div>
        </header>
    }
    .into_any()
}
