//! A search from the query to the answer.

use std::ops::Range;
use std::sync::PoisonError;

use crate::search::index::compound::joined;
use crate::search::query::QueryPart;
use crate::search::query::collect::{Collector, TierChooser, WantedDocuments};
use crate::search::query::expand::{Clause, nearest};
use crate::search::query::score;
use crate::search::{Answer, Candidate, Index, Marker, Query, Tier};

impl Index {
    /// The best results for a query, at most `limit` of each group, and how many there are.
    ///
    /// Results that hold every word stand first. Only where there are next to none, those follow
    /// that lack words which tell little. An empty query finds nothing.
    #[must_use]
    pub fn search(&self, query: &Query, limit: usize) -> Answer {
        self.answer(query, limit, None)
    }

    /// The same among those that a filter lets through, in the tiers that it puts them into. It is asked
    /// of every result, also of those beyond the limit.
    pub fn search_among(
        &self,
        query: &Query,
        limit: usize,
        filter: &mut dyn FnMut(Candidate<'_>) -> Option<Tier>,
    ) -> Answer {
        self.answer(query, limit, Some(filter))
    }

    fn answer(&self, query: &Query, limit: usize, filter: Option<TierChooser<'_>>) -> Answer {
        if query.is_empty() {
            return Answer::default();
        }
        let documents = &self.documents;
        let joined = joined(query, documents);
        let clause = |(part, joined): (&QueryPart, &Vec<_>)| Clause::of(part, joined, documents);
        let mut wanted: Vec<Clause> = query.wanted.iter().zip(&joined).map(clause).collect();
        let unwanted = query.unwanted.iter().map(|part| Clause::of(part, &[], documents));
        let unwanted: Vec<Clause> = unwanted.collect();
        let full_score = wanted.iter().map(|clause| clause.telling).sum();
        let mut collector = Collector { documents, limit, full_score, filter };
        // What a search that failed left there is cleared before the next one.
        let mut scratch = self.scratch.lock().unwrap_or_else(PoisonError::into_inner);
        scratch.fill(documents, &wanted, &unwanted);
        let mut found = collector.collect(&scratch, wanted.len(), &WantedDocuments::Complete);
        if found.iter().all(|group| group.total == 0) {
            // Every word is known, but no text has them all: one may be a typo that is a word.
            let mut is_wider = false;
            for (clause, part) in wanted.iter_mut().zip(&query.wanted) {
                is_wider |= clause.add_typos(part, documents);
            }
            if is_wider {
                collector.full_score = wanted.iter().map(|clause| clause.telling).sum();
                scratch.fill(documents, &wanted, &unwanted);
                found = collector.collect(&scratch, wanted.len(), &WantedDocuments::Complete);
            }
        }
        let complete: usize = found.iter().map(|group| group.total).sum();
        if complete <= score::FEW_COMPLETE_RESULTS && wanted.len() > 1 {
            let partial =
                collector.collect(&scratch, wanted.len(), &WantedDocuments::Partial(&wanted));
            for (found, partial) in found.iter_mut().zip(partial) {
                found.hits.extend(partial.hits);
                // A stable sort: in a tier those with every word stay first.
                found.hits.sort_by_key(|hit| hit.tier);
                found.hits.truncate(limit);
                found.total += partial.total;
                found.first += partial.first;
            }
        }
        scratch.clear();
        drop(scratch);
        let is_nothing = found.iter().all(|group| group.total == 0);
        let suggestion = self.suggestion(query, &wanted, is_nothing);
        let marker = Marker::new(query, &wanted, &joined, &documents.terms);
        let mut answer = Answer::new(found, suggestion, marker);
        answer.missing = missing(query, &wanted);
        answer
    }

    /// The query with every word that is nowhere in the notes replaced by the one nearest to it.
    fn suggestion(&self, query: &Query, wanted: &[Clause], is_nothing: bool) -> Option<String> {
        let mut replaced: Vec<(Range<usize>, &str)> = Vec::new();
        for (part, clause) in query.wanted.iter().zip(wanted) {
            let ([word], true) = (&*part.words, clause.is_unknown()) else { continue };
            let near = clause.typos().find(|typo| !typo.is_start).map(|typo| typo.term);
            let far = || if is_nothing { nearest(&word.folded, &self.documents) } else { None };
            if let Some(term) = near.or_else(far) {
                replaced.push((word.place.clone(), self.documents.terms.word(term)));
            }
        }
        (!replaced.is_empty()).then(|| query.with(&replaced))
    }
}

/// The words that nothing has, and nothing like them either, as they were typed.
fn missing(query: &Query, wanted: &[Clause]) -> Vec<String> {
    let parts = query.wanted.iter().zip(wanted);
    let nowhere =
        parts.filter(|(_, clause)| clause.is_unknown() && clause.typos().next().is_none());
    let words = nowhere.filter_map(|(part, _)| match part.words.as_slice() {
        [word] => query.text().get(word.place.clone()).map(str::to_owned),
        _ => None,
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::note::Note;

    /// An index of one note for each of some bodies, `@` standing for a time.
    fn index(bodies: &[&str]) -> Index {
        let mut index = Index::new();
        for (body, number) in bodies.iter().zip(0..) {
            let body = body.replace('@', "[12:22]");
            let text = format!("---\nvideoId: 7gaPPrAd7nc\n---\n{body}");
            index.add_note(&Note::read(&format!("{number}.md"), &text));
        }
        index
    }

    #[test]
    fn words_that_tell_nothing_are_not_marked_beside_those_that_do() {
        let mut bodies: Vec<String> =
            (0..60).map(|n| format!("How do I knead a dough {n} @")).collect();
        bodies.push("How do I draw a roadmap @".to_owned());
        let bodies: Vec<&str> = bodies.iter().map(String::as_str).collect();
        let index = index(&bodies);
        let cases: [(&str, &[&str]); 3] = [
            ("how do i draw a roadmap", &["draw", "roadmap"]),
            // By themselves they are what was asked for.
            ("how do i", &["How", "do", "I"]),
            ("\"how do i\" roadmap", &["How", "do", "I", "roadmap"]),
        ];
        for (query, want) in cases {
            let text = "How do I draw a roadmap";
            let marks = index.search(&Query::read(query), 10).marker.marks(text);
            let marked: Vec<&str> = marks.into_iter().map(|place| &text[place]).collect();
            assert_eq!(marked, want, "{query:?}");
        }
    }

    #[test]
    fn a_word_that_nothing_has_is_named() {
        let index = index(&["Knead the dough @", "Rest the dough @"]);
        let cases: [(&str, &[&str]); 4] = [
            ("dough kubernetes", &["kubernetes"]),
            ("Kubernetes Dough terraform", &["Kubernetes", "terraform"]),
            ("knead dough", &[]),
            // A typo is no word that is missing: it has a suggestion.
            ("kneed dough", &[]),
        ];
        for (query, want) in cases {
            assert_eq!(index.search(&Query::read(query), 10).missing, want, "{query:?}");
        }
    }
}
