//! What the search has found, as a list one can walk through by keys, or that it has found nothing.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::anchor::Anchor;
use crate::browser::page::focus;
use crate::matrix::Filter;
use crate::search::Group;
use crate::ui::links::view_link::{Carries, ViewLink};
use crate::ui::state::library::Library;
use crate::ui::state::texts_beside::once_texts_came;
use crate::ui::state::view::view;
use crate::ui::widgets::counting::count;
use crate::ui::widgets::fresh::{fresh, numbered_list};
use crate::ui::widgets::lists::more_button::MoreButton;
use crate::view_state::ViewState;

use super::found::{MOST_RESULTS, SearchResults, search};
use super::result_item::ResultItem;
use super::result_rows::{NumberedRows, hidden, rows_to_show};

/// What a search has found, as that changes with every key.
pub fn drawn(library: Arc<Library>) -> AnyView {
    let search = search();
    let shown = move || Shown::of(&search.found.get());
    fresh(shown, move |shown| match shown {
        Shown::Blank => ().into_any(),
        Shown::SoFar(notes) => so_far(&library, notes),
        Shown::Nothing(found) => nothing(&found),
        Shown::List => list(Arc::clone(&library)),
    })
}

/// What stands where the results do.
#[derive(Clone, PartialEq)]
enum Shown {
    /// Nothing: what was searched for could not be, or nothing is any more.
    Blank,
    /// That nothing was found so far, in so many notes.
    SoFar(usize),
    /// That nothing was found.
    Nothing(Arc<SearchResults>),
    /// What was found.
    List,
}

impl Shown {
    fn of(found: &Arc<SearchResults>) -> Self {
        match (found.count(), found.so_far) {
            _ if !found.is_search() => Self::Blank,
            (0, _) if !found.unsearched.is_empty() => Self::Blank,
            (0, Some(notes)) => Self::SoFar(notes),
            (0, None) => Self::Nothing(Arc::clone(found)),
            _ => Self::List,
        }
    }
}

fn list(library: Arc<Library>) -> AnyView {
    let search = search();
    let is_all = move |found: &SearchResults| *search.all_of.read() == found.query;
    let above = {
        let library = Arc::clone(&library);
        let value = move || Above::of(&search.found.read());
        fresh(value, move |above| above.drawn(&library))
    };
    // What was found before this list was there may be of other notes.
    let before = search.further.get_untracked();
    let rows = StoredValue::new(NumberedRows::default());
    let numbers = move || {
        let found = search.found.get();
        let is_all = is_all(&found);
        let further = search.further.get();
        let is_former = Arc::ptr_eq(&further, &before) && !Arc::ptr_eq(&further, &found);
        let now = rows_to_show(&found, (!is_former).then_some(&*further), is_all);
        rows.try_update_value(|rows| rows.replace(now)).unwrap_or_default().tell()
    };
    let item = move |number| {
        let Some((row, marker)) = rows.try_with_value(|rows| rows.row(number)).flatten() else {
            return ().into_any();
        };
        let library = Arc::clone(&library);
        once_texts_came(move || {
            let (library, row, marker) = (Arc::clone(&library), row.clone(), marker.clone());
            view! { <ResultItem library row marker/> }.into_any()
        })
    };
    let below = move || {
        let found = search.found.get();
        let is_all = is_all(&found);
        Below::of(&found, is_all)
    };
    view! {
        {above}
        <ul class="hits" role="list" aria-label="Results" on:keydown=walk>
            {numbered_list(Arc::new(numbers), Arc::new(item))}
        </ul>
        {fresh(below, Below::drawn)}
    }
    .into_any()
}

/// What is said above the results.
#[derive(Clone, PartialEq)]
struct Above {
    /// The words that nothing has, where no result has every word.
    missing: Option<Vec<String>>,
    so_far: Option<usize>,
    suggestion: Option<String>,
}

impl Above {
    fn of(found: &SearchResults) -> Self {
        let answer = &found.searched.answer;
        let any_complete = Group::ALL
            .into_iter()
            .any(|group| answer.hits(group).iter().any(|hit| hit.is_complete));
        // While more notes are looked through, one that has every word may still come.
        let is_partial = !any_complete && found.so_far.is_none();
        Self {
            missing: is_partial.then(|| answer.missing.clone()),
            so_far: found.so_far,
            suggestion: answer.suggestion.clone(),
        }
    }

    fn drawn(self, library: &Library) -> AnyView {
        let partial = self.missing.map(|missing| {
            let text = match missing.as_slice() {
                [] => "No result has every word. These have most of them.".to_owned(),
                [word] => ["Nothing says “", word, "”. Without it:"].concat(),
                words => ["Nothing says “", &words.join("” or “"), "”. Without them:"].concat(),
            };
            view! { <p class="quiet partial">{text}</p> }.into_any()
        });
        let so_far = self.so_far.map(|notes| so_far(library, notes));
        (partial, so_far, self.suggestion.map(suggestion)).into_any()
    }
}

/// What is said below the results.
#[derive(Clone, PartialEq)]
enum Below {
    /// That only the first of each kind are shown.
    OnlyFirst,
    /// How many more there are, for which search.
    More(usize, String),
    Nothing,
}

impl Below {
    fn of(found: &SearchResults, is_all: bool) -> Self {
        let hidden = hidden(found, is_all);
        let is_cut = || {
            Group::ALL.into_iter().any(|group| found.searched.answer.total(group) > MOST_RESULTS)
        };
        match is_all {
            true if is_cut() => Self::OnlyFirst,
            false if hidden > 0 => Self::More(hidden, found.query.clone()),
            _ => Self::Nothing,
        }
    }

    fn drawn(self) -> AnyView {
        match self {
            Self::OnlyFirst => {
                let limit = MOST_RESULTS.to_string();
                let text = [
                    "Of each kind the first ",
                    &limit,
                    " are shown. One more word finds the rest.",
                ];
                view! { <p class="quiet partial">{text.concat()}</p> }.into_any()
            }
            Self::More(hidden, query) => {
                let all_of = search().all_of;
                let text = ["Show ", &count(hidden, "more result", "more results")].concat();
                let on_more = move |()| all_of.set(query.clone());
                view! { <MoreButton text on_more/> }.into_any()
            }
            Self::Nothing => ().into_any(),
        }
    }
}

/// Nothing was found: what was searched, and the ways back.
fn nothing(found: &SearchResults) -> AnyView {
    let view = view();
    let text = ["Nothing here is like “", &found.query, "”."].concat();
    let filtered = view.filter.get().at_any_level() != Filter::default();
    let filters = filtered.then(|| {
        view! {
            <button
                type="button"
                class="button"
                on:click=move |_| view.change(ViewState::clear_filters)
            >
                "Search without the filters"
            </button>
        }
        .into_any()
    });
    view! {
        <div class="nothing">
            <p>{text}</p>
            {found.searched.answer.suggestion.clone().map(suggestion)}
            <p class="quiet">
                "Searched are the names of skills, all that is said in the notes, their headings \
                 and titles. The start of a word is enough; “quotes” find a phrase, and -word \
                 leaves out what has it."
            </p>
            {filters}
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

/// Of how many notes the search knows so far, while it is being prepared.
fn so_far(library: &Library, notes: usize) -> AnyView {
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
