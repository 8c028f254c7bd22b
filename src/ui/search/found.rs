//! What the search has found, and which rows of the matrix that leaves.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::page::scheduler;
use crate::matrix::SkillId;
use crate::search::{Group, Hit, Tier};
use crate::ui::context::provided;
use crate::ui::state::library::Library;
use crate::ui::state::search_index::{Finder, Gathered, Lack, SearchIndex, Urgency};
use crate::ui::state::searchable;
use crate::ui::state::searching::answered::Searched;
use crate::ui::state::texts_beside;
use crate::ui::state::view::View;

impl SearchIndex {
    /// What a query finds among all notes, whatever the page itself searches for and filters.
    pub fn find(&self, library: &Library, query: &str) -> SearchResults {
        match query.trim() {
            "" => SearchResults::default(),
            query => {
                searchable::begin();
                let gathered = self.gathered.read();
                let search =
                    |finder: &dyn Finder| finder.search(library, &gathered, query, MOST_RESULTS);
                let mut found = SearchResults::of(&gathered, query, gathered.finder.map(search));
                match lack(self, &gathered, Urgency::AtOnce) {
                    Lack::Nothing => {}
                    Lack::Coming => found.so_far = Some(gathered.notes),
                    Lack::Missing(parts) => found.unsearched = parts,
                }
                found
            }
        }
    }
}

/// The answer to the search.
#[derive(Clone, Copy)]
pub struct Search {
    /// The answer to what stands in the search box.
    pub found: Memo<Arc<SearchResults>>,
    /// The same, once the first results have been painted: those further down follow it.
    pub further: ReadSignal<Arc<SearchResults>>,
    /// The same, a task later: the matrix follows it, so that whoever types sees the results of a letter without
    /// waiting for the rows.
    pub painted: ReadSignal<Arc<SearchResults>>,
    /// The search of which all results are shown, and not the first of each kind.
    pub all_of: RwSignal<String>,
}

/// The most results of a kind that are ever drawn: nobody reads on after so many.
pub const MOST_RESULTS: usize = 200;

/// What the search has found.
#[derive(Debug, Default, PartialEq)]
pub struct SearchResults {
    /// What was searched for; empty when nothing was.
    pub query: String,
    /// What was found.
    pub searched: Searched,
    /// The parts of the index that did not come, and so were not searched: each by its first and its last word. What was
    /// found is then only what the others have.
    pub unsearched: Vec<(String, String)>,
    /// How many notes were searched, while that is not all of them.
    pub so_far: Option<usize>,
}

impl Search {
    /// Answers the view's query whenever it changes.
    pub fn over(current_library: RwSignal<Arc<Library>>, view: View, index: SearchIndex) -> Self {
        let (query, filter) = (view.query, view.filter);
        let searched = index.clone();
        // What stands in the address was typed before the page came.
        let typed_ms = Memo::new(move |before: Option<&f64>| {
            query.track();
            before.map_or(0.0, |_| scheduler::now_ms())
        });
        let found = Memo::new(move |former: Option<&Arc<SearchResults>>| {
            let (library, query) = (current_library.get(), query.read());
            let typed_ms = typed_ms.get();
            let gathered = index.gathered.read();
            // For the instant in which there is no index yet, nothing is narrowed.
            let is_blank = gathered.notes == 0 && !gathered.is_whole;
            let found = match query.trim().is_empty() {
                true => SearchResults::default(),
                false if is_blank => {
                    searchable::begin();
                    SearchResults::default()
                }
                false => {
                    let filter = filter.get();
                    let search = |finder: &dyn Finder| {
                        finder.search_within(&library, &gathered, &query, MOST_RESULTS, &filter)
                    };
                    let found = SearchResults::of(&gathered, &query, gathered.finder.map(search));
                    let urgency = Urgency::OnceTypingPauses { typed_ms };
                    match (lack(&index, &gathered, urgency), former) {
                        (Lack::Nothing, _) => found,
                        // What was found before stays until all is here.
                        (Lack::Coming, Some(former)) => return Arc::clone(former),
                        (Lack::Coming, None) => SearchResults::default(),
                        (Lack::Missing(unsearched), _) => SearchResults { unsearched, ..found },
                    }
                }
            };
            Arc::new(found)
        });
        Effect::new(move |is_later: Option<()>| {
            query.track();
            let_go(&searched);
            if is_later.is_some() {
                scheduler::await_key();
            }
        });
        let [further, painted] = once_painted(found);
        Self { found, further, painted, all_of: RwSignal::default() }
    }

