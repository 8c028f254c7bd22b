//! The left side, or on narrow pages all of it: filters, results, matrix.

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::matrix::filters::filter_bar::Filters;
use crate::ui::matrix::matrix_table::MatrixTable;
use crate::ui::matrix::shown_rows::ShownRows;
use crate::ui::search::results::Results;
use crate::ui::state::environment::environment;
use crate::ui::state::library::Library;
use crate::view_state::Form;

use super::no_notes::NoNotes;
use super::notices::Notices;

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
    view! {
        <Filters library=Arc::clone(&library)/>
        <Notices library=Arc::clone(&library)/>
        <Results library=Arc::clone(&library)/>
        <MatrixTable library rows/>
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
    note.into_any()
}
