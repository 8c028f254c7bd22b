//! The card that shows what a link to a note would open.

use leptos::prelude::*;

use crate::anchor::Anchor;
use crate::note::{Note, NoteId, plain_text};
use crate::text::shortened;
use crate::ui::state::library::{Library, current_library};
use crate::ui::state::texts_beside::once_texts_came;
use crate::ui::widgets::counting::count;
use crate::ui::widgets::fresh::fresh;

use super::pointed_at::{About, CARD_ID, ShownPreview, preview};

/// The most text of a note that a preview shows, in characters.
const LONGEST_PREVIEW: usize = 180;

/// The card, where one is shown.
#[component]
pub fn PreviewCard() -> impl IntoView {
    let (preview, current_library) = (preview(), current_library());
    let card = move |ShownPreview { about, spot }: ShownPreview| {
        let content = match about {
            About::Note(note) => once_texts_came(move || {
                // Asked for each time: other notes may be here by now.
                of_note(&current_library.get_untracked(), &note)
            }),
            About::Several(name) => said(
                "Several notes have this name",
                ["The link searches for “", &name.replace('_', " "), "”, to choose from."].concat(),
            ),
            About::Missing(name) => said(
                "No such note here",
                ["The link searches for “", &name.replace('_', " "), "” instead."].concat(),
            ),
        };
        let (left, top, bottom) = (spot.left_px(), spot.top_px(), spot.bottom_px());
        view! {
            <div
                id=CARD_ID
                class="preview"
                data-anchor=Anchor::Preview.name()
                role="tooltip"
                style:left=left
                style:top=top
                style:bottom=bottom
                on:pointerenter=move |_| preview.stay()
                on:pointerleave=move |_| preview.leave()
            >
                {content}
            </div>
        }
        .into_any()
    };
    fresh(move || preview.shown().get(), move |shown| shown.map(card).into_any())
}

fn of_note(library: &Library, note: &NoteId) -> AnyView {
    let Some(note) = library.vault.note(note) else { return ().into_any() };
    let moments = note.moments;
    let mut about = count(moments, "moment", "moments");
    if let Some(source) = note.source() {
        about = [&about, " · from ", &plain_text(&source.content)].concat();
    }
    view! {
        <p class="preview-title">{note.title.clone()}</p>
        {opening(note).map(|text| view! { <p>{text}</p> }.into_any())}
        <p class="quiet">{about}</p>
    }
    .into_any()
}

/// What a note says first.
fn opening(note: &Note) -> Option<String> {
    let claim = note.claims().iter().find(|claim| !claim.text.is_empty())?;
    Some(shortened(&claim.text, LONGEST_PREVIEW))
}

fn said(title: &'static str, text: String) -> AnyView {
    view! { <p class="preview-title">{title}</p> <p>{text}</p> }.into_any()
}
