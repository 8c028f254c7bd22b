//! The button beside a claim that opens what can be done with it elsewhere.

use leptos::prelude::*;

use crate::note::{ClaimId, NoteId};
use crate::ui::icon::Icon;
use crate::ui::icon_button::IconButton;
use crate::ui::world::world;
use crate::view_state::Form;

use super::{Sheet, sharing};

/// The button beside a claim that opens what can be done with it elsewhere.
#[component]
pub(in crate::ui) fn ShareButton(
    /// The note that says it.
    note: NoteId,
    /// What it says.
    claim: ClaimId,
) -> impl IntoView {
    if world().form == Form::Embedded {
        return ().into_any();
    }
    let sharing = sharing();
    view! {
        <IconButton
            icon=Icon::Share
            title="Share this"
            class="share-claim"
            opens_dialog=true
            on_press=move || sharing.open(Sheet::Claim(note.clone(), claim))
        />
    }
    .into_any()
}
