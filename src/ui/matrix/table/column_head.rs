//! The head of a column: the level's name, and a way to sort by it.

use leptos::prelude::*;

use crate::matrix::{LevelId, Sort};
use crate::ui::state::view::view;

/// The head of a column. Pressing it sorts the rows by that level, and pressing it again as they were.
pub fn column_head(level: Option<LevelId>, label: String, sorts: bool, sort: Sort) -> AnyView {
    let view = view();
    let id = level.map_or_else(|| "any".to_owned(), |level| level.to_string());
    let by = level.filter(|_| sorts).map(Sort::At);
    let is_by = by == Some(sort);
    let title = ["Sort by ", &label].concat();
    let text = match by {
        Some(by) => view! {
            <button
                type="button"
                class="head-sort"
                title=title
                on:click=move |_| view.change(|state| state.sort = if is_by { Sort::default() } else { by })
            >
                {label}
            </button>
        }
        .into_any(),
        None => label.into_any(),
    };
    view! {
        <th
            role="columnheader"
            scope="col"
            data-level=id
            aria-sort=is_by.then_some("ascending")
            translate=level.map(|_| "no")
        >
            {text}
        </th>
    }
    .into_any()
}
