//! The way from the matrix to two levels side by side.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::LevelId;
use crate::progress::Sides;
use crate::ui::state::library::Library;
use crate::ui::state::view::view;

/// A link that holds two levels against each other: the chosen one and the next.
#[component]
pub fn CompareButton(
    /// The notes that are shown.
    library: Arc<Library>,
) -> impl IntoView {
    let levels: Vec<LevelId> = library.matrix.levels.iter().map(|level| level.id).collect();
    if levels.len() < 2 {
        return ().into_any();
    }
    let view = view();
    let sides = move || {
        let chosen = view.level.get();
        let at = levels.iter().position(|level| Some(*level) == chosen).unwrap_or_default();
        let at = at.min(levels.len().saturating_sub(2));
        Some(Sides::Levels(*levels.get(at)?, *levels.get(at + 1)?))
    };
    let href = {
        let sides = sides.clone();
        move || {
            let sides = sides();
            view.state().track();
            view.href(|state| state.compare = sides)
        }
    };
    view! {
        <a class="button compare-button" href=href title="What changes from one level to another, and how far you are">
            "Compare"
        </a>
    }
    .into_any()
}
