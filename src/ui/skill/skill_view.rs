//! A skill: where notes place it, and what they say about it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::anchor::Anchor;
use crate::browser::page::focus::{self, ScrollTarget};
use crate::matrix::{Agreement, LevelId, Matrix, Placement, Skill, SkillId};
use crate::ui::matrix::rank_badge::rank_ring;
use crate::ui::proof::proof_offer::ProofOffer;
use crate::ui::queue::play_these::PlayThese;
use crate::ui::rating::add_to_list::AddToList;
use crate::ui::rating::rate_skill::RateSkill;
use crate::ui::state::library::Library;
use crate::ui::state::texts_beside::once_texts_came;
use crate::ui::state::view::view;
use crate::ui::widgets::close_button::CloseButton;
use crate::ui::widgets::counting::count;
use crate::ui::widgets::reveal::reveal;
use crate::vault::video::clip;
use crate::vault::video::playable::Playable;

use super::skill_claims::SkillClaims;
use super::why_skill::WhySkill;

/// An opened skill.
#[component]
pub fn SkillView(
    /// The notes that are shown.
    library: Arc<Library>,
    /// What is opened.
    skill: SkillId,
) -> impl IntoView {
    let view = view();
    let close = move || {
        view! {
            <CloseButton label="Close" class="detail-close" on_close=move || view.close()/>
        }
    };
    let Some(found) = library.matrix.skill(&skill) else {
        let text = ["No note here names a skill “", &skill.0, "”. The rest of the page works."];
        return view! {
            <header class="detail-head">
                <div><p class="eyebrow">"Skill"</p><h2>"Not here"</h2></div>
                {close()}
            </header>
            <p>{text.concat()}</p>
        }
        .into_any();
    };
    let moments: usize = found.placements.iter().map(|placement| placement.stamps.len()).sum();
    let about = count(moments, "moment", "moments");
    let name = found.name.clone();
    let chips: Vec<AnyView> = library
        .matrix
        .levels
        .iter()
        .map(|level| (level, Agreement::of(found.at(Some(level.id)))))
        .filter(|(_, said)| !said.verdicts.is_empty())
        .map(|(level, said)| {
            // Where a ladder expects something, nobody named it without an order.
            let shown = |rank: &Option<u32>| rank.is_some() || !found.is_of_ladder();
            let ranks = said.verdicts.iter().map(|verdict| verdict.rank).filter(shown);
            let rings: Vec<AnyView> = ranks.map(rank_ring).collect();
            let label = level.label.clone();
            view! { <li class="chip">{rings} <span translate="no">{label}</span></li> }.into_any()
        })
        .collect();
    let chips = match chips.is_empty() {
        true => view! { <p class="quiet">"Named, not ranked at any level"</p> }.into_any(),
        false => view! { <ul class="chips" role="list">{chips}</ul> }.into_any(),
    };
    let claims = found
        .placements
        .iter()
        .flat_map(|placement| placement.claims.iter().map(|&claim| (placement.note.clone(), claim)))
        .take(clip::MOST_CLIPS)
        .collect();
    let playable = Signal::stored(Playable {
        claims,
        all: found.placements.iter().map(|placement| placement.claims.len()).sum(),
        things: 1,
        name: "this skill".to_owned(),
        several: "claims about this skill".to_owned(),
    });
    let agreement = agreement(found, &library.matrix);
    Effect::new(move || {
        if view.state().read().seconds.is_some() {
            reveal(
                Anchor::Detail,
                || focus::first_current(Anchor::ClaimItem),
                ScrollTarget::InSight,
            );
        }
    });
    let (offered, offered_skill) = (Arc::clone(&library), skill.clone());
    let (rated, kept, asked_of) =
        (Arc::clone(&library), Arc::clone(&library), Arc::clone(&library));
    let (own_id, own_name, asked) = (skill.clone(), name.clone(), skill.clone());
    let placements = Arc::new(found.placements.clone());
    let each = {
        let (library, placements) = (Arc::clone(&library), Arc::clone(&placements));
        move || order(&library.matrix, &placements, view.level.get())
    };
    let group = move |place: usize| match placements.get(place).cloned() {
        Some(placement) => {
            let library = Arc::clone(&library);
            once_texts_came(move || {
                let (library, placement) = (Arc::clone(&library), placement.clone());
                view! { <SkillClaims library placement/> }.into_any()
            })
        }
        None => ().into_any(),
    };
    view! {
        <header class="detail-head">
            <div>
                <p class="eyebrow">{["Skill · ", &about].concat()}</p>
                <h2 translate="no">{name}</h2>
                {chips}
                {agreement}
                <RateSkill library=rated skill/>
                <div class="skill-tools">
                    <PlayThese shown=playable/>
                    <AddToList library=kept skill=own_id name=own_name level=None/>
                </div>
            </div>
            {close()}
        </header>
        <ProofOffer library=offered skill=offered_skill/>
        <For each=each key=|place| *place children=group/>
        <WhySkill library=asked_of skill=asked/>
    }
    .into_any()
}

/// Where several notes place the skill at a level: what they say, level by level.
fn agreement(skill: &Skill, matrix: &Matrix) -> Option<AnyView> {
    let columns = matrix.levels.iter().map(|level| Some(level.id)).chain([None]);
    let items: Vec<AnyView> = columns
        .map(|level| (level, Agreement::of(skill.at(level))))
        .filter(|(_, said)| said.is_of_several())
        .map(|(level, said)| {
            let (label, kept) = (matrix.level_label(level).to_owned(), level.map(|_| "no"));
            view! { <li><b translate=kept>{label}</b> ": " {said.in_words()} "."</li> }.into_any()
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! { <ul class="agreement quiet" data-anchor="agreement" role="list">{items}</ul> }
            .into_any()
    })
}

/// The places of placements as a reader wants them: the chosen level's first, then level by level,
/// then those at no named level.
fn order(matrix: &Matrix, placements: &[Placement], chosen: Option<LevelId>) -> Vec<usize> {
    let key = |place: usize| {
        placements.get(place).map(|placement| {
            let is_chosen = chosen.is_some() && placement.level == chosen;
            let place = matrix.levels.iter().position(|level| Some(level.id) == placement.level);
            (!is_chosen, placement.level.is_none(), place, placement.rank)
        })
    };
    let mut ordered: Vec<usize> = Vec::with_capacity(placements.len());
    for place in 0..placements.len() {
        let at = ordered.partition_point(|&other| key(other) <= key(place));
        ordered.insert(at, place);
    }
    ordered
}
