//! The part of the program that searches.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::matrix::{Filter, SkillId};
use crate::note::NoteId;
use crate::search::{Candidate, Index, Query};
use crate::ui::state::library::{Backed, Library};
use crate::ui::state::search_index::{Finder, Gathered, Lack, SearchIndex, Urgency};

use super::answered::Searched;
use super::result_scope::ResultScope;
use super::shards;

/// Whoever fills an index hands this out with it.
pub static ENGINE: Engine = Engine;

/// How many places of words stay from one search to the next, of four bytes each: who goes back finds them there.
const MOST_PLACES: usize = 1 << 20;

/// Asks an index.
#[derive(Debug)]
pub struct Engine;

impl Finder for Engine {
    fn search(&self, library: &Library, gathered: &Gathered, query: &str, most: usize) -> Searched {
        searched(library, &gathered.index, query, most, &ResultScope::default())
    }

    fn search_within(
        &self,
        library: &Library,
        gathered: &Gathered,
        query: &str,
        most: usize,
        filter: &Filter,
    ) -> Searched {
        let (scope, known) = gathered.answered.known(library, filter, query);
        known.unwrap_or_else(|| {
            let found = searched(library, &gathered.index, query, most, &scope);
            // What lacks something of the index is not all that there is.
            if gathered.is_whole && !gathered.index.lacks_places() {
                gathered.answered.keep(library, filter, query, found.clone());
            }
            found
        })
    }

    fn bring_wanted(&self, index: &SearchIndex, gathered: &Gathered, urgency: Urgency) -> Lack {
        shards::bring_wanted(index, gathered, urgency)
    }

    fn let_go(&self, index: &mut Index) {
        index.let_go(MOST_PLACES);
    }
}

/// What a query finds, so many results of a kind at most.
fn searched(
    library: &Library,
    index: &Index,
    query: &str,
    most: usize,
    scope: &ResultScope,
) -> Searched {
    let mut skills = FxHashSet::default();
    // The claims of a note come one after the other.
    let mut last: Option<(NoteId, Option<&Backed>)> = None;
    // The matrix applies the filters by itself, and counts what other choices would show: so
    // what is shown of it follows the search alone.
    let mut note_down = |candidate: Candidate<'_>| {
        match candidate {
            Candidate::Skill(id) => {
                skills.insert(SkillId(id.into()));
            }
            Candidate::Claim(note, claim) => {
                let known = last.as_ref().filter(|(known, _)| known == note);
                let backed = known.map_or_else(|| library.backed_by(note), |(_, backed)| *backed);
                if known.is_none() {
                    last = Some((note.clone(), backed));
                }
                let backed = backed.and_then(|backed| backed.get(&claim));
                skills.extend(backed.into_iter().flatten().cloned());
            }
            Candidate::Topic(..) | Candidate::Note(_) | Candidate::Line(..) => {}
        }
        scope.tier(candidate)
    };
    let answer = Arc::new(index.search_among(&Query::read(query), most, &mut note_down));
    Searched { answer, skills: Arc::new(skills), level: scope.level_label() }
}
