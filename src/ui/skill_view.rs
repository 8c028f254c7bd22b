//! A skill: where notes place it, and what they say about it.

use leptos::prelude::*;

use crate::browser::focus::{self, Place};
use crate::matrix::{Level, Placement, SkillId};

use super::chips::rank_ring;
use super::close_button::CloseButton;
use super::reveal::reveal;
use super::shelf::shelf;
use super::skill_claims::SkillClaims;
use super::view::view;
use super::words::count;

/// An opened skill.
#[component]
pub(super) fn SkillView(
    /// The skill.
    skill: SkillId,
) -> impl IntoView {
    let (view, shelf) = (view(), shelf());
    let close = move || {
        view! {
            <CloseButton label="Close" class="detail-close" on_close=move || view.close()/>
        }
    };
    let Some(found) = shelf.matrix.skill(&skill) else {
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
    let chips: Vec<AnyView> = shelf
        .matrix
        .levels
        .iter()
        .filter(|&&level| found.at(Some(level)).next().is_some())
        .map(|&level| {
            let rank = found.best_rank(level);
            view! { <li class="chip">{rank_ring(rank)} {level.label()}</li> }.into_any()
        })
        .collect();
    let chips = match chips.is_empty() {
        true => view! { <p class="quiet">"Named, not ranked at any level"</p> }.into_any(),
        false => view! { <ul class="chips" role="list">{chips}</ul> }.into_any(),
    };
    Effect::new(move || {
        if view.state().read().seconds.is_some() {
            reveal(|| focus::all(".claim-item[data-current]").into_iter().next(), Place::InSight);
        }
    });
    let groups = {
        let (shelf, skill) = (shelf.clone(), skill.clone());
        move || -> Vec<AnyView> {
            let Some(skill) = shelf.matrix.skill(&skill) else { return Vec::new() };
            order(&skill.placements, view.level.get())
                .into_iter()
                .map(|placement| view! { <SkillClaims placement=placement.clone()/> }.into_any())
                .collect()
        }
    };
    view! {
        <header class="detail-head">
            <div>
                <p class="eyebrow">{["Skill · ", &about].concat()}</p>
                <h2>{name}</h2>
                {chips}
            </div>
            {close()}
        </header>
        {groups}
    }
    .into_any()
}

/// Placements as a reader wants them: the chosen level's first, then level by level, then those
/// at no named level.
fn order(placements: &[Placement], chosen: Option<Level>) -> Vec<&Placement> {
    let key = |placement: &Placement| {
        let is_chosen = chosen.is_some() && placement.level == chosen;
        (!is_chosen, placement.level.is_none(), placement.level, placement.rank)
    };
    let mut ordered: Vec<&Placement> = Vec::with_capacity(placements.len());
    for placement in placements {
        let at = ordered.partition_point(|other| key(other) <= key(placement));
        ordered.insert(at, placement);
    }
    ordered
}
