//! What the search has found, and which rows of the matrix that leaves.

use std::collections::HashSet;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::page::scheduler;
use crate::matrix::{Filter, Placement, SkillId};
use crate::note::{ClaimId, NoteId};
use crate::search::{Answer, Candidate, Group, Hit, Tier};
use crate::ui::state::library::{Backed, Library};
use crate::ui::state::search_index::{Gathered, SearchIndex};
use crate::ui::state::searchable;
use crate::ui::state::view::View;

impl SearchIndex {
    /// What a query finds among all notes, whatever the page itself searches for and filters.
    pub fn find(&self, library: &Library, query: &str) -> SearchResults {
        match query.trim() {
            "" => SearchResults::default(),
            query => {
                searchable::begin();
                let gathered = self.0.read();
                let mut found =
                    SearchResults::of(library, &gathered, query, &ResultScope::default());
                let finder = gathered.finder;
                if finder.is_some_and(|finder| finder.bring_wanted(self, &gathered)) {
                    found.so_far = Some(gathered.notes);
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
    /// The same, once the results have been painted: the matrix follows it, so that whoever types
    /// sees the results of a letter without waiting for the rows.
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
    /// The results, and what they have of the query.
    pub answer: Answer,
    /// How many notes were searched, while that is not all of them.
    pub so_far: Option<usize>,
    /// The level whose results come first, as people read it.
    pub level: Option<String>,
    /// The skills found by name or by what was said of them.
    shown: HashSet<SkillId>,
}

impl Search {
    /// Answers the view's query whenever it changes.
    pub fn over(current_library: RwSignal<Arc<Library>>, view: View, index: SearchIndex) -> Self {
        let (query, filter) = (view.query, view.filter);
        // It takes a look at every placement, so not at every letter that is typed.
        let scope =
            Memo::new(move |_| Arc::new(ResultScope::of(&current_library.read(), &filter.read())));
        let found = Memo::new(move |former: Option<&Arc<SearchResults>>| {
            let (library, query) = (current_library.get(), query.read());
            let gathered = index.0.read();
            // For the instant in which there is no index yet, nothing is narrowed.
            let is_blank = gathered.notes == 0 && !gathered.is_whole;
            let found = match query.trim().is_empty() {
                true => SearchResults::default(),
                false if is_blank => {
                    searchable::begin();
                    SearchResults::default()
                }
                false => {
                    let found = SearchResults::of(&library, &gathered, &query, &scope.read());
                    let finder = gathered.finder;
                    let is_lacking =
                        finder.is_some_and(|finder| finder.bring_wanted(&index, &gathered));
                    match (is_lacking, former) {
                        // What was found before stays until all is here.
                        (true, Some(former)) if !gathered.is_missing => return Arc::clone(former),
                        (true, _) => SearchResults::default(),
                        (false, _) => found,
                    }
                }
            };
            Arc::new(found)
        });
        Self { found, painted: once_painted(found), all_of: RwSignal::default() }
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

/// An answer that is a frame behind.
fn once_painted(found: Memo<Arc<SearchResults>>) -> ReadSignal<Arc<SearchResults>> {
    let (painted, set_painted) = signal(found.get_untracked());
    let waits = StoredValue::new(false);
    Effect::new(move || {
        let next = found.get();
        if Arc::ptr_eq(&next, &painted.read_untracked()) || waits.get_value() {
            return;
        }
        waits.set_value(true);
        spawn_local(async move {
            scheduler::painted().await;
            // The page may show other notes by now, and a search of its own over them.
            if waits.try_set_value(false).is_none()
                && let Some(newest) = found.try_get_untracked()
            {
                set_painted.try_set(newest);
            }
        });
    });
    painted
}

impl SearchResults {
    fn of(library: &Library, gathered: &Gathered, query: &str, scope: &ResultScope) -> Self {
        let mut shown = HashSet::new();
        // The claims of a note come one after the other.
        let mut last: Option<(NoteId, Option<&Backed>)> = None;
        // The matrix applies the filters by itself, and counts what other choices would show: so
        // what is shown of it follows the search alone.
        let mut note_down = |candidate: Candidate<'_>| {
            match candidate {
                Candidate::Skill(id) => {
                    shown.insert(SkillId(id.into()));
                }
                Candidate::Claim(note, claim) => {
                    let known = last.as_ref().filter(|(known, _)| known == note);
                    let backed =
                        known.map_or_else(|| library.backed_by(note), |(_, backed)| *backed);
                    if known.is_none() {
                        last = Some((note.clone(), backed));
                    }
                    let skills = backed.and_then(|backed| backed.get(&claim));
                    shown.extend(skills.into_iter().flatten().cloned());
                }
                Candidate::Topic(..) | Candidate::Note(_) | Candidate::Line(..) => {}
            }
            scope.tier(candidate)
        };
        let answer = gathered
            .finder
            .map(|finder| finder.answer_from(&gathered.index, query, MOST_RESULTS, &mut note_down))
            .unwrap_or_default();
        let so_far = (!gathered.is_whole).then_some(gathered.notes);
        Self { query: query.to_owned(), answer, so_far, level: scope.level_label(), shown }
    }

    /// Whether something was searched for.
    pub fn is_search(&self) -> bool {
        !self.query.is_empty()
    }

    /// Whether a skill is among what was found.
    pub fn shows(&self, skill: &SkillId) -> bool {
        !self.is_search() || self.shown.contains(skill)
    }

    /// How much was found.
    pub fn count(&self) -> usize {
        self.answer.count()
    }

    /// How much was found at the chosen level, and elsewhere; `None` where no level is chosen.
    pub fn here_and_elsewhere(&self) -> Option<(&str, usize, usize)> {
        let level = self.level.as_deref()?;
        let here = Group::ALL.into_iter().map(|group| self.answer.first(group)).sum();
        Some((level, here, self.count().saturating_sub(here)))
    }

    /// The results of a group that are shown, all of them or those of the chosen level, where there
    /// are any of it.
    pub fn shown_of(&self, group: Group, is_all: bool) -> &[Hit] {
        let hits = self.answer.hits(group);
        let here = hits.partition_point(|hit| hit.tier == Tier::First);
        match &self.level {
            Some(_) if here > 0 && !is_all => hits.get(..here).unwrap_or(hits),
            _ => hits,
        }
    }
}

/// Where results come from: the places of the filters, and those of the chosen level among them.
#[derive(Default, PartialEq)]
struct ResultScope {
    /// `None` where the filters let everything through.
    places: Option<Places>,
    /// What the level is called, and where it is spoken of.
    level: Option<(String, Places)>,
}

impl ResultScope {
    fn of(library: &Library, filter: &Filter) -> Self {
        let level = filter.level.map(|level| {
            let is_there = |placement: &Placement| {
                placement.level == Some(level) && filter.lets_through(placement)
            };
            let label = library.matrix.level_label(Some(level)).to_owned();
            (label, Places::of(library, is_there))
        });
        Self { places: Places::of_filter(library, &filter.at_any_level()), level }
    }

    fn level_label(&self) -> Option<String> {
        self.level.as_ref().map(|(label, _)| label.clone())
    }

    fn tier(&self, candidate: Candidate<'_>) -> Option<Tier> {
        if self.places.as_ref().is_some_and(|places| !places.has(candidate)) {
            return None;
        }
        let is_first = self.level.as_ref().is_none_or(|(_, places)| places.has(candidate));
        Some(if is_first { Tier::First } else { Tier::Other })
    }
}

/// Parts of the notes: where a filter finds something, or a level is spoken of.
#[derive(Default, PartialEq)]
struct Places {
    skills: HashSet<SkillId>,
    claims: HashSet<(NoteId, ClaimId)>,
    topics: HashSet<(NoteId, usize)>,
    notes: HashSet<NoteId>,
    /// Whether all that the notes say is meant, and not only what they say about skills.
    whole_notes: bool,
}

impl Places {
    /// The places of a filter; `None` where it lets everything through.
    fn of_filter(library: &Library, filter: &Filter) -> Option<Self> {
        if *filter == Filter::default() {
            return None;
        }
        let mut places = Self::of(library, |placement| filter.lets_through(placement));
        places.whole_notes = filter.role.is_none();
        if places.whole_notes {
            let notes = library.vault.notes().iter();
            let fitting = notes.filter(|note| note.video == filter.video);
            places.notes.extend(fitting.map(|note| note.id.clone()));
        }
        Some(places)
    }

    /// The places of those placements, and nothing that is said besides.
    fn of(library: &Library, is_in: impl Fn(&Placement) -> bool) -> Self {
        let mut places = Self::default();
        for skill in &library.matrix.skills {
            for placement in skill.placements.iter().filter(|named| is_in(named)) {
                let note = &placement.note;
                places.skills.insert(skill.id.clone());
                places.claims.extend(placement.claims.iter().map(|&claim| (note.clone(), claim)));
                places.topics.insert((note.clone(), placement.section));
                places.notes.insert(note.clone());
            }
        }
        places
    }

    fn has(&self, candidate: Candidate<'_>) -> bool {
        match candidate {
            Candidate::Skill(id) => self.skills.contains(&SkillId(id.into())),
            Candidate::Note(note) => self.notes.contains(note),
            Candidate::Claim(note, _) | Candidate::Topic(note, _) if self.whole_notes => {
                self.notes.contains(note)
            }
            Candidate::Claim(note, claim) => self.claims.contains(&(note.clone(), claim)),
            // What is said in a video is of no level.
            Candidate::Line(..) => false,
            Candidate::Topic(note, section) => self.topics.contains(&(note.clone(), section)),
        }
    }
}

/// The search of the page.
pub fn search() -> Search {
    expect_context()
}
