//! Which documents a query's parts match, and the best of them.

use std::cmp::Ordering;

use crate::search::hit::Found;
use crate::search::index::document::{Document, DocumentId};
use crate::search::index::documents::Documents;
use crate::search::query::MOST_PARTS;
use crate::search::query::expand::Clause;
use crate::search::query::score;
use crate::search::query::scratch::{Mask, Scratch, UNWANTED_MASK};
use crate::search::{Candidate, Group, Hit, Tier};

/// Which documents are wanted.
pub(in crate::search) enum WantedDocuments<'a> {
    /// Those with all parts of the query.
    Complete,
    /// Those that lack a part, but nearly none of what the best of them has.
    Partial(&'a [Clause]),
}

/// What is looked for in what was written down.
pub(in crate::search) struct Collector<'a, 'f> {
    pub documents: &'a Documents,
    /// The most results of a group.
    pub limit: usize,
    /// The score of a text that has every word once, as it was typed.
    pub full_score: f32,
    /// Says of each result whether it may be shown, and in which tier.
    pub filter: Option<TierChooser<'f>>,
}

/// Says of a result in which tier it is shown; `None` where it is not.
pub(in crate::search) type TierChooser<'f> = &'f mut dyn FnMut(Candidate<'_>) -> Option<Tier>;

/// The best documents of a group so far.
#[derive(Debug, Default)]
struct Best {
    ranked: Vec<(f32, DocumentId)>,
    /// A score that does not make it any more.
    floor: f32,
    total: usize,
}

impl Best {
    /// Adds a document. What cannot be among the best is dropped now and then, all at once.
    fn add(&mut self, score: f32, document: DocumentId, limit: usize) {
        self.ranked.push((score, document));
        if self.ranked.len() > limit.saturating_mul(2).saturating_add(SPARE_DOCUMENTS) {
            self.cut(limit);
        }
    }

    fn cut(&mut self, limit: usize) {
        if limit < self.ranked.len() {
            let (_, last, _) = self.ranked.select_nth_unstable_by(limit, better);
            self.floor = last.0;
            self.ranked.truncate(limit);
        }
    }
}

/// How many documents more than twice the wanted ones are kept before the worse ones are dropped.
const SPARE_DOCUMENTS: usize = 64;

/// The better first; of those that fit alike, the one that is read first.
fn better(left: &(f32, DocumentId), right: &(f32, DocumentId)) -> Ordering {
    right.0.total_cmp(&left.0).then_with(|| left.1.cmp(&right.1))
}

impl Collector<'_, '_> {
    /// The best documents of each group, the best first, and how many there are.
    pub(in crate::search) fn collect(
        &mut self,
        scratch: &Scratch,
        all: usize,
        wanted: &WantedDocuments<'_>,
    ) -> [Found; Group::ALL.len()] {
        let (documents, full_score) = (self.documents, self.full_score);
        let complete = (1 << all.min(MOST_PARTS)) - 1;
        let least = match wanted {
            WantedDocuments::Complete => 0.0,
            WantedDocuments::Partial(clauses) => {
                let own = |&id: &DocumentId| seen(documents, scratch, id, complete, full_score);
                let covered = scratch.touched().iter().filter_map(own);
                let covered = covered.filter(|(_, mask, _)| *mask != complete);
                covered.map(|(_, mask, _)| coverage(mask, clauses)).fold(0.0, f32::max)
                    * score::NEAR_BEST
            }
        };
        // What can be added at most by what a document stands in: a heading, and a title.
        let headroom = 2.0 * score::HEADING_MATCH * full_score;
        // Each with its tiers, whose best are told apart: what does not make it into the first is
        // none the less worth more than what makes it into the other.
        let mut groups: [[Best; 2]; Group::ALL.len()] = Default::default();
        let mut above = MasksAbove::of(documents, scratch);
        for &id in scratch.touched() {
            let Some(document) = documents.get(id) else { continue };
            let Some(tiers) = groups.get_mut(documents.group(document) as usize) else { continue };
            let own = scratch.slot(id);
            if own.mask == complete && !document.is_rest() {
                if matches!(wanted, WantedDocuments::Partial(_)) {
                    continue;
                }
                let Some(best) = self.tier(document).and_then(|tier| tiers.get_mut(tier as usize))
                else {
                    continue;
                };
                best.total += 1;
                if own.worth(document, complete) + headroom >= best.floor
                    && let Some((_, _, score)) = seen(documents, scratch, id, complete, full_score)
                {
                    best.add(score, id, self.limit);
                }
                continue;
            }
            // Most hold a word that is everywhere, and neither they nor what they stand in the others.
            if matches!(wanted, WantedDocuments::Complete)
                && (own.mask | above.mask(document.parent())) & complete != complete
            {
                continue;
            }
            let Some((document, mask, score)) = seen(documents, scratch, id, complete, full_score)
            else {
                continue;
            };
            let is_wanted = match wanted {
                WantedDocuments::Complete => mask == complete,
                WantedDocuments::Partial(clauses) => {
                    mask != complete && coverage(mask, clauses) >= least
                }
            };
            let tier = if is_wanted { self.tier(document) } else { None };
            if let Some(best) = tier.and_then(|tier| tiers.get_mut(tier as usize)) {
                best.total += 1;
                best.add(score, id, self.limit);
            }
        }
        let is_complete = matches!(wanted, WantedDocuments::Complete);
        groups.map(|tiers| self.found(tiers, is_complete))
    }

    fn tier(&mut self, document: &Document) -> Option<Tier> {
        match &mut self.filter {
            Some(filter) => self.documents.candidate(document).and_then(filter),
            None => self.documents.is_there(document).then_some(Tier::First),
        }
    }

    fn found(&self, [first, elsewhere]: [Best; 2], is_complete: bool) -> Found {
        let (count, total) = (first.total, first.total + elsewhere.total);
        let mut hits = self.hits(first, is_complete, Tier::First);
        hits.extend(self.hits(elsewhere, is_complete, Tier::Other));
        hits.truncate(self.limit);
        Found { hits, total, first: count }
    }

    fn hits(&self, mut best: Best, is_complete: bool, tier: Tier) -> Vec<Hit> {
        best.cut(self.limit);
        best.ranked.sort_unstable_by(better);
        let hit = |(score, id): (f32, DocumentId)| {
            let target = self.documents.target(self.documents.get(id)?)?;
            Some(Hit { target, score, is_complete, tier })
        };
        best.ranked.into_iter().filter_map(hit).collect()
    }
}

/// The parts that a document and what it stands in hold, looked up once for all that stand in it.
struct MasksAbove<'a> {
    documents: &'a Documents,
    scratch: &'a Scratch,
    /// By document; `None` where nobody has asked.
    known: Vec<Option<Mask>>,
}

