//! What the notes hold, read once: the vault, the matrix, and what is looked up in them.

use std::sync::Arc;

use leptos::prelude::*;
use rustc_hash::FxHashMap;

use crate::matrix::{Matrix, Skill, SkillId};
use crate::note::{Claim, ClaimId, Note, NoteId, Stamp};
use crate::vault::Vault;
use crate::video::VideoId;
use crate::video::player::Moment;
use crate::view_state::ViewState;

/// Something that kept notes from being read.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Trouble {
    /// The notes inside the page cannot be read: why.
    Unreadable(String),
    /// The notes that the reader added in an earlier visit cannot be read: why.
    NotKept(String),
    /// A note that stopped the program earlier, by its path.
    LeftOut(String),
}

/// What the notes hold. It never changes: other notes make another shelf.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    pub(super) vault: Vault,
    pub(super) matrix: Matrix,
    pub(super) trouble: Vec<Trouble>,
    /// The skills that claims back, by note.
    backed: FxHashMap<NoteId, Backed>,
}

/// The skills that the claims of a note back. A search asks for all that it has found.
pub(super) type Backed = FxHashMap<ClaimId, Vec<SkillId>>;

/// The shelf of the page, which changes when the reader adds notes.
#[derive(Clone, Copy)]
pub(super) struct Shelves(pub(super) RwSignal<Arc<Shelf>>);

/// The shelf of the page as it changes, for what stays on the page all along.
pub(super) fn shelves() -> RwSignal<Arc<Shelf>> {
    use_context::<Shelves>().map_or_else(RwSignal::default, |shelves| shelves.0)
}

/// The shelf of the page as it is now, for what is drawn anew with every shelf
/// ([`super::per_shelf`]).
pub(super) fn shelf() -> Arc<Shelf> {
    shelves().get_untracked()
}

impl Shelf {
    pub(super) fn of(vault: Vault, matrix: Matrix, trouble: Vec<Trouble>) -> Self {
        let mut backed: FxHashMap<NoteId, Backed> = FxHashMap::default();
        for skill in &matrix.skills {
            for placement in &skill.placements {
                let of_note = backed.entry(placement.note.clone()).or_default();
                for claim in &placement.claims {
                    let skills = of_note.entry(*claim).or_default();
                    if !skills.contains(&skill.id) {
                        skills.push(skill.id.clone());
                    }
                }
            }
        }
        Self { vault, matrix, trouble, backed }
    }

    /// The skills that a claim backs.
    pub(super) fn skills_of(&self, note: &NoteId, claim: ClaimId) -> &[SkillId] {
        let of_note = self.backed_by(note);
        of_note.and_then(|claims| claims.get(&claim)).map_or(&[], Vec::as_slice)
    }

    /// The skills that the claims of a note back, where one backs any.
    pub(super) fn backed_by(&self, note: &NoteId) -> Option<&Backed> {
        self.backed.get(note)
    }

    /// A claim with its note.
    pub(super) fn claim(&self, note: &NoteId, claim: ClaimId) -> Option<(&Note, &Claim)> {
        let note = self.vault.note(note)?;
        note.claim(claim).map(|claim| (note, claim))
    }

    /// The moment that a view names: its second, in the video of the open note or skill.
    pub(super) fn moment(&self, view: &ViewState) -> Option<Moment> {
        let seconds = view.seconds?;
        let note = view.note.as_ref().and_then(|id| self.vault.note(id));
        let skill = view.skill.as_ref().and_then(|id| self.matrix.skill(id));
        let from_note = || note.and_then(|note| stamp_in(note, seconds));
        let from_skill = || skill.and_then(|skill| stamp_of(skill, seconds));
        let stamp = from_note().or_else(from_skill).and_then(Stamp::moment);
        let video = || note.and_then(|note| note.video).or_else(|| self.only_video());
        stamp.or_else(|| Some(Moment { video: video()?, seconds, two_ways: None }))
    }

    /// The title of a note about a video.
    pub(super) fn title_of(&self, video: VideoId) -> Option<&str> {
        let notes = self.vault.notes();
        let note = notes.iter().find(|note| note.video == Some(video))?;
        Some(&note.title)
    }

    /// The video that all notes share, if there is one.
    pub(super) fn only_video(&self) -> Option<VideoId> {
        let mut videos = self.vault.notes().iter().filter_map(|note| note.video);
        let first = videos.next()?;
        videos.all(|video| video == first).then_some(first)
    }
}

fn stamp_in(note: &Note, seconds: u32) -> Option<&Stamp> {
    note.claims().iter().flat_map(|claim| &claim.stamps).find(|stamp| stamp.seconds == seconds)
}

fn stamp_of(skill: &Skill, seconds: u32) -> Option<&Stamp> {
    let mut stamps = skill.placements.iter().flat_map(|placement| &placement.stamps);
    stamps.find(|stamp| stamp.seconds == seconds)
}
