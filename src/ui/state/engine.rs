//! The part of the program that searches.

use crate::search::{Answer, Candidate, Index, Query, Tier};

use super::search_index::{Finder, Gathered, Lack, SearchIndex, Urgency};
use super::shards;

/// Whoever fills an index hands this out with it.
pub static ENGINE: Engine = Engine;

/// How many places of words stay from one search to the next, of four bytes each: who goes back finds them there.
const MOST_PLACES: usize = 1 << 20;

/// Asks an index.
#[derive(Debug)]
pub struct Engine;

impl Finder for Engine {
    fn answer_from(
        &self,
        index: &Index,
        query: &str,
        most: usize,
        tier: &mut dyn FnMut(Candidate<'_>) -> Option<Tier>,
    ) -> Answer {
        index.search_among(&Query::read(query), most, tier)
    }

    fn bring_wanted(&self, index: &SearchIndex, gathered: &Gathered, urgency: Urgency) -> Lack {
        shards::bring_wanted(index, gathered, urgency)
    }

    fn let_go(&self, index: &mut Index) {
        index.let_go(MOST_PLACES);
    }
}
