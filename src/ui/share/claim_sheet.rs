//! A claim in the forms in which it can be put elsewhere.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::page::address;
use crate::export::formats::quote::{self, QuoteFormat};
use crate::note::{Claim, ClaimId, Note, NoteId};
use crate::ui::state::library::Library;
use crate::ui::state::view::open_note;
use crate::ui::widgets::copy_field::CopyField;
use crate::view_state::ViewState;

use super::native_share::NativeShare;

/// A claim in the forms in which it can be put elsewhere.
#[component]
pub fn ClaimSheet(
    /// The notes that are shown.
    library: Arc<Library>,
    /// The note that says it.
    note: NoteId,
    /// What it says.
    claim: ClaimId,
) -> impl IntoView {
    let Some((note, claim)) = library.claim(&note, claim) else {
        return view! { <p>"The notes were changed, and this is not among them any more."</p> }
            .into_any();
    };
    let fields: Vec<AnyView> = QuoteFormat::ALL
        .into_iter()
        .map(|form| {
            let text = quote::claim(&note.title, claim, form);
            view! { <CopyField label=form.label() text lines=3/> }.into_any()
        })
        .collect();
    let text = quote::claim(&note.title, claim, QuoteFormat::Sourced);
    let link = page_link(note, claim);
    let here = link
        .clone()
        .map(|text| view! { <CopyField label="Link to this moment" text lines=2/> }.into_any());
    let url = link.or_else(|| quote::first_address(claim));
    view! {
        <div class="fields">{here} {fields}</div>
        <NativeShare title=note.title.clone() text url/>
    }
    .into_any()
}

/// The address at which this page shows the claim; `None` where the page is a file, to which no link leads.
fn page_link(note: &Note, claim: &Claim) -> Option<String> {
    address::origin()?;
    let mut state = ViewState::default();
    let section = note.headings().get(claim.section).map(|section| section.slug.as_str());
    open_note(&mut state, &note.id, section.filter(|_| claim.stamps.is_empty()));
    state.seconds = claim.stamps.first().map(|stamp| stamp.seconds);
    Some([&address::without_query(), "#", &state.to_fragment()].concat())
}
