//! Says of a clip that it was chosen as proof, and takes that back.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::Placement;
use crate::ui::import::note_import::note_import;
use crate::ui::import::proofs::ProofClip;
use crate::ui::state::environment::environment;
use crate::ui::state::library::Library;
use crate::ui::widgets::dialog::keep_focus;
use crate::view_state::Form;

/// Says of a clip that it was chosen as proof, and takes that back.
#[component]
pub fn ChosenClip(
    /// The notes that are shown.
    library: Arc<Library>,
    /// The choice.
    placement: Placement,
) -> impl IntoView {
    let take_back = move |_| {
        let is_of = |skill: &&crate::matrix::Skill| skill.placements.contains(&placement);
        let skill = library.matrix.skills.iter().find(is_of).map(|skill| skill.id.clone());
        let seconds = placement.stamps.first().map(|stamp| stamp.seconds);
        if let (Some(skill), Some(seconds)) = (skill, seconds) {
            let (level, note) = (placement.level, placement.note.clone());
            note_import().take_proof_back(ProofClip { skill, level, note, seconds });
            keep_focus();
        }
    };
    let button = (environment().form == Form::Full).then(|| {
        view! {
            <button type="button" class="button" on:click=take_back>"Take it back"</button>
        }
        .into_any()
    });
    view! {
        <p class="chosen-proof quiet" data-anchor="chosen-proof">
            "Chosen as proof by whoever keeps this page" {button}
        </p>
    }
    .into_any()
}
