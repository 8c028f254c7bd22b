//! A link that changes what the page shows.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::page::listen::is_for_browser;
use crate::ui::state::view::view;
use crate::view_state::ViewState;

/// What a link changes in the view.
pub type Edit = Box<dyn Fn(&mut ViewState) + Send + Sync>;

/// The same, called from a signal without a guard of it.
type SharedEdit = Arc<dyn Fn(&mut ViewState) + Send + Sync>;

/// What of the view a link takes along when it is copied, or opened elsewhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Carries {
    /// Nothing: the link names what it leads to, and that is enough.
    #[default]
    Nothing,
    /// The filters and the order: it leads into the same matrix.
    Matrix,
}

/// A link that changes what the page shows: a step that "back" undoes. Opened elsewhere, by the
/// browser's own means, it leads there from a page as it opens.
#[component]
pub fn ViewLink(
    /// What it changes.
    edit: Edit,
    /// What a copy of it takes along.
    #[prop(optional)]
    carries: Carries,
    /// How the link looks.
    class: &'static str,
    /// What a pointer that rests on it reads.
    #[prop(optional)]
    title: Option<String>,
    /// Whether it leads to what is open already.
    #[prop(optional, into)]
    is_open: Option<Signal<bool>>,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    let view = view();
    let edit = StoredValue::new(SharedEdit::from(edit));
    let address = move || {
        if carries == Carries::Matrix {
            // It is another link once the reader filters or sorts anew.
            view.filter.track();
            view.sort.track();
        }
        view.href(|state| {
            *state = match carries {
                Carries::Nothing => ViewState::default(),
                Carries::Matrix => state.of_the_matrix(),
            };
            (edit.get_value())(state);
        })
    };
    view! {
        <a
            class=class
            href=address
            title=title
            aria-current=move || is_open.is_some_and(|open| open.get()).then_some("true")
            on:click=move |click| {
                if !is_for_browser(&click) {
                    click.prevent_default();
                    view.change(|state| (edit.get_value())(state));
                }
            }
        >
            {children()}
        </a>
    }
    .into_any()
}
