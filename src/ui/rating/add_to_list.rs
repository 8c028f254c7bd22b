//! ＋: takes a skill's clips into the reader's list.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::{LevelId, SkillId};
use crate::progress::ListItem;
use crate::ui::state::library::Library;
use crate::ui::widgets::icon::Icon;
use crate::ui::widgets::icon_button::IconButton;
use crate::vault::video::clip::ClipRef;

use super::state::progress;

/// A button that takes the moments which explain a skill at a level into the list; where there are none, the
/// skill itself.
#[component]
pub fn AddToList(
    /// The notes that are shown.
    library: Arc<Library>,
    /// The skill.
    skill: SkillId,
    /// Its name.
    name: String,
    /// The level; all of them where none is named.
    level: Option<LevelId>,
) -> impl IntoView {
    let progress = progress();
    let add = move || {
        let Some(found) = library.matrix.skill(&skill) else { return };
        let at_level = |level: Option<LevelId>| {
            found
                .placements
                .iter()
                .filter(move |placement| level.is_none() || placement.level == level)
        };
        let items: Vec<ListItem> = at_level(level)
            .filter_map(|placement| {
                let stamp = placement.explaining().filter(|stamp| !stamp.is_past_end)?;
                stamp.video?;
                let clip = ClipRef { note: placement.note.clone(), seconds: stamp.seconds };
                let level = level.or(placement.level);
                Some(match level {
                    Some(level) => ListItem::for_skill(skill.clone(), level, Some(clip)),
                    None => ListItem::of_clip(clip),
                })
            })
            .collect();
        let items = match (items.is_empty(), level) {
            (true, Some(level)) => vec![ListItem::for_skill(skill.clone(), level, None)],
            _ => items,
        };
        progress.change_list(|list, revision| list.add(items, revision));
    };
    view! {
        <IconButton
            icon=Icon::Plus
            title="Add to your list"
            label=["Add to your list: ", &name].concat()
            on_press=add
        />
    }
    .into_any()
}
