//! Words that some write as one and others as two: "tradeoff", "trade-off", "trade off".

use crate::search::index::document::{DocumentId, WordPlace, before, document_of};
use crate::search::index::documents::Documents;
use crate::search::index::inflect::Stem;
use crate::search::index::term_dictionary::TermId;
use crate::search::index::tokens::LONGEST_WORD;
use crate::search::query::{Query, QueryWord};

/// The shortest part of a word, in bytes. "A" and "I" stand before any other word.
const SHORTEST_PART: usize = 2;
/// The shortest part that can have another form, in bytes.
const SHORTEST_WITH_FORMS: usize = 3;
/// A word that occurs more often than this, and more than once in [`COMMON_SHARE`] texts, says little
/// about what it stands beside: "may be" is rarely "maybe".
const COMMON_WORD_COUNT: usize = 200;
const COMMON_SHARE: usize = 40;

/// Where a word stands as two.
#[derive(Debug, Default)]
pub(in crate::search) struct Apart {
    /// The two words, in each of their forms that the notes have side by side.
    pub pairs: Vec<(TermId, TermId)>,
    /// The documents, in order.
    pub documents: Vec<DocumentId>,
}

/// Where a word stands as two words side by side.
pub(in crate::search) fn apart(word: &str, documents: &Documents) -> Apart {
    let mut found = Apart::default();
    for (at, _) in word.char_indices().skip(1) {
        let (first, second) = word.split_at(at);
        let is_part = first.len() >= SHORTEST_PART || !matches!(first, "a" | "i");
        if !is_part || second.len() < SHORTEST_PART {
            continue;
        }
        let Some(first) = documents.terms.get(first) else { continue };
        for second in forms_of_second(second, documents) {
            if is_common(first, documents) && is_common(second, documents) {
                continue;
            }
            let before = found.documents.len();
            side_by_side(documents.places(first), documents.places(second), &mut found.documents);
            if found.documents.len() > before {
                found.pairs.push((first, second));
            }
        }
    }
    found.documents.sort_unstable();
    found.documents.dedup();
    found
}

/// For each wanted part of a query, the terms that it is a part of together with its neighbour.
pub(in crate::search) fn joined(query: &Query, documents: &Documents) -> Vec<Vec<TermId>> {
    let mut joined = vec![Vec::new(); query.wanted.len()];
    for (at, pair) in query.wanted.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        let ([first], [second]) = (&*before.words, &*after.words) else { continue };
        if before.is_quoted || after.is_quoted {
            continue;
        }
        let whole = [first.folded.as_str(), &second.folded].concat();
        if whole.len() > LONGEST_WORD || !is_said_together(query, first, second, documents) {
            continue;
        }
        let terms = forms(&whole, documents);
        for part in joined.iter_mut().skip(at).take(2) {
            part.extend(&terms);
        }
    }
    joined
}

/// Whether two typed words may be one: those that a hyphen joins, and those that are not both common.
fn is_said_together(
    query: &Query,
    first: &QueryWord,
    second: &QueryWord,
    documents: &Documents,
) -> bool {
    let between = query.text().get(first.place.end..second.place.start).unwrap_or(" ");
    let is_common = |word: &QueryWord| {
        let term = documents.terms.get(&word.folded);
        term.is_some_and(|term| is_common(term, documents))
    };
    !between.contains(char::is_whitespace)
        || (first.folded.len() >= SHORTEST_PART && !(is_common(first) && is_common(second)))
}

/// The terms that are a word, or another form of it.
fn forms(word: &str, documents: &Documents) -> Vec<TermId> {
    if word.len() < SHORTEST_WITH_FORMS {
        return documents.terms.get(word).into_iter().collect();
    }
    let stem = Stem::of(word);
    let terms = documents.terms.starting_with(stem.start);
    terms
        .filter(|&term| {
            let known = documents.terms.word(term);
            known == word || stem.is_of(Stem::of(known))
        })
        .collect()
}

/// The same of a word's second part, of which "ins" is a form of "in".
fn forms_of_second(second: &str, documents: &Documents) -> Vec<TermId> {
    let mut found = forms(second, documents);
    let other_form = match second.strip_suffix('s') {
        Some(single) => documents.terms.get(single).filter(|_| single.len() >= SHORTEST_PART),
        None => documents.terms.get(&[second, "s"].concat()),
    };
    found.extend(other_form.filter(|term| !found.contains(term)).into_iter().collect::<Vec<_>>());
    found
}

fn is_common(term: TermId, documents: &Documents) -> bool {
    let count = documents.count(term);
    count > COMMON_WORD_COUNT && count * COMMON_SHARE > documents.len()
}

/// Adds the documents in which a place of one list is followed by one of the other.
fn side_by_side(first: &[WordPlace], second: &[WordPlace], found: &mut Vec<DocumentId>) {
    if second.len() <= first.len() {
        let follows = |place: &&WordPlace| {
            before(**place, 1).is_some_and(|before| first.binary_search(&before).is_ok())
        };
        found.extend(second.iter().filter(follows).map(|&place| document_of(place)));
    } else {
        let leads = |place: &&WordPlace| {
            let next = second.binary_search(&(**place + 1)).is_ok();
            next && before(**place + 1, 1) == Some(**place)
        };
        found.extend(first.iter().filter(leads).map(|&place| document_of(place)));
    }
}
