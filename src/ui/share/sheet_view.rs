//! A sheet of the dialog in which one shares.

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::state::library::Library;

use super::claim_sheet::ClaimSheet;
use super::embed::embed_sheet::EmbedSheet;
use super::keep::keep_sheet::KeepSheet;
use super::link_sheet::LinkSheet;
use super::save::save_sheet::SaveSheet;
use super::sharing::SharingSheet;

/// A sheet of the dialog in which one shares.
#[component]
pub fn SheetView(
    /// The notes that were shown when it was opened.
    library: Arc<Library>,
    /// Which one it is.
    sheet: SharingSheet,
) -> impl IntoView {
    match sheet {
        SharingSheet::Share => view! { <LinkSheet/> }.into_any(),
        SharingSheet::Claim(note, claim) => view! { <ClaimSheet library note claim/> }.into_any(),
        SharingSheet::Embed => view! { <EmbedSheet library/> }.into_any(),
        SharingSheet::Keep => view! { <KeepSheet/> }.into_any(),
        SharingSheet::Save => view! { <SaveSheet library/> }.into_any(),
    }
}
