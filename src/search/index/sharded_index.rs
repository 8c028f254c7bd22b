//! An index in pieces: what every search needs, and the places of words in shards that come when a search needs them.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::note::NoteId;
use crate::search::index::Index;
use crate::search::index::document::{Document, ExpectedDocument, PackedDocument, document_of};
use crate::search::index::documents::Documents;
use crate::search::index::number::{push_number, take_number};
use crate::search::index::shards::{Shards, push_places};
use crate::search::index::term_dictionary::{TermDictionary, TermId, to_u32};
use crate::yielding::{self, Pieces};

/// After how many documents a piece of the unpacking ends.
const PIECE_DOCUMENTS: usize = 4096;

/// The most bytes that a word shares with the one before it: no sign that a word has is as low.
const MOST_SHARED: u8 = 31;

/// An index and its shards.
#[derive(Clone, Debug)]
pub struct IndexInShards {
    /// What every search needs.
    pub head: IndexHead<'static>,
    /// The places of words, some words each ([`Index::put_shard`]).
    pub shards: Vec<Vec<u8>>,
}

/// What every search needs of an index: all words, how often each stands somewhere, and what texts there are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexHead<'a> {
    /// The words, in order of the alphabet: of each how many bytes it shares with the one before it, at most
    /// [`MOST_SHARED`], which no word has in it, and the rest.
    #[serde(borrow)]
    words: Cow<'a, [u8]>,
    counts: Vec<u32>,
    /// The first word of each shard, and how many words there are.
    borders: Vec<TermId>,
    #[serde(borrow)]
    documents: PackedDocuments<'a>,
}

/// The documents, by column: each is nearly what is expected behind the others. Of 20,000 notes there are more than a million, so that they
/// are read one by one from where they were fetched to, and nowhere put down in between.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct PackedDocuments<'a> {
    /// A byte each.
    #[serde(borrow)]
    kinds: Cow<'a, [u8]>,
    #[serde(borrow)]
    parents: Cow<'a, [u8]>,
    #[serde(borrow)]
    numbers: Cow<'a, [u8]>,
    #[serde(borrow)]
    seconds: Cow<'a, [u8]>,
    /// How many words each has.
    #[serde(borrow)]
    words: Cow<'a, [u8]>,
}

/// What is left to be read of each column.
struct UnreadColumns<'a> {
    kinds: &'a [u8],
    parents: &'a [u8],
    numbers: &'a [u8],
    seconds: &'a [u8],
    words: &'a [u8],
}

impl Index {
    /// The index in shards of about `shard_bytes`. Equal texts give equal ones, whatever the indexes went through.
    #[must_use]
    pub fn pack_in_shards(&self, shard_bytes: usize) -> IndexInShards {
        let documents = &self.documents;
        let mut terms: Vec<TermId> = (0..to_u32(documents.terms.len())).collect();
        terms.sort_unstable_by_key(|&term| documents.terms.word(term));
        let (mut shards, mut borders, mut shard) = (Vec::new(), vec![0], Vec::new());
        for (&term, behind) in terms.iter().zip(1..) {
            push_places(documents.places(term), &mut shard);
            if shard.len() >= shard_bytes {
                shards.push(std::mem::take(&mut shard));
                borders.push(behind);
            }
        }
        if !shard.is_empty() {
            shards.push(shard);
            borders.push(to_u32(terms.len()));
        }
        let words = packed_words(terms.iter().map(|&term| documents.terms.word(term))).into();
        let counts = terms.iter().map(|&term| to_u32(documents.count(term))).collect();
        let documents = PackedDocuments::of(documents);
        IndexInShards { head: IndexHead { words, counts, borders, documents }, shards }
    }

    /// The shards that searches needed since this was asked last, and that are not here. What was found without them
    /// is not what there is: once they are here ([`Index::put_shard`]) the search is to be made again.
    pub fn take_wanted(&self) -> Vec<usize> {
        self.documents.shards().map(Shards::take_wanted).unwrap_or_default()
    }

    /// Whether a search since that was asked last needed a shard that was not here.
    #[must_use]
    pub fn lacks_places(&self) -> bool {
        self.documents.shards().is_some_and(Shards::is_wanting)
    }

    /// The first and the last word of which a shard has the places, in order of the alphabet.
    #[must_use]
    pub fn words_of_shard(&self, shard: usize) -> Option<(&str, &str)> {
        let terms = self.documents.shards()?.terms(shard)?;
        let last = terms.end.checked_sub(1)?;
        Some((self.documents.terms.word(terms.start), self.documents.terms.word(last)))
    }

    /// Another search comes: lets shards go that were needed longest ago, until the others have no more than so many places
    /// or are the last search's. They are wanted again by who needs them. Not to be called while somebody waits for some.
    pub fn let_go(&mut self, most_places: usize) {
        self.documents.let_go(most_places);
    }

    /// A shard has come. Says whether it is one of this index.
    pub fn put_shard(&mut self, shard: usize, bytes: &[u8]) -> bool {
        self.documents.put_shard(shard, bytes).is_some()
    }
}

