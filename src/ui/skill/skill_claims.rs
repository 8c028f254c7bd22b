//! What one note says about a skill at one level.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::Placement;
use crate::note::{Claim, ClaimId, Section};
use crate::text::shown;
use crate::ui::links::note_link::NoteLink;
use crate::ui::matrix::rank_badge::rank_ring;
use crate::ui::note::claim_item::ClaimItem;
use crate::ui::proof::chosen_clip::ChosenClip;
use crate::ui::state::library::Library;

/// What one note says about a skill at one level.
#[component]
pub fn SkillClaims(
    /// The notes that are shown.
    library: Arc<Library>,
    /// The note's word that the skill matters there.
    placement: Placement,
) -> impl IntoView {
    let Some(note) = library.vault.note(&placement.note) else { return ().into_any() };
    let section = note.headings().get(placement.section);
    let kept = placement.level.map(|_| "no");
    let level = library.matrix.level_label(placement.level).to_owned();
    let claims: Vec<AnyView> = placement
        .claims
        .iter()
        .filter_map(|&id| Some((id, note.claim(id)?)))
        .map(|(id, claim)| item(id, claim, &placement))
        .collect();
    // A ladder's cell has its own words; the claim of a table's row has those of all its cells.
    let expected: Vec<AnyView> = match (claims.is_empty(), &placement.text) {
        (true, Some(text)) => text
            .lines()
            .map(|line| view! { <p>{shown(line).into_owned()}</p> }.into_any())
            .collect(),
        _ => Vec::new(),
    };
    let slug = section.map(|section| section.slug.clone()).unwrap_or_default();
    let place = section.map(Section::shown_title).unwrap_or_default();
    let place = if place.is_empty() { note.title.clone() } else { place };
    let many = library.vault.notes().len() > 1 && place != note.title;
    let title = many.then(|| view! { <span>" · " {note.title.clone()}</span> }.into_any());
    let (ring, chosen) = match placement.is_chosen() {
        true => {
            (None, Some(view! { <ChosenClip library=Arc::clone(&library) placement/> }.into_any()))
        }
        false => (Some(rank_ring(placement.rank)), None),
    };
    view! {
        <section class="placement">
            <h3>{ring} <span translate=kept>{level}</span></h3>
            {chosen}
            {expected}
            <ul class="claims" role="list">{claims}</ul>
            <p class="origin">
                <NoteLink note=note.id.clone() section=slug class="origin-link">{place}</NoteLink>
                {title}
            </p>
        </section>
    }
    .into_any()
}

fn item(id: ClaimId, claim: &Claim, placement: &Placement) -> AnyView {
    let text = placement.without_label(&claim.text).to_owned();
    let (note, claim) = (placement.note.clone(), claim.clone());
    view! { <ClaimItem note id claim text/> }.into_any()
}
