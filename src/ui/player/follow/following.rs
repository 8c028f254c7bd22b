//! Following the player: what is said now, and whether the reader keeps up with it.

use std::sync::Arc;

use leptos::prelude::*;
use rustc_hash::FxHashMap;

use crate::matrix::{LevelId, SkillId};
use crate::note::NoteId;
use crate::ui::state::library::Library;
use crate::ui::state::view::View;
use crate::vault::video::clip::{self, ClipRef};
use crate::vault::{Point, Track, Vault};
use crate::video::VideoId;
use crate::video::player::{Moment, Player, Stretch};
use crate::view_state::ViewState;

use super::cued::{Cued, cued};
use super::last_seen::LastSeen;

/// The names of the reader's own files, by the videos in whose place they play.
pub type OwnMediaNames = FxHashMap<VideoId, String>;

/// A second of a video, by which the stamps that are current are told from the others.
pub type Second = Option<(VideoId, u32)>;

/// What the reader looks at while something plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attention {
    /// What is said now: the page scrolls along.
    Now,
    /// Another place, to which the reader has scrolled.
    Scrolled,
    /// Another moment, which the reader has opened without playing it.
    Elsewhere,
}

/// A cell of the matrix.
type CellKey = (SkillId, Option<LevelId>);

/// What is said now, as far as the player tells.
#[derive(Clone, Copy)]
pub struct Following {
    player: RwSignal<Player>,
    state: Memo<ViewState>,
    named: Memo<Option<Moment>>,
    cue: Memo<Option<Cued>>,
    video: Memo<Option<VideoId>>,
    length: Memo<Option<f64>>,
    track: Memo<Arc<Track>>,
    second: Memo<Second>,
    places: Memo<Vec<CellKey>>,
    current: Memo<Second>,
    attention: RwSignal<Attention>,
}

impl Following {
    /// Follows a player, in which files of the reader's own may play.
    pub fn of(
        player: RwSignal<Player>,
        files: RwSignal<OwnMediaNames>,
        current_library: RwSignal<Arc<Library>>,
        view: View,
        last_seen: LastSeen,
    ) -> Self {
        let state = view.state();
        let asked = Memo::new(move |_| player.read().moment());
        let named = Memo::new(move |_| current_library.read().moment(&state.read()));
        let cue = cued(player, named, last_seen, current_library, view);
        let video = Memo::new(move |_| {
            let moment = asked.get().or_else(|| Some(cue.read().as_ref()?.cue.moment));
            moment.map(|moment| moment.video).or_else(|| current_library.read().only_video())
        });
        let length = Memo::new(move |_| {
            // A file may be a part of the video.
            let is_own = video.get().is_some_and(|video| files.read().contains_key(&video));
            player.read().duration_secs().filter(|_| !is_own)
        });
        let track = Memo::new(move |_| {
            let track = |video| Track::of(&current_library.read().vault, video, length.get());
            Arc::new(video.get().map(track).unwrap_or_default())
        });
        let second = Memo::new(move |_| {
            let player = player.read();
            let position_secs = player.said_secs().filter(|_| !player.is_away())?;
            let track = track.read();
            let said = track.said_at(position_secs).first()?;
            Some((said.moment.video, said.moment.seconds))
        });
        let places = Memo::new(move |_| {
            let track = track.read();
            let Some((_, seconds)) = second.get() else { return Vec::new() };
            places(&current_library.read(), track.said_at(f64::from(seconds)))
        });
        let attention = RwSignal::new(Attention::Now);
        Effect::new(move || {
            let seconds = state.read().seconds;
            let asked = player.read_untracked().moment().map(|moment| moment.seconds);
            let is_elsewhere = seconds.is_some() && asked.is_some() && seconds != asked;
            attention.set(if is_elsewhere { Attention::Elsewhere } else { Attention::Now });
        });
        let current = Memo::new(move |_| {
            let of = |moment: Moment| (moment.video, moment.seconds);
            let opened = || named.get().map(of);
            match attention.get() {
                Attention::Elsewhere => opened(),
                Attention::Now | Attention::Scrolled => {
                    second.get().or_else(opened).or_else(|| asked.get().map(of))
                }
            }
        });
        Self { player, state, named, cue, video, length, track, second, places, current, attention }
    }

