//! The search's index, as it grows.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use crate::export::page::beside::VaultPiece;
use crate::matrix::Filter;
use crate::search::Index;
use crate::ui::context::provided;

use super::library::Library;
use super::searching::answered::{Answered, Searched};

/// The index, as far as it has grown. Another set of notes begins it anew.
#[derive(Clone, Default)]
pub struct SearchIndex {
    /// What it knows so far.
    pub gathered: ArcRwSignal<Gathered>,
    /// How much of what is on its way from beside the page keeps the reader waiting. Nobody searches anew when it changes.
    awaited: ArcRwSignal<usize>,
}

/// How long something may be on its way until the reader is told, in milliseconds: what comes sooner is hardly waited for,
/// and to draw that it comes would take from the frames of the keys.
const NOTICED_MS: u32 = 200;

impl SearchIndex {
    /// What `work` gives; where it takes long, the reader is told meanwhile.
    pub async fn awaited<T>(&self, work: impl Future<Output = T>) -> T {
        let (awaited, is_told) = (self.awaited.clone(), Rc::new(Cell::new(false)));
        let told = Rc::clone(&is_told);
        let patience = Timeout::new(NOTICED_MS, move || {
            told.set(true);
            awaited.update(|awaited| *awaited += 1);
        });
        let given = work.await;
        drop(patience);
        if is_told.get() {
            self.awaited.update(|awaited| *awaited = awaited.saturating_sub(1));
        }
        given
    }

    /// Whether something on its way keeps the reader waiting, as that changes.
    pub fn is_awaited(&self) -> bool {
        self.awaited.get() > 0
    }
}

/// How an index is asked: what comes with the part of the program that searches.
pub trait Finder: Sync {
    /// What a query finds, so many results of a kind at most.
    fn search(&self, library: &Library, gathered: &Gathered, query: &str, most: usize) -> Searched;

    /// The same among what a filter lets through, its level first. Searched before, it is found again.
    fn search_within(
        &self,
        library: &Library,
        gathered: &Gathered,
        query: &str,
        most: usize,
        filter: &Filter,
    ) -> Searched;

    /// Brings what a search has just needed of an index and that is not here. What comes is searched again by whoever
    /// follows the index.
    fn bring_wanted(&self, index: &SearchIndex, gathered: &Gathered, urgency: Urgency) -> Lack;

    /// Another search comes: lets what of an index go that comes again when it is needed, and was not for long.
    fn let_go(&self, index: &mut Index);
}

/// How soon what a search lacks is to be fetched.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Urgency {
    /// At once.
    AtOnce,
    /// Once typing pauses: the next letter needs less.
    OnceTypingPauses {
        /// When the last letter came, in milliseconds of the page's clock.
        typed_ms: f64,
    },
}

/// How long typing has to pause before what a search lacks is fetched, in milliseconds: of what a word's first letters
/// need most is of no use to the word.
const PAUSE_MS: f64 = 150.0;

impl Urgency {
    /// How long what a search lacks is not fetched yet, in milliseconds of the page's clock.
    #[must_use]
    pub fn left_ms(self, now_ms: f64) -> u32 {
        match self {
            Self::AtOnce => 0,
            // At most the pause, and a negative number is none.
            Self::OnceTypingPauses { typed_ms } => {
                (typed_ms + PAUSE_MS - now_ms).min(PAUSE_MS) as u32
            }
        }
    }
}

/// What a search lacked of an index whose places come from beside the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Lack {
    /// Nothing: what was found is all there is.
    #[default]
    Nothing,
    /// Something that comes.
    Coming,
    /// What did not come, and nothing else: parts of the alphabet by their first and last words.
    Missing(Vec<(String, String)>),
}

/// What the search knows so far.
#[derive(Default)]
pub struct Gathered {
    /// Every skill, and the words of the first [`Gathered::notes`] notes.
    pub index: Index,
    /// How many notes are in the index.
    pub notes: usize,
    /// Whether nothing is missing.
    pub is_whole: bool,
    /// The pieces beside the page from which the rest of the index comes, where it does.
    pub shards: Arc<[VaultPiece]>,
    /// Those of the shards that did not come.
    pub missing: Vec<usize>,
    /// What was found in it last.
    pub answered: Answered,
    /// Whether the part of the program that searches did not come.
    pub is_missing: bool,
    /// The way to ask, which comes with whatever fills the index.
    pub finder: Option<&'static dyn Finder>,
}

/// The index of the page's search.
pub fn search_index() -> SearchIndex {
    provided()
}
