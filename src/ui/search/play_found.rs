//! A button that plays what a search has found.

use leptos::prelude::*;

use crate::search::{Group, Target, Tier};
use crate::ui::queue::play_these::PlayThese;
use crate::ui::widgets::counting::count;
use crate::vault::video::clip;
use crate::vault::video::playable::Playable;

use super::found::search;

/// A button that plays the moments that a search has found, the best first: those that are shown, and
/// so with a level chosen those of that level.
#[component]
pub fn PlayFound() -> impl IntoView {
    let search = search();
    let shown = Signal::derive(move || -> Playable {
        let found = search.found.read();
        let is_all = *search.all_of.read() == found.query;
        let hits = found.shown_of(Group::Moments, is_all);
        let is_of_level = hits.iter().all(|hit| hit.tier == Tier::First);
        let level = found.searched.level.as_deref().filter(|_| is_of_level);
        let mut claims: Vec<_> = hits
            .iter()
            .filter_map(|hit| match &hit.target {
                Target::Claim { note, claim, seconds: Some(_) } => Some((note.clone(), *claim)),
                _ => None,
            })
            .collect();
        let all = claims.len();
        claims.truncate(clip::MOST_CLIPS);
        let place = level.map(|level| [" in ", level].concat()).unwrap_or_default();
        let name = [count(all, "moment", "moments"), place.clone()].concat();
        Playable { claims, all, things: all, name, several: ["moments", &place].concat() }
    });
    view! { <PlayThese shown changes=search.changes()/> }.into_any()
}
