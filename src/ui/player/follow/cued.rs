//! What the player is ready to play before it has played anything, and why that.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::CuedSentence;
use crate::note::{Note, NoteId};
use crate::ui::state::library::Library;
use crate::ui::state::view::{Opened, View};
use crate::vault::Track;
use crate::video::VideoId;
use crate::video::player::{Moment, Phase, Player};
use crate::view_state::ViewState;

use super::last_seen::LastSeen;

/// What the player is ready to play.
#[derive(Clone, Debug, PartialEq)]
pub struct Cued {
    /// With its moment, and the skill that it explains.
    pub cue: CuedSentence,
    /// Why it is that one.
    pub reason: CueReason,
}

/// Why a sentence is ready to be played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueReason {
    /// The address names its second, or what is open has it.
    Asked,
    /// It is where the reader stopped the last time.
    LeftOff,
    /// It is the first there is.
    First,
}

/// What the player is ready to play as long as it has played nothing.
pub fn cued(
    player: RwSignal<Player>,
    named: Memo<Option<Moment>>,
    last_seen: LastSeen,
    current_library: RwSignal<Arc<Library>>,
    view: View,
) -> Memo<Option<Cued>> {
    let is_idle = Memo::new(move |_| player.read().phase() == Phase::Idle);
    Memo::new(move |_| {
        if !is_idle.get() {
            return None;
        }
        let library = current_library.get();
        let asked = |cue| Some(Cued { cue, reason: CueReason::Asked });
        if let Some(moment) = named.get() {
            return asked(at(&library, &view.state().get(), moment));
        }
        let opened = match view.opened.get() {
            Opened::Skill(id) => {
                let skill = library.matrix.skill(&id);
                skill.and_then(|skill| {
                    CuedSentence::of_skill(
                        &library.vault,
                        &library.matrix,
                        skill,
                        &view.filter.get(),
                    )
                })
            }
            Opened::Note(id) => {
                library.vault.note(&id).and_then(|note| CuedSentence::of_note(note, None))
            }
            Opened::Topic(id, slug) => library.vault.note(&id).and_then(|note| {
                let section = note.headings().iter().position(|section| section.slug == slug);
                CuedSentence::of_note(note, section).or_else(|| CuedSentence::of_note(note, None))
            }),
            Opened::Problems | Opened::WithoutClip | Opened::Nothing => None,
        };
        if let Some(cue) = opened {
            return asked(cue);
        }
        let notes = library.vault.notes();
        let last = last_seen.latest(|video| notes.iter().any(|note| note.video == Some(video)));
        if let Some((video, seconds)) = last {
            let cue = said_at(&library, Moment { video, seconds, two_ways: None });
            return Some(Cued { cue, reason: CueReason::LeftOff });
        }
        let first = CuedSentence::first(
            &library.vault,
            &library.matrix,
            &view.filter.get(),
            view.sort.get(),
        );
        let in_notes = || notes.iter().find_map(|note| CuedSentence::of_note(note, None));
        let cue = first.or_else(|| {
            let is_one_video = library.only_video().is_some();
            is_one_video.then(in_notes).flatten().or_else(|| start(&library))
        })?;
        Some(Cued { cue, reason: CueReason::First })
    })
}

/// What is said at a moment that the address names, by what is open where that says it.
fn at(library: &Library, state: &ViewState, moment: Moment) -> CuedSentence {
    let open = state.note.as_ref().and_then(|id| library.vault.note(id));
    let here = open.and_then(|note| CuedSentence::at(note, moment));
    here.unwrap_or_else(|| said_at(library, moment))
}

/// What notes say of a video at a moment, or last before it.
fn said_at(library: &Library, moment: Moment) -> CuedSentence {
    let track = Track::of(&library.vault, moment.video, None);
    let said = track.said_at(f64::from(moment.seconds)).first();
    let cue = said.and_then(|point| {
        CuedSentence::said(library.vault.note(&point.note)?, point.claim, moment)
    });
    cue.unwrap_or_else(|| titled(library, moment))
}

/// The one video from its start, where nothing in it has a time.
fn start(library: &Library) -> Option<CuedSentence> {
    let video = library.only_video()?;
    Some(titled(library, Moment { video, seconds: 0, two_ways: None }))
}

fn titled(library: &Library, moment: Moment) -> CuedSentence {
    let note = note_of(library, moment.video);
    let words = note.map_or_else(|| "Video".to_owned(), |note| note.title.clone());
    let note = note.or_else(|| library.vault.notes().first());
    let note = note.map_or_else(|| NoteId(String::new().into()), |note| note.id.clone());
    CuedSentence { moment, note, words, skill: None }
}

fn note_of(library: &Library, video: VideoId) -> Option<&Note> {
    library.vault.notes().iter().find(|note| note.video == Some(video))
}
