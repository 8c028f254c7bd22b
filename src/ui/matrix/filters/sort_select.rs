//! The choice of an order.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::Sort;
use crate::ui::state::library::Library;
use crate::ui::state::view::view;
use crate::ui::widgets::select::{Select, SelectOption};

/// The choice of an order. Only where several notes name skills: a single note has its own.
#[component]
pub fn SortSelect(
    /// The notes that are shown.
    library: Arc<Library>,
) -> impl IntoView {
    let view = view();
    let mut placements = library.matrix.skills.iter().flat_map(|skill| &skill.placements);
    let first = placements.next().map(|placement| &placement.note);
    if placements.all(|placement| Some(&placement.note) == first) {
        return ().into_any();
    }
    let choice = |sort: Sort| SelectOption {
        value: value(sort),
        label: match sort {
            Sort::Rank => "Order given".to_owned(),
            Sort::Videos => "Videos".to_owned(),
            Sort::Name => "Name".to_owned(),
            Sort::At(level) => ["Order for ", library.matrix.level_label(Some(level))].concat(),
        },
        count: None,
    };
    let levels = library.matrix.levels.iter().map(|level| Sort::At(level.id));
    let choices = Sort::ALL.into_iter().chain(levels).map(choice).collect();
    let chosen = Signal::derive(move || value(view.sort.get()));
    let on_choose = Callback::new(move |name: String| {
        view.change(|state| state.sort = name.parse().unwrap_or_default());
    });
    view! { <Select label="Sort" choices chosen on_choose/> }.into_any()
}

/// The order's name in addresses; empty for the one that needs none.
fn value(sort: Sort) -> String {
    if sort == Sort::default() { String::new() } else { sort.id().into_owned() }
}
