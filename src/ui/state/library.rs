//! What the notes hold, read once: the vault, the matrix, and what is looked up in them.

use std::sync::Arc;

use leptos::prelude::*;
use rustc_hash::FxHashMap;
use rustc_hash::FxHashSet;

use crate::matrix::{Matrix, Skill, SkillId};
use crate::note::{Claim, ClaimId, Note, NoteId, Stamp};
use crate::ui::context::provided;
use crate::vault::video::clip;
use crate::vault::{Moved, Vault};
use crate::video::VideoId;
use crate::video::player::Moment;
use crate::view_state::ViewState;

/// Something that kept notes from being read.
#[derive(Clone, Debug, PartialEq)]
pub enum Warning {
    /// The notes inside the page cannot be read: why.
    Unreadable(String),
    /// The notes that the reader added in an earlier visit cannot be read: why.
    NotKept(String),
    /// A note that stopped the program earlier, by its path.
    LeftOut(String),
    /// Texts of notes that lie beside the page did not come: why.
    NotFetched(String),
}

/// What the notes hold. It never changes: other notes make another library.
#[derive(Debug, Default)]
pub struct Library {
    pub vault: Arc<Vault>,
    pub matrix: Arc<Matrix>,
    pub warnings: Vec<Warning>,
    /// Whether a note here has a video.
    pub has_video: bool,
    /// The reader's own notes, where they joined those that the page came with ([`super::joined`]).
    pub own: Option<Arc<FxHashSet<NoteId>>>,
    /// The skills that claims back, by note.
    backed: Arc<FxHashMap<NoteId, Backed>>,
    /// Shared by the libraries of the same notes.
    notes: Arc<()>,
}

/// The skills that the claims of a note back. A search asks for all that it has found.
pub type Backed = FxHashMap<ClaimId, Vec<SkillId>>;

/// The library of the page, which changes when the reader adds notes.
#[derive(Clone, Copy)]
pub struct CurrentLibrary(pub RwSignal<Arc<Library>>);

/// The library of the page as it changes, for what stays on the page all along. What is drawn anew with
/// every library is given it ([`super::keyed_on_library::keyed_on_library`]).
pub fn current_library() -> RwSignal<Arc<Library>> {
    provided::<CurrentLibrary>().0
}

impl Library {
    pub fn of(vault: Arc<Vault>, matrix: Arc<Matrix>, warnings: Vec<Warning>) -> Self {
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
        let has_video = vault.notes().iter().any(|note| note.video.is_some());
        let backed = backed.into();
        Self { vault, matrix, warnings, has_video, own: None, backed, notes: Arc::default() }
    }

    /// The library, of which some notes are the reader's own and joined the others.
    pub fn with_own(self, own: FxHashSet<NoteId>) -> Self {
        Self { own: Some(own.into()), ..self }
    }

    /// The library once the length of a video is known, in seconds: all times of that video stand at
    /// the second that is meant. `None` where that changes nothing.
    pub fn with_length(&self, video: VideoId, length_secs: f64) -> Option<(Self, Moved)> {
        let (vault, moved) = self.vault.with_length(video, length_secs);
        if moved.is_nothing() {
            return None;
        }
        let matrix = self.matrix.with_length(video, length_secs);
        let library = Self::of(vault.into(), matrix.into(), self.warnings.clone());
        let (notes, own) = (Arc::clone(&self.notes), self.own.clone());
        Some((Self { notes, own, ..library }, moved))
    }

    /// Whether another library holds the same notes, whatever is known of their videos.
    pub fn has_notes_of(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.notes, &other.notes)
    }

    /// Names moments in a view by the seconds at which they stand here.
    pub fn name_anew(&self, view: &mut ViewState, video: VideoId) {
        let of_video = || self.vault.notes().iter().filter(|note| note.video == Some(video));
        if let Some(seconds) = view.seconds {
            let opened = self.moment(view).map(|moment| moment.seconds);
            let is_other = |secs: &u32| *secs != seconds;
            let anywhere = || of_video().find_map(|note| stamp_in(note, seconds));
            let found = opened.filter(is_other).or_else(|| anywhere().map(|stamp| stamp.seconds));
            view.seconds = Some(found.unwrap_or(seconds));
        }
        view.queue = clip::named_anew(&self.vault, &view.queue);
    }

    /// The skills that a claim backs.
    pub fn skills_of(&self, note: &NoteId, claim: ClaimId) -> &[SkillId] {
        let of_note = self.backed_by(note);
        of_note.and_then(|claims| claims.get(&claim)).map_or(&[], Vec::as_slice)
    }

    /// The skills that the claims of a note back, where one backs any.
    pub fn backed_by(&self, note: &NoteId) -> Option<&Backed> {
        self.backed.get(note)
    }

    /// `None` where the note, or a claim of this number in it, is not here. Reads the note.
    pub fn claim(&self, note: &NoteId, claim: ClaimId) -> Option<(&Note, &Claim)> {
        let note = self.vault.note(note)?;
        note.claim(claim).map(|claim| (note, claim))
    }

    /// The moment that a view names: its second, in the video of the open note or skill.
    pub fn moment(&self, view: &ViewState) -> Option<Moment> {
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
    pub fn title_of(&self, video: VideoId) -> Option<&str> {
        let mut notes = self.vault.all();
        let note = notes.find(|note| note.video == Some(video))?;
        Some(&note.title)
    }

    /// The video that all notes share, if there is one.
    pub fn only_video(&self) -> Option<VideoId> {
        let notes = self.vault.all();
        let mut videos = notes.filter_map(|note| note.video);
        let first = videos.next()?;
        videos.all(|video| video == first).then_some(first)
    }
}

fn stamp_in(note: &Note, seconds: u32) -> Option<&Stamp> {
    clip::stamp_named(note.claims().iter().flat_map(|claim| &claim.stamps), seconds)
}

fn stamp_of(skill: &Skill, seconds: u32) -> Option<&Stamp> {
    let stamps = skill.placements.iter().flat_map(|placement| &placement.stamps);
    clip::stamp_named(stamps, seconds)
}
