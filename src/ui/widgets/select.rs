//! A choice of one from a list, with its label beside it.

use leptos::prelude::*;

use crate::ui::widgets::counting::count_in_brackets;

/// What can be chosen.
pub struct SelectOption {
    /// Its name in addresses; empty for the one that changes nothing.
    pub value: String,
    /// What it is called.
    pub label: String,
    /// How many skills it leaves, where that is counted.
    pub count: Option<Signal<usize>>,
}

/// A choice of one from a list.
#[component]
pub fn Select(
    /// What is chosen from.
    label: &'static str,
    /// What can be chosen.
    choices: Vec<SelectOption>,
    /// The name in addresses of what is chosen.
    chosen: Signal<String>,
    /// Called with the name of what the reader chooses.
    on_choose: Callback<String>,
) -> impl IntoView {
    let options: Vec<AnyView> = choices
        .into_iter()
        .map(|SelectOption { value, label, count }| {
            let is_chosen = {
                let value = value.clone();
                move || *chosen.read() == value
            };
            let text = move || match count {
                Some(count) => [&label, " ", &count_in_brackets(count.get())].concat(),
                None => label.clone(),
            };
            view! { <option value=value prop:selected=is_chosen prop:textContent=text></option> }
                .into_any()
        })
        .collect();
    let id = ["choose-", label].concat();
    view! {
        <div class="select" data-chosen=move || (!chosen.read().is_empty()).then_some("true")>
            <label for=id.clone()>{label}</label>
            <span class="select-box">
                <select id=id on:change=move |event| on_choose.run(event_target_value(&event))>
                    {options}
                </select>
            </span>
        </div>
    }
    .into_any()
}
