//! A cell of the matrix: what notes say of a skill at a level.

use leptos::prelude::*;

use crate::matrix::{Level, Placement, SkillId};
use crate::note::Stamp;

use super::chips::rank_ring;
use super::shelf::shelf;
use super::stamp_link::{Opens, StampLink};

/// The most ranks that one cell shows, where notes disagree.
const MOST_RANKS: usize = 3;

/// A cell of the matrix. Truly empty where no note says anything.
#[component]
pub(super) fn Cell(
    /// The row's skill.
    skill: SkillId,
    /// The column's level; `None` for the one of no named level.
    level: Option<Level>,
) -> impl IntoView {
    let shelf = shelf();
    let id = skill.to_string();
    let name = level.map_or("any", Level::as_str);
    let Some(row) = shelf.matrix.skill(&skill) else { return ().into_any() };
    let said = by_rank(row.at(level));
    if said.is_empty() {
        return view! { <td role="cell" data-skill=id data-level=name></td> }.into_any();
    }
    let rank = said.iter().find_map(|(rank, _)| *rank).map(|rank| rank.to_string());
    let label = level.map_or("Any level", Level::label);
    let about = [&row.name, ", ", label].concat();
    let entries: Vec<AnyView> = said
        .into_iter()
        .take(MOST_RANKS)
        .map(|(rank, stamp)| {
            let (about, opens) = (about.clone(), Opens::Skill(skill.clone()));
            let stamp = stamp.map(|stamp| view! { <StampLink stamp about opens/> }.into_any());
            view! { <div class="placed">{rank_ring(rank)} {stamp}</div> }.into_any()
        })
        .collect();
    view! {
        <td role="cell" data-skill=id data-level=name data-rank=rank>
            // The column's head, for cards, where there is none.
            <span class="cell-level" aria-hidden="true">{label}</span>
            {entries}
        </td>
    }
    .into_any()
}

/// The ranks that notes give, the best first and none twice, each with its first stamp.
fn by_rank<'a>(
    placements: impl Iterator<Item = &'a Placement>,
) -> Vec<(Option<u32>, Option<Stamp>)> {
    let mut said: Vec<(Option<u32>, Option<Stamp>)> = Vec::new();
    for placement in placements {
        let first = placement.stamps.first();
        match said.iter_mut().find(|(rank, _)| *rank == placement.rank) {
            Some((_, stamp)) => *stamp = stamp.take().or_else(|| first.cloned()),
            None => {
                // There are few, and a sort would be as big as all of this file.
                let behind = |rank: Option<u32>| rank.unwrap_or(u32::MAX);
                let at = said.partition_point(|(rank, _)| behind(*rank) < behind(placement.rank));
                said.insert(at, (placement.rank, first.cloned()));
            }
        }
    }
    said
}
