//! What the last searches found: whoever takes letters back sees it again without a search.

use std::sync::{Arc, Mutex, PoisonError, Weak};

use rustc_hash::FxHashSet;

use crate::matrix::{Filter, Matrix, SkillId};
use crate::search::Answer;
use crate::ui::state::library::Library;
use crate::vault::Vault;

use super::result_scope::ResultScope;

/// How many searches are kept: one for each letter of a long word or two.
const MOST_KEPT: usize = 20;

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Searched {
    /// The results, and what they have of the query.
    pub answer: Arc<Answer>,
    /// The skills found by name or by what was said of them.
    pub skills: Arc<FxHashSet<SkillId>>,
    /// The level whose results come first, as people read it.
    pub level: Option<String>,
}

/// The last searches over an index, each with all that it finds there.
#[derive(Default)]
pub struct Answered(Mutex<Kept>);

/// What is kept for a library and a filter.
#[derive(Default)]
struct Kept {
    of: (Weak<Vault>, Weak<Matrix>),
    filter: Filter,
    scope: Arc<ResultScope>,
    /// The oldest first.
    answers: Vec<(String, Searched)>,
}

impl Kept {
    fn is_of(&self, library: &Library, filter: &Filter) -> bool {
        let (vault, matrix) = &self.of;
        self.filter == *filter
            && vault.as_ptr() == Arc::as_ptr(&library.vault)
            && matrix.as_ptr() == Arc::as_ptr(&library.matrix)
    }
}

impl Answered {
    /// Where results come from, and what a query found there the last time.
    pub(super) fn known(
        &self,
        library: &Library,
        filter: &Filter,
        query: &str,
    ) -> (Arc<ResultScope>, Option<Searched>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !kept.is_of(library, filter) {
            *kept = Kept {
                of: (Arc::downgrade(&library.vault), Arc::downgrade(&library.matrix)),
                filter: *filter,
                // It takes a look at every placement, so not at every letter that is typed.
                scope: Arc::new(ResultScope::of(library, filter)),
                answers: Vec::new(),
            };
        }
        let known = kept.answers.iter().find(|(known, _)| known == query);
        (Arc::clone(&kept.scope), known.map(|(_, searched)| searched.clone()))
    }

    /// Keeps what a query found.
    pub(super) fn keep(&self, library: &Library, filter: &Filter, query: &str, found: Searched) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !kept.is_of(library, filter) {
            return;
        }
        if kept.answers.len() >= MOST_KEPT {
            kept.answers.remove(0);
        }
        kept.answers.push((query.to_owned(), found));
    }
}
