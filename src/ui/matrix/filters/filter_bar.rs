//! What narrows and sorts the matrix.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::Facets;
use crate::ui::search::found::search;
use crate::ui::state::library::Library;
use crate::ui::state::view::view;

use super::level_filter::LevelFilter;
use super::role_select::RoleSelect;
use super::sort_select::SortSelect;
use super::video_select::VideoSelect;

/// What narrows and sorts the matrix: each part is there only where there is something to choose.
#[component]
pub fn Filters(
    /// The notes that are shown.
    library: Arc<Library>,
) -> impl IntoView {
    let (view, search) = (view(), search());
    let facets = {
        let library = Arc::clone(&library);
        Memo::new(move |_| {
            let found = search.painted.read();
            Facets::of(&library.matrix, &view.filter.read(), |skill| found.shows(skill))
        })
    };
    view! {
        <div class="filters">
            <LevelFilter library=Arc::clone(&library) facets/>
            <div class="selects">
                <RoleSelect facets/>
                <VideoSelect library=Arc::clone(&library) facets/>
                <SortSelect library/>
            </div>
        </div>
    }
    .into_any()
}
