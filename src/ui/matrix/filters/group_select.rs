//! The choice of a ladder's group.

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::state::library::Library;
use crate::ui::state::view::view;
use crate::ui::widgets::select::{Select, SelectOption};

/// The choice of a group, each with the number of its skills. Only where ladders name several.
#[component]
pub fn GroupSelect(
    /// The notes that are shown.
    library: Arc<Library>,
) -> impl IntoView {
    let view = view();
    let groups = library.matrix.groups();
    if groups.len() < 2 {
        return ().into_any();
    }
    let all = SelectOption { value: String::new(), label: "All groups".to_owned(), count: None };
    let of_group = |(id, name): (String, &str)| {
        let count = library.matrix.in_group(&id).len();
        let label = crate::text::shown(name).into_owned();
        SelectOption { value: id, label, count: Some(Signal::stored(count)) }
    };
    let choices = std::iter::once(all).chain(groups.into_iter().map(of_group)).collect();
    let chosen = Signal::derive(move || view.group.get().unwrap_or_default());
    let on_choose = Callback::new(move |id: String| {
        view.change(|state| state.group = Some(id).filter(|id| !id.is_empty()));
    });
    view! { <Select label="Group" choices chosen on_choose/> }.into_any()
}
