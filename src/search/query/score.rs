//! How much a match counts, each weight with its reason.

use crate::search::index::document_kind::DocumentKind;

/// A whole word, as it was typed.
pub(in crate::search) const WHOLE_WORD: f32 = 1.0;
/// Another form of the word: what was typed itself comes first, also before several forms of it.
/// Of 0.5 to 1, this finds known claims best.
pub(in crate::search) const WORD_FORM: f32 = 0.6;
/// What each further occurrence of the very word in the same text adds.
pub(in crate::search) const REPEATED_WORD: f32 = 0.3;
/// How many times more a text counts that has every word as it was typed: enough to go before a short
/// one that has other forms of them, however long it is itself. From 1.15 on known claims are found best.
pub(in crate::search) const VERBATIM_FACTOR: f32 = 1.25;
/// The start of a word: below half of a whole word, so that no short text makes up for it.
pub(in crate::search) const WORD_START: f32 = 0.45;
/// The share of [`WORD_START`] that depends on how much of the word was typed.
pub(in crate::search) const TYPED_START: f32 = 0.1;
/// A part of a long word: after whole words and their starts, before guesses.
pub(in crate::search) const WORD_PART: f32 = 0.3;
/// A word with one typo: less than half of a start, for the same reason.
pub(in crate::search) const ONE_TYPO: f32 = 0.2;
/// A word with two typos is a guess.
pub(in crate::search) const TWO_TYPOS: f32 = 0.1;
/// The start of a word with typos in it: it may still become another word, and a whole one goes
/// before it even in a longer text.
pub(in crate::search) const TYPO_IN_START: f32 = 0.45;

/// What a matching heading or title adds to a claim below it: enough to go before claims about
/// something else that are as good, too little to make up for a word that is missing.
pub(in crate::search) const HEADING_MATCH: f32 = 0.02;

/// A claim without a stamp cannot be watched: of two alike, the other comes first.
const UNSTAMPED_FACTOR: f32 = 0.9;

/// A spoken line says less than a claim that a note makes of it.
const SPOKEN_FACTOR: f32 = 0.7;

/// The share by which a text's length lowers its score, from 0 (not at all) to 1 (fully): long
/// texts hold many words by chance.
const LENGTH_SHARE: f32 = 0.2;
/// How far length may change a score; the ends are less than a factor of two apart, which keeps
/// whole words before starts of words, and those before typos.
const LENGTH_BOUNDS: (f32, f32) = (0.75, 1.25);

/// Up to this many complete results, those that lack a word are shown after them: so few may be an
/// accident.
pub(in crate::search) const FEW_COMPLETE_RESULTS: usize = 2;
/// The share of the best coverage that a result without all words has to reach.
pub(in crate::search) const NEAR_BEST: f32 = 0.75;

/// How much a document of a kind counts for the words it has, by how many they are.
pub(in crate::search) fn weight(kind: DocumentKind, words: usize) -> f32 {
    let (weight, typical_words) = match kind {
        // There are few skills, and a reader who types one's name wants it.
        DocumentKind::Skill => (3.0, 3.0),
        // A title says what all of a note is about.
        DocumentKind::Note => (2.0, 6.0),
        // A heading says so of a section.
        DocumentKind::Topic => (1.5, 4.0),
        DocumentKind::Claim => (1.0, 18.0),
        DocumentKind::UnstampedClaim => (UNSTAMPED_FACTOR, 18.0),
        // What a note says of a video was chosen; what is said in it is all there is.
        DocumentKind::Line => (SPOKEN_FACTOR, 12.0),
        DocumentKind::Transcript => (0.0, 1.0),
        // Code and the heads of tables are rarely what is looked for.
        DocumentKind::Rest => (0.5, 18.0),
    };
    #[expect(clippy::cast_precision_loss, reason = "a text has far fewer than 2^24 words")]
    let length = words as f32 / typical_words;
    let factor = 1.0 / (1.0 - LENGTH_SHARE + LENGTH_SHARE * length);
    weight * factor.clamp(LENGTH_BOUNDS.0, LENGTH_BOUNDS.1)
}

/// How much a word tells that occurs so often in so many documents. Words that are everywhere tell
/// next to nothing (<https://en.wikipedia.org/wiki/Tf–idf>).
#[expect(clippy::cast_precision_loss, reason = "a rough count is enough")]
pub(in crate::search) fn telling(occurrences: usize, documents: usize) -> f32 {
    (1.0 + documents as f32 / (occurrences as f32 + 1.0)).ln()
}

/// How much the start of a word counts, by how much of it was typed.
#[expect(clippy::cast_precision_loss, reason = "words are short")]
pub(in crate::search) fn start(typed: usize, whole: usize) -> f32 {
    WORD_START * (1.0 - TYPED_START + TYPED_START * typed as f32 / whole.max(1) as f32)
}
