//! A line of the reader's list.

use std::sync::Arc;

use leptos::prelude::*;

use crate::note::NoteId;
use crate::progress::ListItem;
use crate::text::shortened;
use crate::ui::player::stamp_link::StampLink;
use crate::ui::state::library::Library;
use crate::ui::widgets::icon::Icon;
use crate::ui::widgets::icon_button::IconButton;
use crate::vault::video::clip::stamp_named;

use crate::ui::rating::state::{progress, today};

/// The longest text of a line, in characters.
const LONGEST: usize = 110;

/// A line: a box to tick, what it is for, what is said, its moment.
#[component]
pub fn PlanItem(
    /// The notes that are shown.
    library: Arc<Library>,
    /// Its place in the list, from 0.
    index: usize,
    /// The item.
    item: ListItem,
) -> impl IntoView {
    let progress = progress();
    let skill = item.skill.as_ref();
    let known = skill.and_then(|skill| library.matrix.skill(skill));
    let name = known.map_or_else(
        || skill.map_or_else(String::new, ToString::to_string),
        |known| known.name.clone(),
    );
    let note = item.clip.as_ref().and_then(|clip| library.vault.note(&clip.note));
    let found = note.zip(item.clip.as_ref()).and_then(|(note, clip)| {
        let stamp =
            |claim: &crate::note::Claim| stamp_named(claim.stamps.iter(), clip.seconds).cloned();
        note.claims().iter().find_map(|claim| Some((claim.text.clone(), stamp(claim)?)))
    });
    let expected = || {
        let at = known.into_iter().flat_map(|skill| skill.at(item.level));
        at.filter_map(|placement| placement.text.clone()).collect::<Vec<_>>().join(" ")
    };
    let (said, stamp) = match found {
        Some((said, stamp)) => {
            let of_note = |note: &NoteId| {
                known.and_then(|known| known.placements.iter().find(|one| one.note == *note))
            };
            // The skill's name stands in front of it anyway.
            let placement = item.clip.as_ref().and_then(|clip| of_note(&clip.note));
            let said = placement.map_or(said.clone(), |one| one.without_label(&said).to_owned());
            (said, Some(stamp))
        }
        None if item.clip.is_some() => ("Its note is not here.".to_owned(), None),
        None => (expected(), None),
    };
    let said = shortened(&said, LONGEST);
    let stamp = stamp.map(|stamp| view! { <StampLink stamp about=name.clone()/> }.into_any());
    let named = if name.is_empty() { said.clone() } else { name.clone() };
    let is_done = item.done.is_some();
    let tick = item.clip.clone().map(|clip| {
        let label = ["Done: ", &named].concat();
        view! {
            <input
                type="checkbox"
                class="plan-tick"
                aria-label=label
                prop:checked=is_done
                on:change=move |event| {
                    let done = today().filter(|_| event_target_checked(&event));
                    progress.change_list(|list, revision| list.tick(&clip, done, revision));
                }
            />
        }
        .into_any()
    });
    view! {
        <li class="plan-item" data-done=is_done.then_some("true")>
            {tick}
            <p class="plan-text">
                <b translate="no">{name}</b> " " <span>{said}</span>
            </p>
            {stamp}
            <IconButton
                icon=Icon::Up
                title="Move up"
                label=["Move up: ", &named].concat()
                disabled=index == 0
                on_press=move || {
                    progress.change_list(|list, revision| {
                        list.move_item(index, index.saturating_sub(1), revision);
                    });
                }
            />
            <IconButton
                icon=Icon::Close
                title="Take out"
                label=["Take out: ", &named].concat()
                on_press=move || progress.change_list(|list, revision| list.take_out(index, revision))
            />
        </li>
    }
    .into_any()
}
