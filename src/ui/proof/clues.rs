//! What notes say that may be proof of what a ladder expects: moments that a search found.

use crate::note::{ClaimId, NoteId, Stamp};
use crate::search::{Group, Hit, Target};
use crate::ui::search::found::SearchResults;
use crate::ui::state::library::Library;

/// The most that is offered.
const MOST_HITS: usize = 5;

/// Something that was said and may be proof.
#[derive(Clone, Debug, PartialEq)]
pub struct Clue {
    pub note: NoteId,
    pub claim: ClaimId,
    pub stamp: Stamp,
}

/// What was found that can be played, the best first. What a talk says of the skill at another level may be it, too.
pub fn clues(library: &Library, results: &SearchResults) -> Vec<Clue> {
    let hits = results.searched.answer.hits(Group::Moments).iter();
    hits.filter_map(|hit| clue(library, hit)).take(MOST_HITS).collect()
}

fn clue(library: &Library, hit: &Hit) -> Option<Clue> {
    let Target::Claim { note, claim, .. } = &hit.target else { return None };
    let (read, said) = library.claim(note, *claim)?;
    if read.front_matter().is_proof {
        return None;
    }
    let stamp = said.stamps.iter().find(|stamp| !stamp.is_past_end && stamp.moment().is_some())?;
    Some(Clue { note: note.clone(), claim: *claim, stamp: stamp.clone() })
}
