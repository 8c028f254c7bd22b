//! A skill of two levels side by side.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::{LevelId, Placement, Skill};
use crate::progress::{At, Wording, WordingPiece};
use crate::ui::matrix::rank_badge::rank_ring;
use crate::ui::player::stamp_link::{Opens, StampLink};
use crate::ui::state::library::Library;
use crate::ui::state::view::{open_skill, view};

use crate::ui::rating::add_to_list::AddToList;
use crate::ui::rating::step_dots::StepDots;

/// How many notes' words stand in a cell; the opened skill has all of them.
const MOST_PLACEMENTS: usize = 3;

/// How many times of a note stand in a cell.
const MOST_TIMES: usize = 3;

/// A skill of two levels side by side.
#[component]
pub fn CompareRow(
    /// The notes that are shown.
    library: Arc<Library>,
    /// What is compared: the skill's two sides.
    skill: Skill,
    /// What the first side says.
    from: Vec<Placement>,
    /// What the second side says.
    to: Vec<Placement>,
    /// The words of a ladder that change.
    wording: Option<Wording>,
    /// The levels over which a ladder says the same as on both sides, where they are several.
    over: [Option<String>; 2],
    /// The best rank on both sides.
    ranks: (Option<u32>, Option<u32>),
    /// The level at which it is rated; none where roles are compared.
    level: Option<LevelId>,
) -> impl IntoView {
    let view = view();
    let (id, name) = (skill.id.clone(), skill.name.clone());
    let href = {
        let id = id.clone();
        move || {
            view.state().track();
            view.href(|state| open_skill(state, &id))
        }
    };
    let of = id.to_string();
    let (before, after) = wording.map(|wording| (wording.before, wording.after)).unzip();
    let is_same =
        before.iter().chain(&after).flatten().all(|piece: &WordingPiece| !piece.is_changed);
    let is_same = is_same && before.is_some();
    let no_from = if to.is_empty() { "" } else { "not asked yet" };
    let [over_from, over_to] = over;
    let sides = match is_same {
        // It is shown once, over both.
        true => {
            let over = over_from.unwrap_or_else(|| "The same at both".to_owned());
            let from = side(&skill, &from, before, ranks.0, Some(over), no_from);
            view! { <td class="side-both" colspan="2">{from}</td> }.into_any()
        }
        false => {
            let from = side(&skill, &from, before, ranks.0, over_from, no_from);
            let to = side(&skill, &to, after, ranks.1, over_to, "not named again");
            view! { <td class="side-from">{from}</td> <td class="side-to">{to}</td> }.into_any()
        }
    };
    let dots = level.map(|level| {
        let at = At { skill: id.clone(), level };
        view! { <StepDots at name=name.clone()/> }.into_any()
    });
    view! {
        <tr class="compare-row" data-skill=of>
            <th scope="row" translate="no"><a href=href>{name.clone()}</a></th>
            {sides}
            <td class="rate">
                {dots}
                <AddToList library skill=id name level/>
            </td>
        </tr>
    }
    .into_any()
}

/// What a side says of a skill.
fn side(
    skill: &Skill,
    placements: &[Placement],
    words: Option<Vec<WordingPiece>>,
    rank: Option<u32>,
    over: Option<String>,
    if_none: &'static str,
) -> AnyView {
    if placements.is_empty() {
        return view! { <p class="quiet">{if_none}</p> }.into_any();
    }
    let ring = rank.map(|rank| rank_ring(Some(rank)));
    let over = over.map(|over| view! { <p class="quiet over">{over}</p> }.into_any());
    let is_told = words.is_some();
    let told = words.map(|words| {
        let piece = |piece: WordingPiece| match piece.is_changed {
            true => view! { <strong class="changed">{piece.text}</strong> }.into_any(),
            false => piece.text.into_any(),
        };
        let pieces: Vec<AnyView> = words.into_iter().map(piece).collect();
        view! { <p class="said expected">{pieces}</p> }.into_any()
    });
    let placement = |placement: &Placement| {
        let said =
            placement.text.clone().filter(|_| !is_told).or_else(|| placement.summary.clone());
        let said = said.filter(|_| !(is_told && placement.text.is_some()));
        let first = placement.explaining().into_iter();
        let others = placement.stamps.iter().filter(|stamp| Some(*stamp) != placement.explaining());
        let stamps: Vec<AnyView> = first
            .chain(others)
            .take(MOST_TIMES)
            .map(|stamp| {
                let (stamp, about) = (stamp.clone(), skill.name.clone());
                view! { <StampLink stamp about opens=Opens::Skill(skill.id.clone())/> " " }
                    .into_any()
            })
            .collect();
        if said.is_none() && stamps.is_empty() {
            return ().into_any();
        }
        view! { <p class="said">{said} " " {stamps}</p> }.into_any()
    };
    let all: Vec<AnyView> = placements.iter().take(MOST_PLACEMENTS).map(placement).collect();
    let more = placements.len().saturating_sub(MOST_PLACEMENTS);
    let more = (more > 0).then(|| {
        view! { <p class="quiet">{["and ", &more.to_string(), " more"].concat()}</p> }.into_any()
    });
    view! { <div class="side-cell">{ring} <div>{over} {told} {all} {more}</div></div> }.into_any()
}
