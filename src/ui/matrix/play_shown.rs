//! A button that plays what the matrix shows: the chosen level's skills, or all of them.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::{Placement, Skill};
use crate::text;
use crate::ui::queue::play_these::PlayThese;
use crate::ui::state::library::Library;
use crate::ui::state::view::view;
use crate::ui::widgets::counting::count;
use crate::vault::video::clip;
use crate::vault::video::playable::Playable;

use super::shown_rows::ShownRows;

/// A button that plays what notes say of the skills that the matrix shows first.
#[component]
pub fn PlayShown(
    /// The notes that are shown.
    library: Arc<Library>,
    /// What the matrix shows.
    rows: ShownRows,
) -> impl IntoView {
    let view = view();
    let shown = Signal::derive(move || -> Playable {
        let filter = view.filter.get();
        let asked_for = rows.asked_for();
        let skills: Vec<&Skill> =
            asked_for.iter().filter_map(|skill| library.matrix.skill(skill)).collect();
        let label = filter.level.map_or("", |_| library.matrix.level_label(filter.level));
        let level = text::lowered(label);
        let (singular, plural) = match level.is_empty() {
            true => ("skill".to_owned(), "skills".to_owned()),
            false => ([&level, " skill"].concat(), [&level, " skills"].concat()),
        };
        let name = match skills.len() {
            1 => ["the one ", &singular].concat(),
            several => ["the ", &count(several, &singular, &plural)].concat(),
        };
        let fits = |placement: &&Placement| {
            (filter.level.is_none() || placement.level == filter.level)
                && filter.lets_through(placement)
        };
        let placements = || skills.iter().flat_map(|skill| skill.placements.iter().filter(fits));
        let claims = placements()
            .flat_map(|placement| {
                placement.claims.iter().map(|claim| (placement.note.clone(), *claim))
            })
            .take(clip::MOST_CLIPS)
            .collect();
        let all = placements().map(|placement| placement.claims.len()).sum();
        let several = ["claims about ", &name].concat();
        Playable { claims, all, things: skills.len(), name, several }
    });
    let changes = Signal::derive(move || rows.parts.track());
    view! { <div class="play-bar" data-anchor="play-bar"><PlayThese shown changes/></div> }
        .into_any()
}
