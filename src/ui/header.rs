//! The top of the page: what it is about, the search, and the settings.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::note::NoteId;
use crate::view_state::Form;

use super::dialog::show;
use super::fresh::fresh;
use super::icon::Icon;
use super::icon_button::IconButton;
use super::intake::intake;
use super::note_link::NoteLink;
use super::search_box::SearchBox;
use super::share::{Sheet, sharing};
use super::shelf::shelves;
use super::theme_switch::ThemeSwitch;
use super::world::world;

/// The top of the page.
#[component]
pub(super) fn Header(
    /// The dialog that lists the keys.
    help: NodeRef<Dialog>,
    /// The dialog in which notes are added.
    add: NodeRef<Dialog>,
    /// Whether something covers it.
    covered: Memo<bool>,
) -> impl IntoView {
    let (shelves, intake, sharing) = (shelves(), intake(), sharing());
    if world().form == Form::Embedded {
        return ().into_any();
    }
    let named = move || {
        let only_note: Option<NoteId> = match shelves.read().vault.notes() {
            [note] => Some(note.id.clone()),
            _ => None,
        };
        (intake.title(), only_note)
    };
    let title = fresh(named, |(title, only_note)| match only_note {
        Some(note) => view! { <NoteLink note class="title-link">{title}</NoteLink> }.into_any(),
        None => view! { <span>{title}</span> }.into_any(),
    });
    view! {
        <header class="top" inert=move || covered.get()>
            <p class="title">{title}</p>
            <SearchBox/>
            <div class="tools">
                <IconButton icon=Icon::Add title="Add notes" on_press=move || show(add)/>
                <IconButton
                    icon=Icon::Share
                    title="Share, save, embed"
                    label="Share"
                    opens_dialog=true
                    on_press=move || sharing.open(Sheet::Share)
                />
                <ThemeSwitch/>
                <IconButton icon=Icon::Help title="Keys (?)" label="Keys" on_press=move || show(help)/>
            </div>
        </header>
    }
    .into_any()
}
