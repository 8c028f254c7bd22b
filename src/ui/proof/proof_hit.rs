//! Something that was said and may be proof: its words, its time, and the choice.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::{LevelId, SkillId};
use crate::search::Marker;
use crate::ui::import::note_import::note_import;
use crate::ui::import::proofs::ProofClip;
use crate::ui::links::note_link::NoteLink;
use crate::ui::player::stamp_link::StampLink;
use crate::ui::search::highlighted::highlighted;
use crate::ui::state::environment::environment;
use crate::ui::state::library::Library;
use crate::ui::widgets::dialog::keep_focus;
use crate::video::clock;
use crate::view_state::Form;

use super::clues::Clue;

/// What something may be proof of.
#[derive(Clone, Debug, PartialEq)]
pub struct ProofOf {
    pub skill: SkillId,
    /// The skill's name.
    pub name: String,
    /// The levels at which a ladder expects it and no clip shows it, with their names.
    pub levels: Vec<(Option<LevelId>, String)>,
}

/// Something that was said and may be proof. Where it may be so at several levels, it is asked of which.
#[component]
pub fn ProofHit(
    /// The notes that are shown.
    library: Arc<Library>,
    /// What was said.
    clue: Clue,
    /// Finds what was matched.
    marker: Marker,
    /// What it may be proof of.
    of: ProofOf,
) -> impl IntoView {
    let Some((note, claim)) = library.claim(&clue.note, clue.claim) else { return ().into_any() };
    let text = highlighted(&claim.text, &marker);
    let (title, section) = (note.title.clone(), note.headings().get(claim.section));
    let section = section.map(|section| section.slug.clone()).unwrap_or_default();
    let Clue { note, stamp, .. } = clue;
    let ProofOf { skill, name, levels } = of;
    let time = clock(stamp.seconds);
    let is_asked = RwSignal::new(false);
    let choose = {
        let (note, seconds) = (note.clone(), stamp.seconds);
        move |level: Option<LevelId>| {
            let (skill, note) = (skill.clone(), note.clone());
            note_import().choose_proof(ProofClip { skill, level, note, seconds });
            keep_focus();
        }
    };
    let is_one = levels.len() == 1;
    let only = levels.first().and_then(|(level, _)| *level);
    let label = match (is_one, only) {
        (true, Some(_)) => ["This is proof of ", &name, " at ", &levels[0].1, ": ", &time].concat(),
        _ => ["This is proof of ", &name, ": ", &time].concat(),
    };
    let press = {
        let choose = choose.clone();
        move |_| match is_one {
            true => choose(only),
            false => is_asked.update(|is_asked| *is_asked = !*is_asked),
        }
    };
    let expanded = move || (!is_one).then(|| is_asked.get().to_string());
    let asked = move || {
        is_asked.get().then(|| {
            let buttons: Vec<AnyView> = levels
                .iter()
                .map(|(level, label)| {
                    let (choose, level, label) = (choose.clone(), *level, label.clone());
                    view! {
                        <button type="button" class="button" translate="no" on:click=move |_| choose(level)>
                            {label}
                        </button>
                    }
                    .into_any()
                })
                .collect();
            view! {
                <div class="proof-levels" role="group" aria-label="Of which level?">
                    <span class="quiet" aria-hidden="true">"Of which level?"</span>
                    {buttons}
                </div>
            }
            .into_any()
        })
    };
    // In another page's frame nobody keeps anything.
    let button = (environment().form == Form::Full).then(|| {
        view! {
            <button
                type="button"
                class="button"
                data-anchor="this-is-proof"
                aria-label=label
                aria-expanded=expanded
                on:click=press
            >
                "This is proof"
            </button>
            {asked}
        }
        .into_any()
    });
    view! {
        <li class="proof-hit">
            <p>{text}</p>
            <p class="origin"><NoteLink note section class="origin-link">{title}</NoteLink></p>
            <div class="proof-choice"><StampLink stamp/> {button}</div>
        </li>
    }
    .into_any()
}
