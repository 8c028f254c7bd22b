//! The map of many skills, closed until somebody asks for it.

use std::sync::Arc;

use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDetailsElement;

use crate::matrix::FOLDED_FROM;
use crate::ui::state::environment::environment;
use crate::ui::state::library::Library;
use crate::ui::widgets::fresh::fresh;
use crate::ui::widgets::late::late_view::late;
use crate::view_state::Form;

use super::opened_chunks;

/// The map, closed at first. Nothing where the table is looked through in a moment.
#[component]
pub fn MapSection(
    /// The notes that are shown.
    library: Arc<Library>,
) -> impl IntoView {
    let matrix = &library.matrix;
    let is_much = matrix.skills.len() > FOLDED_FROM && !matrix.levels.is_empty();
    if !is_much || environment().form == Form::Embedded {
        return ().into_any();
    }
    let is_open = RwSignal::new(false);
    let toggled = move |event: Event| {
        let details = event.target().and_then(|target| target.dyn_into().ok());
        is_open.set(details.is_some_and(|details: HtmlDetailsElement| details.open()));
    };
    let content = fresh(
        move || is_open.get(),
        move |is_open| match is_open {
            true => {
                let library = Arc::clone(&library);
                late(move || Box::pin(opened_chunks::opened::map(Arc::clone(&library))))
            }
            false => ().into_any(),
        },
    );
    view! {
        <details class="skill-map" data-anchor="map" on:toggle=toggled>
            <summary>"See all of it as a map"</summary>
            {content}
        </details>
    }
    .into_any()
}