    /// Tells that something else is found, painted or shown, without saying what.
    pub fn changes(self) -> Signal<()> {
        Signal::derive(move || {
            self.found.track();
            self.painted.track();
            self.all_of.track();
        })
    }
}

/// Lets go what comes again when it is needed. What was worked out with it stays as it is.
fn let_go(index: &SearchIndex) {
    texts_beside::let_go();
    index.gathered.update_untracked(|gathered| {
        if let Some(finder) = gathered.finder {
            finder.let_go(&mut gathered.index);
        }
    });
}

/// What a search has just lacked of the index.
fn lack(index: &SearchIndex, gathered: &Gathered, urgency: Urgency) -> Lack {
    let finder = gathered.finder;
    finder.map(|finder| finder.bring_wanted(index, gathered, urgency)).unwrap_or_default()
}

/// An answer that is a frame behind, and one that comes a task after that.
fn once_painted(found: Memo<Arc<SearchResults>>) -> [ReadSignal<Arc<SearchResults>>; 2] {
    let (further, set_further) = signal(found.get_untracked());
    let (painted, set_painted) = signal(found.get_untracked());
    let waits = StoredValue::new(false);
    Effect::new(move || {
        let next = found.get();
        if Arc::ptr_eq(&next, &painted.read_untracked()) || waits.get_value() {
            return;
        }
        waits.set_value(true);
        spawn_local(async move {
            // The page may show other notes by now, and a search of its own over them: then nothing is left of this one.
            while let Some(newest) = once_frame_is_over(found).await {
                set_further.try_set(Arc::clone(&newest));
                scheduler::next_task().await;
                // Another key came meanwhile, and its results go before the rows.
                if found.try_get_untracked().is_some_and(|now| !Arc::ptr_eq(&now, &newest)) {
                    continue;
                }
                waits.try_set_value(false);
                set_painted.try_set(newest);
                break;
            }
        });
    });
    [further, painted]
}

/// What is found once that is painted, whatever key came last; `None` where nobody searches any more.
async fn once_frame_is_over(found: Memo<Arc<SearchResults>>) -> Option<Arc<SearchResults>> {
    scheduler::painted().await;
    scheduler::once_key_is_painted().await;
    found.try_get_untracked()
}

impl SearchResults {
    fn of(gathered: &Gathered, query: &str, searched: Option<Searched>) -> Self {
        let so_far = (!gathered.is_whole).then_some(gathered.notes);
        let searched = searched.unwrap_or_default();
        Self { query: query.to_owned(), searched, unsearched: Vec::new(), so_far }
    }

    /// Whether something was searched for.
    pub fn is_search(&self) -> bool {
        !self.query.is_empty()
    }

    /// Whether a skill is among what was found.
    pub fn shows(&self, skill: &SkillId) -> bool {
        !self.is_search() || self.searched.skills.contains(skill)
    }

    /// How much was found.
    pub fn count(&self) -> usize {
        self.searched.answer.count()
    }

    /// How much was found at the chosen level, and elsewhere; `None` where no level is chosen.
    pub fn here_and_elsewhere(&self) -> Option<(&str, usize, usize)> {
        let level = self.searched.level.as_deref()?;
        let here = Group::ALL.into_iter().map(|group| self.searched.answer.first(group)).sum();
        Some((level, here, self.count().saturating_sub(here)))
    }

    /// The results of a group that are shown, all of them or those of the chosen level, where there
    /// are any of it.
    pub fn shown_of(&self, group: Group, is_all: bool) -> &[Hit] {
        let hits = self.searched.answer.hits(group);
        let here = hits.partition_point(|hit| hit.tier == Tier::First);
        match &self.searched.level {
            Some(_) if here > 0 && !is_all => hits.get(..here).unwrap_or(hits),
            _ => hits,
        }
    }
}

/// The search of the page.
pub fn search() -> Search {
    provided()
}