impl<'a> MasksAbove<'a> {
    fn of(documents: &'a Documents, scratch: &'a Scratch) -> Self {
        Self { documents, scratch, known: Vec::new() }
    }

    /// The parts that a document holds, or what it stands in; none for no document.
    fn mask(&mut self, id: Option<DocumentId>) -> Mask {
        let Some((id, document)) = id.and_then(|id| Some((id, self.documents.get(id)?))) else {
            return 0;
        };
        if let Some(Some(known)) = self.known.get(id as usize) {
            return *known;
        }
        let mask = self.scratch.slot(id).mask | self.mask(document.parent());
        self.known.resize(self.documents.len(), None);
        if let Some(known) = self.known.get_mut(id as usize) {
            *known = Some(mask);
        }
        mask
    }
}

/// A touched document with the parts that it and what it stands in hold, and its score. `None`
/// where it holds none itself, or one to leave out, or where what it stands for is found itself.
fn seen<'d>(
    documents: &'d Documents,
    scratch: &Scratch,
    id: DocumentId,
    all: Mask,
    full_score: f32,
) -> Option<(&'d Document, Mask, f32)> {
    let own = scratch.slot(id);
    if own.mask & UNWANTED_MASK != 0 || own.mask & all == 0 {
        return None;
    }
    let document = documents.get(id)?;
    let (mut mask, mut score) = (own.mask, own.worth(document, all));
    let mut parent = document.parent();
    while let Some((above, slot)) =
        parent.and_then(|id| Some((documents.get(id)?, scratch.slot(id))))
    {
        if document.is_rest() && mask == own.mask && slot.mask & all == all {
            return None;
        }
        mask |= slot.mask & all;
        score += slot.score.min(full_score) * score::HEADING_MATCH;
        parent = above.parent();
    }
    Some((document, mask, score))
}

/// How much of what a query tells is in the parts of a mask. The squares keep words that are
/// everywhere from adding up to one that tells.
fn coverage(mask: Mask, clauses: &[Clause]) -> f32 {
    let parts = clauses.iter().enumerate().filter(|(number, _)| mask & (1 << number) != 0);
    parts.map(|(_, clause)| clause.telling * clause.telling).sum()
}
