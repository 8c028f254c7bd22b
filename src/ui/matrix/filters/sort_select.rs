//! The choice of an order.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::Sort;
use crate::ui::state::library::Library;
use crate::ui::state::view::view;
use crate::ui::widgets::select::{Choice, Select};

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
    let choice = |sort: Sort| Choice {
        value: value(sort).to_owned(),
        label: match sort {
            Sort::Rank => "Order given",
            Sort::Videos => "Videos",
            Sort::Name => "Name",
        }
        .to_owned(),
        count: None,
    };
    let choices = Sort::ALL.into_iter().map(choice).collect();
    let chosen = Signal::derive(move || value(view.sort.get()).to_owned());
    let on_choose = Callback::new(move |name: String| {
        view.change(|state| state.sort = name.parse().unwrap_or_default());
    });
    view! { <Select label="Sort" choices chosen on_choose/> }.into_any()
}

/// The order's name in addresses; empty for the one that needs none.
fn value(sort: Sort) -> &'static str {
    if sort == Sort::default() { "" } else { sort.as_str() }
}
