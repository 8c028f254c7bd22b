//! The search box.

use leptos::ev::KeyboardEvent;
use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

use crate::anchor::Anchor;
use crate::browser::page::focus;
use crate::ui::state::environment::environment;
use crate::ui::state::searchable;
use crate::ui::state::view::view;
use crate::ui::widgets::fresh::fresh;
use crate::ui::widgets::icon::{Icon, icon};
use crate::ui::widgets::icon_button::IconButton;

use super::gathering::Gathering;
use super::recent::RecentSearches;

/// The field in which one types what is looked for; `/` leads to it.
#[component]
pub fn SearchBox() -> impl IntoView {
    let view = view();
    let field = NodeRef::<Input>::new();
    let has_focus = RwSignal::new(false);
    // Where the focus came from, so that Escape can give it back.
    let from = StoredValue::new_local(None::<HtmlElement>);
    let clear = move || view.refine(|state| state.query.clear());
    let on_key = move |key: KeyboardEvent| {
        if key.is_composing() {
            return;
        }
        match key.key().as_str() {
            "ArrowDown" => {
                if let Some(first) = focus::first(Anchor::Hit) {
                    key.prevent_default();
                    focus::give(&first);
                }
            }
            "Enter" => {
                if let Some(first) = focus::first(Anchor::Hit) {
                    key.prevent_default();
                    first.click();
                }
            }
            "Escape" => {
                // Browsers clear a search field by themselves, but tell nobody in time.
                key.prevent_default();
                if !view.query.read_untracked().is_empty() {
                    clear();
                } else if let Some(field) = field.get_untracked() {
                    let _ = field.blur();
                    if let Some(from) = from.try_update_value(Option::take).flatten() {
                        focus::give(&from);
                    }
                }
            }
            _ => {}
        }
    };
    let on_focus = move |event: leptos::ev::FocusEvent| {
        let came_from = event.related_target().and_then(|target| target.dyn_into().ok());
        // Coming back from the results is no new visit.
        if let Some(element) = came_from.filter(|element: &HtmlElement| {
            !element.matches(Anchor::Hit.selector()).unwrap_or(false)
        }) {
            from.set_value(Some(element));
        }
    };
    let clear_button = fresh(
        move || !view.query.read().is_empty(),
        move |is_search| is_search.then(|| clear_button(field, clear)).into_any(),
    );
    // What was typed stands there already: most keys have nothing to write.
    Effect::new(move || {
        let query = view.query.get();
        if let Some(field) = field.get()
            && field.value() != query
        {
            field.set_value(&query);
        }
    });
    let is_wide = environment().is_wide;
    let placeholder =
        move || if is_wide.get() { "Search skills, moments, notes" } else { "Search" };
    view! {
        <div
            class="search"
            data-anchor=Anchor::Search.name()
            role="search"
            on:focusin=move |_| {
                has_focus.set(true);
                searchable::begin();
            }
            on:focusout=move |event| has_focus.set(stays_within(&event))
        >
            {icon(Icon::Search)}
            <input
                node_ref=field
                class="search-field"
                data-anchor=Anchor::SearchField.name()
                type="search"
                role="searchbox"
                aria-label="Search skills, moments and notes"
                aria-keyshortcuts="/"
                placeholder=placeholder
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                on:input=move |event| {
                    let typed = event_target_value(&event);
                    view.type_in(|state| state.query = typed);
                }
                on:keydown=on_key
                on:focus=on_focus
            />
            <kbd class="search-key" aria-hidden="true">"/"</kbd>
            {clear_button}
            <Gathering/>
            <RecentSearches has_focus/>
        </div>
    }
    .into_any()
}

/// The button that clears the search.
fn clear_button(
    field: NodeRef<Input>,
    clear: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let on_press = move || {
        clear();
        if let Some(field) = field.get_untracked() {
            let _ = field.focus();
        }
    };
    view! {
        <IconButton
            icon=Icon::Close
            title="Clear the search (Esc)"
            label="Clear the search"
            class="search-clear"
            on_press
        />
    }
}

/// Whether the focus goes from one part of an element to another.
fn stays_within(event: &leptos::ev::FocusEvent) -> bool {
    let to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
    let within = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let within =
        within.and_then(|element| element.closest(Anchor::Search.selector()).ok().flatten());
    within.is_some_and(|within| within.contains(to.as_ref()) && to.is_some())
}
