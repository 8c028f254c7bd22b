//! What the search has found, as a list one can walk through by keys.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser::focus;
use crate::search::Group;

use super::found::{Found, MOST, search};
use super::result_item::ResultItem;
use super::status::Status;
use super::view::view;
use super::words::count;

/// The results' links, in order.
pub(super) const HIT: &str = ".hit";

/// How many results of a kind are shown before the reader asks for the rest: as many as leave
/// sight of the matrix.
const FIRST: [(Kind, usize); 3] = [(Kind::Skills, 4), (Kind::Moments, 5), (Kind::Notes, 3)];

/// A kind of results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Skills, by name.
    Skills,
    /// Moments, by what is said.
    Moments,
    /// Notes, by title.
    Notes,
}

/// The results of the search.
#[component]
pub(super) fn Results() -> impl IntoView {
    let search = search();
    // The search whose results are all shown.
    let all = RwSignal::new(String::new());
    let list = move || {
        let found = search.0.read();
        found.is_search().then(|| match found.count() {
            0 => nothing(&found.query),
            _ => drawn(&found, all),
        })
    };
    view! {
        <section
            class="results"
            aria-label="Search results"
            data-searching=move || search.0.read().is_search().then_some("true")
        >
            <Status/>
            {list}
        </section>
    }
    .into_any()
}

impl Kind {
    /// What stands beside the first result of the kind.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Skills => "Skills",
            Self::Moments => "Moments",
            Self::Notes => "Notes",
        }
    }

    fn group(self) -> Group {
        match self {
            Self::Skills => Group::Skills,
            Self::Moments => Group::Moments,
            Self::Notes => Group::Notes,
        }
    }
}

fn drawn(found: &Found, all: RwSignal<String>) -> AnyView {
    let is_all = *all.read() == found.query;
    let mut items: Vec<AnyView> = Vec::new();
    let mut hidden = 0;
    for (kind, first) in FIRST {
        let hits = found.answer.hits(kind.group());
        let shown = if is_all { MOST } else { first };
        hidden += found.answer.total(kind.group()).saturating_sub(shown);
        for (position, hit) in hits.iter().take(shown).enumerate() {
            let (hit, marker) = (hit.clone(), found.answer.marker.clone());
            let is_first = position == 0;
            items.push(view! { <ResultItem hit marker kind is_first/> }.into_any());
        }
    }
    let more = (hidden > 0 && !is_all).then(|| {
        let query = found.query.clone();
        let text = ["Show ", &count(hidden, "more result", "more results")].concat();
        view! {
            <button type="button" class="button more" on:click=move |_| all.set(query.clone())>{text}</button>
        }
        .into_any()
    });
    view! {
        <ul class="hits" role="list" aria-label="Results" on:keydown=walk>{items}</ul>
        {more}
    }
    .into_any()
}

/// Nothing was found: what was searched, and the way back.
fn nothing(query: &str) -> AnyView {
    let view = view();
    let text = ["Nothing here has every word of “", query, "”."].concat();
    view! {
        <div class="nothing">
            <p>{text}</p>
            <p class="quiet">
                "Searched are the names of skills, all that is said in the notes, and their titles. \
                 The start of a word is enough."
            </p>
            <button
                type="button"
                class="button"
                on:click=move |_| view.refine(|state| state.query.clear())
            >
                "Clear the search"
            </button>
        </div>
    }
    .into_any()
}

/// Moves the focus through the results, and back into the search box.
fn walk(key: KeyboardEvent) {
    let hits = focus::all(HIT);
    let current = focus::current();
    let at = hits.iter().position(|hit| Some(hit) == current.as_ref());
    let search = || focus::all("[role=searchbox]").into_iter().next();
    let next = match (key.key().as_str(), at) {
        ("ArrowDown", Some(at)) => hits.get(at + 1).cloned(),
        ("ArrowUp", Some(0)) | ("Escape", _) => search(),
        ("ArrowUp", Some(at)) => hits.get(at.saturating_sub(1)).cloned(),
        _ => return,
    };
    key.prevent_default();
    if let Some(next) = next {
        focus::give_in_place(&next);
        focus::scroll_into_sight(&next);
    }
}
