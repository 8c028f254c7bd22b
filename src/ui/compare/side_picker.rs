//! The choice of one of two levels, or roles, that are compared.

use leptos::prelude::*;

/// A level or a role that a side can be.
#[derive(Clone)]
pub struct PickerChoice {
    /// Its name in addresses.
    pub id: String,
    /// Its name as people read it.
    pub label: String,
}

/// The choice of a side.
#[component]
pub fn SidePicker(
    /// What stands in front of it.
    title: &'static str,
    /// Its name among the fields of the page.
    name: &'static str,
    /// What there is to choose.
    choices: Vec<PickerChoice>,
    /// Its `id`.
    chosen: String,
    /// Called with what is chosen.
    on_choose: Callback<String>,
) -> impl IntoView {
    let id = [name, "-title"].concat();
    let title_id = id.clone();
    let choice = |PickerChoice { id, label }: PickerChoice| {
        let is_chosen = id == chosen;
        let value = id.clone();
        view! {
            <label class="segment">
                <input
                    type="radio"
                    name=name
                    value=value
                    prop:checked=is_chosen
                    on:change=move |_| on_choose.run(id.clone())
                />
                <span class="segment-label"><span translate="no">{label}</span></span>
            </label>
        }
        .into_any()
    };
    let choices: Vec<AnyView> = choices.into_iter().map(choice).collect();
    view! {
        <div class="levels" role="radiogroup" aria-labelledby=id>
            <span class="levels-title" id=title_id>{title}</span>
            <div class="segments">{choices}</div>
        </div>
    }
    .into_any()
}
