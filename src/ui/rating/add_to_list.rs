//! ＋: takes a skill's clips, or a claim's, into the reader's list, and out of it again.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::{LevelId, Placement, SkillId};
use crate::note::{ClaimId, NoteId, Stamp};
use crate::progress::ListItem;
use crate::ui::state::environment::environment;
use crate::ui::state::library::{Library, current_library};
use crate::vault::video::clip::ClipRef;
use crate::view_state::Form;

use super::ratings::ratings;

/// A button that takes the moments which explain a skill at a level into the list; where there are none, the
/// skill itself.
#[component]
pub fn AddToList(
    /// The notes that are shown.
    library: Arc<Library>,
    /// Whose moments are taken, or itself.
    skill: SkillId,
    /// As the button's label says it.
    name: String,
    /// The level; all of them where none is named.
    level: Option<LevelId>,
    /// Whether Tab stops at it. The rows of the matrix are one stop together, and take the key “+”.
    #[prop(default = true)]
    is_stop: bool,
) -> impl IntoView {
    let items = items_of_skill(&library, &skill, level);
    toggle(items, &name, is_stop)
}

/// A button that takes a claim's clip into the list.
#[component]
pub fn AddClaim(
    /// The note that says it.
    note: NoteId,
    /// What it says.
    claim: ClaimId,
) -> impl IntoView {
    let library = current_library().get_untracked();
    let Some((_, said)) = library.claim(&note, claim) else { return ().into_any() };
    let playable = said.stamps.iter().find(|stamp| !stamp.is_past_end && stamp.video.is_some());
    let clip = playable.map(|stamp| ClipRef { note, seconds: stamp.seconds });
    toggle(clip.into_iter().map(ListItem::of_clip).collect(), &said.text, true)
}

/// What of a skill goes into a list.
fn items_of_skill(library: &Library, skill: &SkillId, level: Option<LevelId>) -> Vec<ListItem> {
    let Some(found) = library.matrix.skill(skill) else { return Vec::new() };
    let is_at = |placement: &&Placement| level.is_none() || placement.level == level;
    let placements = || found.placements.iter().filter(is_at);
    let item = |placement: &Placement| {
        let is_playable = |stamp: &&Stamp| !stamp.is_past_end && stamp.video.is_some();
        let stamp = placement.explaining().filter(is_playable)?;
        let clip = ClipRef { note: placement.note.clone(), seconds: stamp.seconds };
        Some(ListItem::of_backed(skill.clone(), level.or(placement.level), clip))
    };
    let items: Vec<ListItem> = placements().filter_map(item).collect();
    match items.is_empty() {
        true => level
            .or_else(|| placements().find_map(|placement| placement.level))
            .map(|level| ListItem::for_skill(skill.clone(), level, None))
            .into_iter()
            .collect(),
        false => items,
    }
}

fn toggle(items: Vec<ListItem>, name: &str, is_stop: bool) -> AnyView {
    // A frame in another page is about what stands there.
    if items.is_empty() || environment().form == Form::Embedded {
        return ().into_any();
    }
    let ratings = ratings();
    let items = StoredValue::new(items);
    let is_in = Memo::new(move |_| {
        ratings.list().with(|list| items.with_value(|all| all.iter().all(|item| list.has(item))))
    });
    let press = move |_| {
        let items = items.get_value();
        ratings.change_list(move |list, revision| list.toggle(&items, revision));
    };
    let label = ["In your list: ", name].concat();
    view! {
        <button
            type="button"
            class="icon-button add-to-list" data-anchor="add-to-list"
            title=move || if is_in.get() { "In your list" } else { "Add to your list" }
            aria-label=label
            aria-pressed=move || is_in.get().to_string()
            tabindex=(!is_stop).then_some("-1")
            on:click=press
        ></button>
    }
    .into_any()
}