    /// The video that is up, or that would be.
    pub fn video(self) -> Memo<Option<VideoId>> {
        self.video
    }

    /// The length of that video in seconds, once the player has told it. What a file of the
    /// reader's own tells is none: it may be a part of the video.
    pub fn length(self) -> Memo<Option<f64>> {
        self.length
    }

    /// What the player is ready to play; `None` once it has played something.
    pub fn cue(self) -> Memo<Option<Cued>> {
        self.cue
    }

    /// The moment that the address names.
    pub fn named(self) -> Option<Moment> {
        self.named.get_untracked()
    }

    /// What notes say in it.
    pub fn track(self) -> Memo<Arc<Track>> {
        self.track
    }

    /// The second at which what is said now began; `None` while nothing plays.
    pub fn second(self) -> Memo<Second> {
        self.second
    }

    /// The second whose stamps are current: the one that is said now, or that was opened.
    pub fn current(self) -> Memo<Second> {
        self.current
    }

    /// Whether what is said now backs a skill at a level.
    pub fn is_said_of(self, skill: &SkillId, level: Option<LevelId>) -> bool {
        self.places.read().iter().any(|place| place.0 == *skill && place.1 == level)
    }

    /// What the reader looks at.
    pub fn attention(self) -> Attention {
        self.attention.get()
    }

    /// The reader has scrolled.
    pub fn scrolled(self) {
        let plays = self.second.get_untracked().is_some();
        if plays && self.attention.get_untracked() == Attention::Now {
            self.attention.set(Attention::Scrolled);
        }
    }

    /// The reader wants to see what is said now.
    pub fn come_back(self) {
        if self.attention.get_untracked() != Attention::Now {
            self.attention.set(Attention::Now);
        }
    }

    /// The note that says what is said now.
    pub fn note_now(self) -> Option<NoteId> {
        let (_, seconds) = self.second.get_untracked()?;
        let track = self.track.read_untracked();
        let said = track.said_at(f64::from(seconds));
        // Of those that say so the one that the reader has before their eyes.
        let state = self.state.read_untracked();
        let is_open = |point: &&Point| state.note.as_ref() == Some(&point.note);
        let point = said.iter().find(is_open).or_else(|| said.first());
        point.map(|point| point.note.clone())
    }

    /// The clip of what is said now, from its stamp to where the next thing is said.
    pub fn clip_now(self, vault: &Vault) -> Option<Stretch> {
        let (video, seconds) = self.second.get_untracked()?;
        let note = self.note_now()?;
        let clips = clip::resolve(vault, &[ClipRef { note, seconds }]);
        let clip = clips.into_iter().find(|clip| clip.moment.video == video)?;
        Some(Stretch { start: clip.moment, end_secs: clip.end_secs })
    }

    /// The moment of the next claim, or of the one before, from where the player stands.
    pub fn neighbour(self, is_next: bool) -> Option<Moment> {
        let position_secs = self.player.read_untracked().said_secs()?;
        let track = self.track.read_untracked();
        if is_next { track.next(position_secs) } else { track.previous(position_secs) }
    }
}

/// The cells of the matrix that claims back.
fn places(library: &Library, said: &[Point]) -> Vec<CellKey> {
    let mut places = Vec::new();
    for point in said {
        for id in library.skills_of(&point.note, point.claim) {
            let placements = library.matrix.skill(id).map(|skill| skill.placements.as_slice());
            let backed = placements.unwrap_or_default().iter().filter(|placement| {
                placement.note == point.note && placement.claims.contains(&point.claim)
            });
            places.extend(backed.map(|placement| (id.clone(), placement.level)));
        }
    }
    places
}
