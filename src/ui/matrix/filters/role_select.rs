//! The choice of a role.

use leptos::prelude::*;

use crate::matrix::{Facets, RoleFilter};
use crate::ui::state::environment::environment;
use crate::ui::state::view::view;
use crate::ui::widgets::select::{Select, SelectOption};

/// The choice of a role, each with the number of skills it leaves. Only where notes name several.
#[component]
pub fn RoleSelect(
    /// What there is to choose.
    facets: Memo<Facets>,
) -> impl IntoView {
    let (view, environment) = (view(), environment());
    let roles: Vec<RoleFilter> =
        facets.read_untracked().roles.iter().map(|(role, _)| *role).collect();
    if roles.len() < 2 {
        return ().into_any();
    }
    let all = SelectOption {
        value: String::new(),
        label: "Any role".to_owned(),
        count: Some(Signal::derive(move || facets.read().any_role)),
    };
    let of_role = |(place, role): (usize, RoleFilter)| SelectOption {
        value: role.as_str().to_owned(),
        label: role.label().to_owned(),
        count: Some(Signal::derive(move || {
            facets.read().roles.get(place).map_or(0, |(_, count)| *count)
        })),
    };
    let choices = std::iter::once(all).chain(roles.into_iter().enumerate().map(of_role)).collect();
    let chosen = Signal::derive(move || {
        view.filter.read().role.map_or_else(String::new, |role| role.as_str().to_owned())
    });
    let on_choose = Callback::new(move |name: String| {
        let role: Option<RoleFilter> = name.parse().ok();
        environment.choose_reader(|reader| reader.role = role.and_then(RoleFilter::named));
        view.change(|state| state.role = role);
    });
    view! { <Select label="Role" choices chosen on_choose/> }.into_any()
}
