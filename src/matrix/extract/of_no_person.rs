//! Notes of games and of machines: what a champion or an agent can do is no person's skill.

use crate::matrix::language::lexicon::{Lexicon, Word};
use crate::matrix::language::senses::Senses;
use crate::note::Note;

/// Whether the abilities that a note speaks of are no person's, unless it names one.
pub(in crate::matrix) fn is_of_no_person(note: &Note, lexicon: &Lexicon) -> bool {
    let headings = note.sections().iter().map(|section| section.title.as_str());
    let read = |heading| lexicon.read(heading);
    let headings: Vec<Vec<Word>> = headings.chain([note.title.as_str()]).map(read).collect();
    is_of_a_game(&headings) || is_of_machines(&headings)
}

/// Whether a note is about a game: its headings, the last of which is its title, speak of what is played, and of
/// nobody at work.
fn is_of_a_game(headings: &[Vec<Word>]) -> bool {
    if headings.iter().flatten().any(|word| word.is(Senses::JOBS)) {
        return false;
    }
    let played = |words: &[Word]| words.iter().filter(|word| word.is(Senses::PLAYED)).count();
    let all: usize = headings.iter().map(|words| played(words)).sum();
    // One word may be a figure of speech.
    all >= 2 || (all == 1 && headings.last().is_some_and(|title| played(title) > 0))
}

/// Whether a note is about what machines can do: its title or a heading speaks of skills of theirs, and not of
/// how these are tested.
fn is_of_machines(headings: &[Vec<Word>]) -> bool {
    headings.iter().any(|words| {
        (1..words.len()).any(|at| {
            let is_more = words.get(at + 1).is_some_and(|next| next.is(Senses::OF_SKILLS));
            words[at - 1].is(Senses::MACHINES) && words[at].is(Senses::SKILLS) && !is_more
        })
    })
}
