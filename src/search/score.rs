//! How much a match counts, each weight with its reason.

/// A skill's name: there are few skills, and a reader who types one wants it.
pub(super) const SKILL_NAME: f32 = 12.0;
/// A note's title says what all of it is about.
pub(super) const NOTE_TITLE: f32 = 8.0;
/// A claim's own text.
pub(super) const CLAIM_TEXT: f32 = 4.0;
/// The heading above a claim names its subject, but the claim may be about something else.
pub(super) const CLAIM_HEADING: f32 = 1.0;

/// A whole word is what was meant more surely than the start of one.
pub(super) const WHOLE_WORD: f32 = 1.0;
/// A word that is still being typed.
pub(super) const PREFIX: f32 = 0.6;

/// A claim without a stamp cannot be watched: of two alike, the other comes first.
pub(super) const UNSTAMPED: f32 = 0.9;

/// Long texts hold many words by chance: a match in a text twice this long (in words) counts less.
pub(super) const TYPICAL_WORDS: f32 = 20.0;

/// The share by which a text's length lowers its score, from 0 (not at all) to 1 (fully).
pub(super) const LENGTH_SHARE: f32 = 0.3;

/// What one field of a document adds for one word of the query.
pub(super) fn field(weight: f32, closeness: f32, words_in_field: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a field has far fewer than 2^24 words")]
    let length = words_in_field as f32 / TYPICAL_WORDS;
    weight * closeness / (1.0 - LENGTH_SHARE + LENGTH_SHARE * length.max(0.25))
}
