//! The left side, or on narrow pages all of it: filters, results, matrix.

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::matrix::filters::filter_bar::Filters;
use crate::ui::matrix::matrix_table::MatrixTable;
use crate::ui::matrix::shown_rows::ShownRows;
use crate::ui::rating::record_chunk::have_keeper;
use crate::ui::search::results::Results;
use crate::ui::state::environment::environment;
use crate::ui::state::library::Library;
use crate::ui::state::reading_chunks::reading;
use crate::ui::state::view::view;
use crate::ui::widgets::fresh::fresh;
use crate::ui::widgets::late::in_turn::in_turn;
use crate::ui::widgets::late::late_view::late;
use crate::view_state::Form;

use super::map_section::MapSection;
use super::no_notes::NoNotes;
use super::notices::Notices;
use super::opened_chunks;

/// Filters, results and matrix; or why there is nothing to show.
#[component]
pub fn Board(
    /// The notes that are shown.
    library: Arc<Library>,
) -> impl IntoView {
    if library.vault.is_empty() && !library.warnings.is_empty() {
        return view! { <Notices library/> {settings_note()} }.into_any();
    }
    if library.vault.is_empty() {
        return view! { <Notices library/> <NoNotes/> {settings_note()} }.into_any();
    }
    let rows = ShownRows::of_view(Arc::clone(&library));
    let view = view();
    let is_comparing = Memo::new(move |_| view.state().read().compare.is_some());
    let filters = Arc::clone(&library);
    let filters = fresh(
        move || is_comparing.get(),
        move |is_comparing| match is_comparing {
            true => ().into_any(),
            false => view! { <Filters library=Arc::clone(&filters)/> }.into_any(),
        },
    );
    let below = Arc::clone(&library);
    let below = fresh(
        move || is_comparing.get(),
        move |is_comparing| match is_comparing {
            true => {
                let library = Arc::clone(&below);
                late(move || {
                    let compared = opened_chunks::compare::compared(Arc::clone(&library));
                    Box::pin(async move {
                        // Here one rates. What is not kept because this did not come is told.
                        let _ = have_keeper().await;
                        reading(compared).await
                    })
                })
            }
            false => {
                let library = Arc::clone(&below);
                in_turn(move || {
                    view! {
                        <MapSection library=Arc::clone(&library)/>
                        <MatrixTable library rows/>
                    }
                    .into_any()
                })
            }
        },
    );
    view! {
        {filters}
        <Notices library=Arc::clone(&library)/>
        <Results library/>
        {below}
        {settings_note()}
    }
    .into_any()
}

/// Where the browser keeps nothing for the page, or nothing more, it says so in one line.
fn settings_note() -> AnyView {
    let environment = environment();
    let note = move || {
        (!environment.settings_last() && environment.form == Form::Full).then(|| {
            view! { <p class="quiet settings-note">"Settings last for this tab only."</p> }
                .into_any()
        })
    };
    view! { {move || note()} }.into_any()
}
