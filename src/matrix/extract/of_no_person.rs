//! Notes of games and of machines: what a champion or an agent can do is no person's skill.

use crate::matrix::language::lexicon::Lexicon;
use crate::matrix::language::senses::Senses;
use crate::note::Note;

/// Whether the abilities that a note speaks of are no person's, unless it names one.
pub(in crate::matrix) fn is_of_no_person(note: &Note, lexicon: &Lexicon) -> bool {
    is_of_a_game(note, lexicon) || is_of_machines(note, lexicon)
}

/// Whether a note is about a game: its headings speak of what is played, and of nobody at work.
fn is_of_a_game(note: &Note, lexicon: &Lexicon) -> bool {
    let headings = note.sections().iter().map(|section| section.title.as_str());
    let mut played = 0;
    for heading in headings.chain([note.title.as_str()]) {
        let words = lexicon.read(heading);
        if words.iter().any(|word| word.is(Senses::JOBS)) {
            return false;
        }
        played += words.iter().filter(|word| word.is(Senses::PLAYED)).count();
    }
    // One word may be a figure of speech.
    played >= 2
        || (played == 1 && lexicon.read(&note.title).iter().any(|word| word.is(Senses::PLAYED)))
}

/// Whether a note is about what machines can do: its title or a heading speaks of skills of theirs, and not of
/// how these are tested.
fn is_of_machines(note: &Note, lexicon: &Lexicon) -> bool {
    let headings = note.sections().iter().map(|section| section.title.as_str());
    headings.chain([note.title.as_str()]).any(|heading| {
        let words = lexicon.read(heading);
        (1..words.len()).any(|at| {
            let is_more = words.get(at + 1).is_some_and(|next| next.is(Senses::OF_SKILLS));
            words[at - 1].is(Senses::MACHINES) && words[at].is(Senses::SKILLS) && !is_more
        })
    })
}
