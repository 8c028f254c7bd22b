//! A button that plays what the matrix shows: the chosen level's skills, or all of them.

use leptos::prelude::*;

use crate::matrix::{Rows, Skill};
use crate::vault::clip;

use crate::ui::found::search;
use crate::ui::shelf::shelf;
use crate::ui::view::view;
use crate::ui::words::count;

use super::play_these::{PlayThese, Shown};

/// A button that plays what notes say of the skills that the matrix shows first.
#[component]
pub(in crate::ui) fn PlayShown() -> impl IntoView {
    let (view, search, shelf) = (view(), search(), shelf());
    let shown = Signal::derive(move || -> Shown {
        let (found, filter) = (search.painted.read(), view.filter.get());
        let rows = Rows::of(&shelf.matrix, &filter, view.sort.get(), |skill| found.shows(skill));
        let level =
            filter.level.map_or("", |_| shelf.matrix.level_label(filter.level)).to_lowercase();
        let (one, many) = match level.is_empty() {
            true => ("skill".to_owned(), "skills".to_owned()),
            false => ([&level, " skill"].concat(), [&level, " skills"].concat()),
        };
        let name = match rows.first.len() {
            1 => ["for the one ", &one].concat(),
            several => ["for the ", &count(several, &one, &many)].concat(),
        };
        let placements = |skill: &&Skill| {
            let fits = |level| filter.level.is_none() || level == filter.level;
            let placements = skill.placements.iter();
            placements
                .filter(|one| fits(one.level) && filter.lets_through(one))
                .cloned()
                .collect::<Vec<_>>()
        };
        let claims = rows
            .first
            .iter()
            .take(clip::MOST)
            .flat_map(placements)
            .flat_map(|one| one.claims.into_iter().map(move |claim| (one.note.clone(), claim)))
            .take(clip::MOST)
            .collect();
        (claims, name)
    });
    view! { <div class="play-bar"><PlayThese shown/></div> }.into_any()
}
