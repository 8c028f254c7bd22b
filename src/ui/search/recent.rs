//! The last searches, offered while the search box is empty.

use leptos::prelude::*;

use crate::anchor::Anchor;
use crate::browser::page::focus;
use crate::browser::page::listen::Dismissal;
use crate::ui::context::provided;
use crate::ui::state::environment::Environment;
use crate::ui::state::view::view;
use crate::ui::widgets::floating::put_away_by_hand;
use crate::ui::widgets::fresh::fresh;

/// How many searches are kept.
const MOST_SEARCHES: usize = 6;

/// The last searches.
#[derive(Clone, Copy)]
pub struct Recent {
    searches: RwSignal<Vec<String>>,
    environment: Environment,
}

impl Recent {
    pub fn of(environment: Environment) -> Self {
        Self { searches: RwSignal::new(environment.recent_searches()), environment }
    }

    /// Keeps a search that led to something.
    pub fn remember(self, query: &str) {
        // One search a line.
        let query = query.split_whitespace().collect::<Vec<_>>().join(" ");
        if query.is_empty() {
            return;
        }
        self.searches.update(|searches| {
            searches.retain(|known| *known != query);
            searches.insert(0, query);
            searches.truncate(MOST_SEARCHES);
        });
        self.environment.keep_recent_searches(&self.searches.get_untracked());
    }

    fn forget(self) {
        self.searches.set(Vec::new());
        self.environment.keep_recent_searches(&[]);
    }
}

/// The last searches of the page's reader.
pub fn recent() -> Recent {
    provided()
}

/// The last searches, while the search box has the focus and nothing stands in it.
#[component]
pub fn RecentSearches(
    /// Whether the search box, or something in this list, has the focus.
    has_focus: RwSignal<bool>,
) -> impl IntoView {
    let (view, recent) = (view(), recent());
    let back_to_box = || {
        if let Some(field) = focus::first(Anchor::SearchField) {
            focus::give(&field);
        }
    };
    let again = move |query: &String| {
        let (shown, query) = (query.clone(), query.clone());
        let search = move |_| {
            view.refine(|state| state.query.clone_from(&query));
            back_to_box();
        };
        view! {
            <li><button type="button" class="recent-search" data-anchor="recent-search" on:click=search>{shown}</button></li>
        }
        .into_any()
    };
    let is_shown = Memo::new(move |_| {
        has_focus.get() && view.query.read().is_empty() && !recent.searches.read().is_empty()
    });
    put_away_by_hand(Anchor::Search, is_shown.into(), move |how| {
        // In the box itself Escape leaves the box, and so the list.
        let is_in_list =
            focus::first(Anchor::RecentSearches).is_some_and(|list| focus::is_in(&list));
        let is_over = how == Dismissal::Beside || is_in_list;
        if is_over {
            if is_in_list {
                back_to_box();
            }
            has_focus.set(false);
        }
        is_over
    });
    let shown = move || is_shown.get().then(|| recent.searches.get());
    fresh(shown, move |searches| {
        let list = searches.map(|searches| {
            let items: Vec<AnyView> = searches.iter().map(again).collect();
            let clear = move |_| {
                recent.forget();
                back_to_box();
            };
            view! {
                // The box keeps the focus, whatever a browser gives it to at a click.
                <div class="recent" data-anchor=Anchor::RecentSearches.name() on:mousedown=|press| press.prevent_default()>
                    <p class="eyebrow">"Recent searches"</p>
                    <ul role="list">{items}</ul>
                    <button type="button" class="recent-clear" on:click=clear>
                        "Clear recent searches"
                    </button>
                </div>
            }
            .into_any()
        });
        list.into_any()
    })
}
