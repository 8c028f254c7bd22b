//! What a ladder expects of an opened skill and no clip shows: what the notes say that may be proof of it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::{LadderCell, SkillId};
use crate::search::Marker;
use crate::ui::state::library::Library;
use crate::ui::state::search_index::search_index;
use crate::ui::state::texts_beside;
use crate::ui::state::view::view;
use crate::ui::widgets::fresh::fresh;

use super::clues::{Clue, clues};
use super::proof_hit::{ProofHit, ProofOf};

/// What may be proof of a ladder's skill, as long as one of its cells has no clip: of the chosen level's, where it is
/// expected there.
#[component]
pub fn ProofOffer(
    /// The notes that are shown.
    library: Arc<Library>,
    /// The skill.
    skill: SkillId,
) -> impl IntoView {
    let Some(found) = library.matrix.skill(&skill).cloned() else { return ().into_any() };
    let cells = found.ladder_cells();
    if !library.has_video || cells.iter().all(|cell| cell.has_clip) {
        return ().into_any();
    }
    let view = view();
    let open = {
        let cells = cells.clone();
        Memo::new(move |_| {
            let chosen = view.level.get();
            let is_chosen = |cell: &&LadderCell| chosen.is_some() && cell.level == chosen;
            match cells.iter().find(is_chosen) {
                Some(cell) if cell.has_clip => Vec::new(),
                Some(cell) => vec![*cell],
                None => cells.iter().filter(|cell| !cell.has_clip).copied().collect(),
            }
        })
    };
    let words = RwSignal::new(found.name.clone());
    let index = search_index();
    let hits = {
        let library = Arc::clone(&library);
        Memo::new(move |_| {
            let results = index.find(&library, &words.read());
            texts_beside::track_arrivals();
            let (clues, is_lacking) = texts_beside::lacked_by(|| clues(&library, &results));
            (clues, results.searched.answer.marker.clone(), is_lacking)
        })
    };
    fresh(
        move || open.get(),
        move |open| {
            if open.is_empty() {
                return ().into_any();
            }
            let labels: Vec<&str> =
                open.iter().map(|cell| library.matrix.level_label(cell.level)).collect();
            let is_all = open.iter().all(|cell| cell.level.is_none()) || open.len() == cells.len();
            let missing = match is_all && open.len() > 1 {
                true => "No clip yet".to_owned(),
                false if open.iter().all(|cell| cell.level.is_none()) => "No clip yet".to_owned(),
                false => ["No clip yet for ", &labels.join(", ")].concat(),
            };
            let levels: Vec<_> = open
                .iter()
                .map(|cell| (cell.level, library.matrix.level_label(cell.level).to_owned()))
                .collect();
            let of = ProofOf { skill: found.id.clone(), name: found.name.clone(), levels };
            let list = {
                let library = Arc::clone(&library);
                fresh(
                    move || hits.get(),
                    move |(clues, marker, is_lacking): (Vec<Clue>, Marker, bool)| match clues.is_empty() {
                        true if is_lacking => {
                            view! { <p class="quiet">"Loading …"</p> }.into_any()
                        }
                        true => view! {
                            <p class="quiet">"Nothing with a time says these words. Try others."</p>
                        }
                        .into_any(),
                        false => {
                            let items: Vec<AnyView> = clues
                                .into_iter()
                                .map(|clue| {
                                    let (library, marker) = (Arc::clone(&library), marker.clone());
                                    let of = of.clone();
                                    view! { <ProofHit library clue marker of/> }.into_any()
                                })
                                .collect();
                            view! { <ul class="proof-hits" role="list">{items}</ul> }.into_any()
                        }
                    },
                )
            };
            view! {
                <section class="proof-offer" data-anchor="proof-offer" aria-labelledby="proof-offer-title">
                    <h3 id="proof-offer-title">{missing}</h3>
                    <label class="field proof-words">
                        <span>"Who says something like"</span>
                        <input
                            type="text"
                            prop:value=move || words.get()
                            on:input=move |input| words.set(event_target_value(&input))
                        />
                    </label>
                    {list}
                </section>
            }
            .into_any()
        },
    )
    .into_any()
}
