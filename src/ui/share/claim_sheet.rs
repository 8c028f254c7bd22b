//! A claim in the forms in which it can be put elsewhere.

use std::sync::Arc;

use leptos::prelude::*;

use crate::export::formats::quote::{self, QuoteFormat};
use crate::note::{ClaimId, NoteId};
use crate::ui::state::library::Library;

use super::field::CopyField;
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
    let text = quote::claim(&note.title, claim, QuoteFormat::Quotation);
    view! {
        <div class="fields">{fields}</div>
        <NativeShare title=note.title.clone() text url=quote::first_address(claim)/>
    }
    .into_any()
}