impl PackedDocuments<'static> {
    fn of(documents: &Documents) -> Self {
        let mut kinds = Vec::with_capacity(documents.len());
        let [mut parents, mut numbers, mut seconds, mut lengths] = [const { Vec::new() }; 4];
        let mut words = vec![0; documents.len()];
        for term in 0..to_u32(documents.terms.len()) {
            for &place in documents.places(term) {
                if let Some(words) = words.get_mut(document_of(place) as usize) {
                    *words += 1;
                }
            }
        }
        let mut expected = ExpectedDocument::default();
        for ((document, words), id) in documents.all().iter().zip(words).zip(0..) {
            let packed = document.pack(&expected, words);
            kinds.push(packed.kind);
            push_step(packed.parent, &mut parents);
            push_step(packed.number, &mut numbers);
            push_step(packed.seconds, &mut seconds);
            push_number(packed.length, &mut lengths);
            expected = expected.behind(document, id);
        }
        let [parents, numbers, seconds, words] =
            [parents, numbers, seconds, lengths].map(Cow::Owned);
        Self { kinds: kinds.into(), parents, numbers, seconds, words }
    }
}

impl PackedDocuments<'_> {
    fn columns(&self) -> UnreadColumns<'_> {
        UnreadColumns {
            kinds: &self.kinds,
            parents: &self.parents,
            numbers: &self.numbers,
            seconds: &self.seconds,
            words: &self.words,
        }
    }
}

impl UnreadColumns<'_> {
    /// The next document; `None` behind the last one, or where a column is cut.
    fn take(&mut self) -> Option<PackedDocument> {
        let (&kind, kinds) = self.kinds.split_first()?;
        self.kinds = kinds;
        Some(PackedDocument {
            kind,
            parent: take_step(&mut self.parents)?,
            number: take_step(&mut self.numbers)?,
            seconds: take_step(&mut self.seconds)?,
            length: take_number(&mut self.words)?,
        })
    }
}

/// Words in order of the alphabet, each by what it does not share with the one before it.
fn packed_words<'a>(words: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let (mut packed, mut before) = (Vec::new(), "");
    for word in words {
        let shared = word.bytes().zip(before.bytes()).take_while(|(a, b)| a == b).count();
        let shared = word.floor_char_boundary(shared.min(MOST_SHARED.into()));
        packed.push(shared as u8);
        packed.extend_from_slice(word.as_bytes().get(shared..).unwrap_or_default());
        before = word;
    }
    packed
}

/// The same again, with a space before each. `None` where they are none.
fn unpacked_words(packed: &[u8]) -> Option<String> {
    let mut words: Vec<u8> = Vec::with_capacity(packed.len().saturating_mul(2));
    let mut start = 0;
    for &byte in packed {
        if byte > MOST_SHARED {
            words.push(byte);
            continue;
        }
        let shared = start..start + usize::from(byte);
        if shared.end > words.len() {
            return None;
        }
        words.push(b' ');
        start = words.len();
        words.extend_from_within(shared);
    }
    String::from_utf8(words).ok()
}

/// Writes a step down or up: small ones take a byte, whichever way they go.
fn push_step(step: i32, to: &mut Vec<u8>) {
    push_number((step.cast_unsigned() << 1) ^ (step >> 31).cast_unsigned(), to);
}

fn take_step(from: &mut &[u8]) -> Option<i32> {
    let number = take_number(from)?;
    Some((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
}

impl IndexHead<'_> {
    /// The index without any shard, of skills and notes that have these names in addresses. `None` where it is not
    /// whole.
    #[must_use]
    pub fn unpack(&self, skills: Vec<Arc<str>>, notes: Vec<NoteId>) -> Option<Index> {
        yielding::at_once(self.unpack_in_pieces(skills, notes, async || ()))
    }

    /// As [`IndexHead::unpack`], with pauses.
    pub async fn unpack_in_pieces(
        &self,
        skills: Vec<Arc<str>>,
        notes: Vec<NoteId>,
        mut pause: impl AsyncFnMut(),
    ) -> Option<Index> {
        let mut pieces = Pieces::of(PIECE_DOCUMENTS, &mut pause);
        let words = unpacked_words(&self.words)?;
        let terms = TermDictionary::of(words.split(' ').filter(|word| !word.is_empty()));
        drop(words);
        pieces.pause().await;
        if terms.len() != self.counts.len() {
            return None;
        }
        let shards = Shards::of(self.counts.clone(), self.borders.clone())?;
        let count = self.documents.kinds.len();
        let mut documents = Documents::in_shards(terms, shards, skills, notes, count);
        let mut columns = self.documents.columns();
        let mut expected = ExpectedDocument::default();
        for id in 0..to_u32(count) {
            let packed = columns.take()?;
            let document = Document::unpack(&packed, &expected, id)?;
            documents.push_counted(document, packed.length as usize)?;
            expected = expected.behind(&document, id);
            pieces.step().await;
        }
        Some(Index { documents, ..Index::default() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_same_again() {
        let words = [
            "a",
            "accent",
            "accents",
            "anextraordinarilylongwordthatshares",
            "anextraordinarilylongwordthatsharesmore",
            "elan",
            "größe",
            "größer",
            "कौशल",
        ];
        let packed = packed_words(words.into_iter());
        assert!(packed.len() < words.concat().len());
        let unpacked = unpacked_words(&packed).unwrap();
        assert_eq!(unpacked.split(' ').skip(1).collect::<Vec<_>>(), words);
        assert_eq!(unpacked_words(&[1, b'a']), None, "there is nothing to share");
        assert_eq!(unpacked_words(&[0, 0xff]), None, "no text");
    }
}
