//! Why a skill is one: for each place that names it, the rule in words, and the line of the note.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::{Placement, SkillId};
use crate::note::Section;
use crate::ui::links::note_link::NoteLink;
use crate::ui::state::library::Library;
use crate::ui::state::texts_beside::once_texts_came;
use crate::ui::widgets::lists::long_list::long_list;

/// How many places are listed at first, and how many more each time the reader asks.
const PLACES_AT_A_TIME: usize = 12;

/// Why a skill is one, drawn when somebody asks.
#[component]
pub fn WhySkill(
    /// The notes that are shown.
    library: Arc<Library>,
    /// The skill that is asked about.
    skill: SkillId,
) -> impl IntoView {
    let is_wanted = RwSignal::new(false);
    let content = move || is_wanted.get().then(|| places(Arc::clone(&library), &skill));
    view! {
        <details class="why-skill" data-anchor="why-skill" on:toggle=move |_| is_wanted.set(true)>
            <summary>"Why is this a skill?"</summary>
            {content}
        </details>
    }
    .into_any()
}

/// The places that name a skill: each section of a note once a rule.
fn places(library: Arc<Library>, skill: &SkillId) -> AnyView {
    let Some(found) = library.matrix.skill(skill) else { return ().into_any() };
    let mut placements: Vec<Placement> = Vec::new();
    for placement in &found.placements {
        let is_same = |known: &Placement| {
            (known.section, known.rule) == (placement.section, placement.rule)
                && known.note == placement.note
        };
        // A note's placements follow each other.
        if !placements.iter().rev().take_while(|known| known.note == placement.note).any(is_same) {
            placements.push(placement.clone());
        }
    }
    let (total, draw) = (
        placements.len(),
        Arc::new(move |place: usize| match placements.get(place).cloned() {
            Some(placement) => {
                let library = Arc::clone(&library);
                once_texts_came(move || item(&library, &placement))
            }
            None => ().into_any(),
        }),
    );
    let (items, more) = long_list(total, PLACES_AT_A_TIME, ("more place", "more places"), draw);
    view! { <ul class="why-places" role="list">{items}</ul> {more} }.into_any()
}

fn item(library: &Library, placement: &Placement) -> AnyView {
    let Some(note) = library.vault.note(&placement.note) else { return ().into_any() };
    let section = note.headings().get(placement.section);
    let claim = placement.claims.first().and_then(|&claim| note.claim(claim));
    let line = claim.map(|claim| claim.line).or(section.map(|section| section.line)).unwrap_or(1);
    let heading = section.map(Section::shown_title).filter(|title| !title.is_empty());
    let heading = heading.unwrap_or_else(|| note.title.clone());
    let slug = section.map(|section| section.slug.clone()).unwrap_or_default();
    let many = (library.vault.notes().len() > 1 && heading != note.title)
        .then(|| [" · ", &note.title].concat());
    let rest = [&many.unwrap_or_default(), ", line ", &line.to_string(), ": "].concat();
    let says = [placement.rule.says(), "."].concat();
    view! {
        <li>
            <NoteLink note=note.id.clone() section=slug class="origin-link">{heading}</NoteLink>
            {rest} {says}
        </li>
    }
    .into_any()
}
