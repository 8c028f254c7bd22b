//! What narrows and sorts the matrix.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::Facets;
use crate::ui::rating::compare_button::CompareButton;
use crate::ui::search::found::search;
use crate::ui::state::library::Library;
use crate::ui::state::view::view;

use super::group_select::GroupSelect;
use super::level_filter::LevelFilter;
use super::more_filters::MoreFilters;
use super::role_select::RoleSelect;

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
            let group = view.group.get().map(|group| library.matrix.in_group(&group));
            Facets::of(&library.matrix, &view.filter.read(), |skill| {
                found.shows(skill) && group.as_ref().is_none_or(|group| group.contains(skill))
            })
        })
    };
    // Where no choice would leave a skill, there is none to make.
    let leaves_nothing = Memo::new(move |_| {
        let facets = facets.read();
        facets.any_level + facets.any_role + facets.any_video == 0
    });
    view! {
        <div class="filters" data-none=move || leaves_nothing.get().then_some("true")>
            <LevelFilter library=Arc::clone(&library) facets/>
            <RoleSelect facets/>
            <GroupSelect library=Arc::clone(&library)/>
            <CompareButton library=Arc::clone(&library)/>
            <MoreFilters library facets/>
        </div>
    }
    .into_any()
}
