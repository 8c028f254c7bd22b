//! The button beside a claim that opens what can be done with it elsewhere.

use leptos::prelude::*;

use crate::note::{ClaimId, NoteId};
use crate::ui::state::environment::environment;
use crate::ui::widgets::icon::Icon;
use crate::ui::widgets::icon_button::IconButton;
use crate::view_state::Form;

use super::sharing::{SharingSheet, sharing};

/// The button beside a claim that opens what can be done with it elsewhere.
#[component]
pub fn ShareButton(
    /// The note that says it.
    note: NoteId,
    /// What it says.
    claim: ClaimId,
) -> impl IntoView {
    if environment().form == Form::Embedded {
        return ().into_any();
    }
    let sharing = sharing();
    view! {
        <IconButton
            icon=Icon::Share
            title="Share this"
            class="share-claim"
            opens_dialog=true
            on_press=move || sharing.open(SharingSheet::Claim(note.clone(), claim))
        />
    }
    .into_any()
}
