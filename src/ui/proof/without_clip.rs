//! The cells of a ladder that no clip backs, each with the way to what may be proof.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::page::scheduler::{self, Slices};
use crate::matrix::{ClipCount, Skill, SkillId};
use crate::ui::links::view_link::ViewLink;
use crate::ui::state::library::Library;
use crate::ui::state::search_index::search_index;
use crate::ui::state::searchable;
use crate::ui::state::texts_beside;
use crate::ui::state::view::{open_skill, view};
use crate::ui::widgets::close_button::CloseButton;
use crate::ui::widgets::counting::count;

use super::clues::clues;

/// The most skills that are listed.
const MOST_SKILLS: usize = 300;

/// The cells of a ladder that no clip backs.
#[component]
pub fn WithoutClip(
    /// The notes that are shown.
    library: Arc<Library>,
) -> impl IntoView {
    let view = view();
    let ClipCount { backed, cells } = library.matrix.clip_count();
    let lacks = |skill: &&Skill| skill.ladder_cells().iter().any(|cell| !cell.has_clip);
    let missing: Vec<&Skill> = library.matrix.skills.iter().filter(lacks).collect();
    let more = missing.len().saturating_sub(MOST_SKILLS);
    let more = (more > 0).then(|| {
        let text = ["and ", &count(more, "skill", "skills"), " more"].concat();
        view! { <li class="quiet">{text}</li> }.into_any()
    });
    // How many moments may be proof of each skill, as far as that is known.
    let found = RwSignal::new(Vec::<usize>::new());
    let shown: Vec<SkillId> =
        missing.iter().take(MOST_SKILLS).map(|skill| skill.id.clone()).collect();
    let items: Vec<AnyView> = missing
        .iter()
        .take(MOST_SKILLS)
        .enumerate()
        .map(|(place, skill)| {
            item(&library, skill, Signal::derive(move || found.read().get(place).copied()))
        })
        .collect();
    let summary = match missing.is_empty() {
        true => "Every cell of the ladder has a clip".to_owned(),
        false => {
            let (backed, cells) = (backed.to_string(), count(cells, "cell has", "cells have"));
            [&backed, " of ", &cells, " a clip"].concat()
        }
    };
    let index = search_index();
    searchable::begin();
    Effect::new(move || {
        // As long as the index grows, so do the numbers.
        let is_whole = index.gathered.read().is_whole;
        if is_whole {
            spawn_local(gather(Arc::clone(&library), index.clone(), shown.clone(), found));
        }
    });
    view! {
        <header class="detail-head">
            <div>
                <p class="eyebrow">"For whoever keeps this page"</p>
                <h2>"Cells without a clip"</h2>
                <p class="quiet">{summary}</p>
            </div>
            <CloseButton label="Close" class="detail-close" on_close=move || view.close()/>
        </header>
        <ul class="without-clip" data-anchor="without-clip" role="list">{items}{more}</ul>
    }
    .into_any()
}

fn item(library: &Library, skill: &Skill, found: Signal<Option<usize>>) -> AnyView {
    let cells = skill.ladder_cells();
    let levels: Vec<&str> = cells
        .iter()
        .filter(|cell| !cell.has_clip && cell.level.is_some())
        .map(|cell| library.matrix.level_label(cell.level))
        .collect();
    let (id, name) = (skill.id.clone(), skill.name.clone());
    let group = skill.group.as_ref().map(|group| [group.as_str(), " · "].concat());
    let edit = Box::new(move |state: &mut _| open_skill(state, &id));
    let offers = move || {
        found.get().map(|found| match found {
            0 => "nothing found".to_owned(),
            found => count(found, "moment to look at", "moments to look at"),
        })
    };
    view! {
        <li>
            <ViewLink edit class="origin-link"><span translate="no">{name}</span></ViewLink>
            <span class="quiet">{group} <span translate="no">{levels.join(", ")}</span></span>
            <span class="quiet found" prop:textContent=offers></span>
        </li>
    }
    .into_any()
}

/// Looks for each skill by its name.
async fn gather(
    library: Arc<Library>,
    index: crate::ui::state::search_index::SearchIndex,
    skills: Vec<SkillId>,
    found: RwSignal<Vec<usize>>,
) {
    // The panel is drawn first.
    scheduler::next_task().await;
    let mut slices = Slices::start();
    let (mut counts, mut is_coming) = (Vec::new(), false);
    for skill in skills.iter().filter_map(|id| library.matrix.skill(id)) {
        let results = untrack(|| index.find(&library, &skill.name));
        if results.so_far.is_some() {
            // It is looked for again once what that takes of the index has come.
            is_coming = true;
            continue;
        }
        counts.push(texts_beside::once_here(|| clues(&library, &results).len()).await);
        slices.breathe().await;
    }
    if !is_coming {
        // The panel may be closed by now.
        found.try_set(counts);
    }
}
