//! What the search has found, as a list one can walk through by keys.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::anchor::Anchor;
use crate::browser::page::focus;
use crate::search::{Group, Tier};
use crate::ui::links::view_link::{Carries, ViewLink};
use crate::ui::state::library::Library;
use crate::ui::state::texts_beside::once_texts_came;
use crate::ui::widgets::counting::count;
use crate::ui::widgets::lists::more_button::MoreButton;
use crate::view_state::ViewState;

use super::found::{MOST_RESULTS, SearchResults, search};
use super::group_labels::{elsewhere, label};
use super::result_item::ResultItem;

/// How many results of a kind are shown before the reader asks for the rest: as many as leave
/// sight of the matrix.
const SHOWN_AT_FIRST: [(Group, usize); 5] = [
    (Group::Skills, 4),
    (Group::Moments, 5),
    (Group::Topics, 3),
    (Group::Notes, 3),
    (Group::Lines, 3),
];

/// The results of a search, where there are some.
pub fn drawn(library: &Arc<Library>, found: &SearchResults, is_all: bool) -> AnyView {
    let all_of = search().all_of;
    let mut items: Vec<AnyView> = Vec::new();
    let (mut hidden, mut is_cut) = (0, false);
    let mut any_complete = false;
    for (group, first) in SHOWN_AT_FIRST {
        let hits = found.shown_of(group, is_all);
        let shown = hits.len().min(if is_all { MOST_RESULTS } else { first });
        hidden += found.answer.hits(group).len().min(MOST_RESULTS) - shown;
        is_cut |= found.answer.total(group) > MOST_RESULTS;
        any_complete |= found.answer.hits(group).iter().any(|hit| hit.is_complete);
        let mut last = None;
        for hit in hits.iter().take(shown) {
            let (hit, marker) = (hit.clone(), found.answer.marker.clone());
            let is_elsewhere = found.level.is_some() && hit.tier == Tier::Other;
            let head = match last.replace(is_elsewhere) {
                None if is_elsewhere => Some(elsewhere(group)),
                None => Some(label(group)),
                Some(false) if is_elsewhere => Some("Elsewhere"),
                Some(_) => None,
            };
            let library = Arc::clone(library);
            items.push(once_texts_came(move || {
                let (library, hit, marker) = (Arc::clone(&library), hit.clone(), marker.clone());
                view! { <ResultItem library hit marker group head/> }.into_any()
            }));
        }
    }
    let cut = (is_cut && is_all).then(|| {
        let limit = MOST_RESULTS.to_string();
        let text = ["Of each kind the first ", &limit, " are shown. One more word finds the rest."];
        view! { <p class="quiet partial">{text.concat()}</p> }.into_any()
    });
    let more = (hidden > 0 && !is_all).then(|| {
        let query = found.query.clone();
        let text = ["Show ", &count(hidden, "more result", "more results")].concat();
        let on_more = move |()| all_of.set(query.clone());
        view! { <MoreButton text on_more/> }.into_any()
    });
    // While more notes are looked through, one that has every word may still come.
    let partial = (!any_complete && found.so_far.is_none()).then(|| {
        let text = match found.answer.missing.as_slice() {
            [] => "No result has every word. These have most of them.".to_owned(),
            [word] => ["Nothing says “", word, "”. Without it:"].concat(),
            words => ["Nothing says “", &words.join("” or “"), "”. Without them:"].concat(),
        };
        view! { <p class="quiet partial">{text}</p> }.into_any()
    });
    view! {
        {partial}
        {found.so_far.map(|notes| so_far(library, notes))}
        {found.answer.suggestion.clone().map(suggestion)}
        <ul class="hits" role="list" aria-label="Results" on:keydown=walk>{items}</ul>
        {more}
        {cut}
    }
    .into_any()
}

/// Of how many notes the search knows so far, while it is being prepared.
pub fn so_far(library: &Library, notes: usize) -> AnyView {
    let total = library.vault.notes().len();
    let text = ["Searched so far: ", &notes.to_string(), " of ", &count(total, "note", "notes")];
    view! { <p class="quiet partial" data-so-far=notes.to_string()>{text.concat()}</p> }.into_any()
}

/// The query in the notes' own spelling.
pub fn suggestion(query: String) -> AnyView {
    let shown = query.clone();
    let edit = Box::new(move |state: &mut ViewState| state.query.clone_from(&query));
    view! {
        <p class="suggestion-line" data-anchor="suggestion-line">
            "Did you mean " <ViewLink edit carries=Carries::Matrix class="did-you-mean">{shown}</ViewLink> "?"
        </p>
    }
    .into_any()
}

/// Moves the focus through the results, and back into the search box.
fn walk(key: KeyboardEvent) {
    let hits = focus::all(Anchor::Hit);
    let current = focus::current();
    let at = hits.iter().position(|hit| Some(hit) == current.as_ref());
    let search = || focus::first(Anchor::SearchField);
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
