//! A button that plays what the matrix shows: the chosen level's skills, or all of them.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::{Placement, Rows};
use crate::ui::queue::play_these::PlayThese;
use crate::ui::search::found::search;
use crate::ui::state::library::Library;
use crate::ui::state::view::view;
use crate::ui::widgets::counting::count;
use crate::vault::video::clip;
use crate::vault::video::playable::Playable;

/// A button that plays what notes say of the skills that the matrix shows first.
#[component]
pub fn PlayShown(
    /// The notes that are shown.
    library: Arc<Library>,
) -> impl IntoView {
    let (view, search) = (view(), search());
    let shown = Signal::derive(move || -> Playable {
        let (found, filter) = (search.painted.read(), view.filter.get());
        let rows = Rows::of(&library.matrix, &filter, view.sort.get(), |skill| found.shows(skill));
        let level =
            filter.level.map_or("", |_| library.matrix.level_label(filter.level)).to_lowercase();
        let (one, many) = match level.is_empty() {
            true => ("skill".to_owned(), "skills".to_owned()),
            false => ([&level, " skill"].concat(), [&level, " skills"].concat()),
        };
        let name = match rows.first.len() {
            1 => ["the one ", &one].concat(),
            several => ["the ", &count(several, &one, &many)].concat(),
        };
        let fits = |one: &&Placement| {
            (filter.level.is_none() || one.level == filter.level) && filter.lets_through(one)
        };
        let placements =
            || rows.first.iter().flat_map(|skill| skill.placements.iter().filter(fits));
        let claims = placements()
            .flat_map(|one| one.claims.iter().map(|claim| (one.note.clone(), *claim)))
            .take(clip::MOST)
            .collect();
        let all = placements().map(|one| one.claims.len()).sum();
        let several = ["claims about ", &name].concat();
        Playable { claims, all, things: rows.first.len(), name, several }
    });
    view! { <div class="play-bar"><PlayThese shown changes=search.changes()/></div> }.into_any()
}
