//! The queue: clips that play one after the other. Which ones stands in the view, and so in the
//! address; here is how far it is.

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::player::playback::Playback;
use crate::ui::state::environment::Environment;
use crate::ui::state::library::Library;
use crate::ui::state::view::View;
use crate::vault::video::clip::{self, Clip, ClipRef, Progress};
use crate::video::player::{Activity, Input, Player};

/// How near to the end of one clip the next one has to begin, in seconds, to be gone on with
/// instead of being sought.
const SEAMLESS_SECS: f64 = 1.5;

/// How a queue is going.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// It waits to be begun, or to be gone on with: the reader went elsewhere.
    Waiting,
    /// It plays.
    Playing,
}

/// The queue of the page.
#[derive(Clone)]
pub struct Queue {
    named: Memo<Vec<ClipRef>>,
    clips: Memo<Arc<Vec<Clip>>>,
    at: RwSignal<usize>,
    run: RwSignal<Run>,
    /// What it held before it was emptied.
    cleared: RwSignal<Vec<ClipRef>>,
    /// The clip that played to its end last.
    finished: RwSignal<Option<ClipRef>>,
    view: View,
    playback: Playback,
}

impl Queue {
    /// The queue that the address names, or the one that was left.
    pub fn new(
        current_library: RwSignal<Arc<Library>>,
        view: View,
        environment: Environment,
        playback: Playback,
    ) -> Self {
        let state = view.state();
        let kept = environment.queue();
        if state.read_untracked().queue.is_empty() && !kept.is_empty() {
            let known = clip::resolve(&current_library.read_untracked().vault, &kept);
            view.refine(|state| state.queue = references(&known));
        }
        let named = Memo::new(move |_| state.read().queue.clone());
        let clips = Memo::new(move |_| {
            Arc::new(clip::resolve(&current_library.read().vault, &named.read()))
        });
        Effect::new(move |before: Option<()>| {
            let queue = named.get();
            // What was there before is there already.
            if before.is_some() || !queue.is_empty() {
                environment.keep_queue(&queue);
            }
        });
        let (at, run) = (RwSignal::new(0), RwSignal::new(Run::Waiting));
        let (cleared, finished) = (RwSignal::new(Vec::new()), RwSignal::new(None));
        let queue = Self { named, clips, at, run, cleared, finished, view, playback };
        let (following, player) = (queue.clone(), queue.playback.player());
        Effect::new(move || following.follow(&player.get()));
        queue
    }

    /// The clips, in the order of playing.
    pub fn clips(&self) -> Memo<Arc<Vec<Clip>>> {
        self.clips
    }

    /// How many clips the address names that are not among them.
    pub fn missing(&self) -> usize {
        self.named.read().len().saturating_sub(self.clips.read().len())
    }

    /// The number of the clip that plays, or would be gone on with, from 0.
    pub fn at(&self) -> usize {
        self.at.get()
    }

    /// The clip that played to its end last.
    pub fn finished(&self) -> RwSignal<Option<ClipRef>> {
        self.finished
    }

    /// How it is going.
    pub fn run(&self) -> Run {
        self.run.get()
    }

    /// Plays other clips, from the first on, and no more of them than a queue takes.
    pub fn play(&self, clips: &[Clip]) {
        let first = clips.get(..clip::MOST).unwrap_or(clips);
        self.forget_cleared();
        self.view.change(|state| state.queue = references(first));
        self.play_at(0);
    }

    /// Plays from a clip on. Where nothing plays inside the page, the clips are links.
    pub fn play_at(&self, at: usize) {
        let Some(moment) = self.clips.read_untracked().get(at).map(|clip| clip.moment) else {
            return;
        };
        self.at.set(at);
        let plays = self.playback.play(moment);
        self.run.set(if plays { Run::Playing } else { Run::Waiting });
        if plays {
            self.view.refine(|state| state.seconds = Some(moment.seconds));
        }
    }

    /// Goes on with it where it was left.
    pub fn go_on(&self) {
        self.play_at(self.at.get_untracked());
    }

    /// Goes so many clips further or back.
    pub fn skip(&self, by: isize) {
        let at = self.at.get_untracked().checked_add_signed(by);
        let Some(at) = at.filter(|at| *at < self.clips.read_untracked().len()) else { return };
        if self.can_play() {
            self.play_at(at);
        } else {
            self.at.set(at);
        }
    }

    /// Stops. The list stays, to be gone on with.
    pub fn stop(&self) {
        self.run.set(Run::Waiting);
        self.playback.tell(Input::Paused);
    }

    /// Stops, and empties it.
    pub fn clear(&self) {
        self.stop();
        self.cleared.set(references(&self.clips.get_untracked()));
        self.at.set(0);
        self.view.change(|state| state.queue.clear());
    }

    /// Whether it was emptied, and nothing has come in its place.
    pub fn is_cleared(&self) -> bool {
        !self.cleared.read().is_empty() && self.clips.read().is_empty()
    }

    /// Fills it again with what it held before it was emptied.
    pub fn bring_back(&self) {
        let clips = std::mem::take(&mut *self.cleared.write_untracked());
        self.view.change(|state| state.queue = clips);
    }

    /// Leaves it empty.
    pub fn forget_cleared(&self) {
        self.cleared.set(Vec::new());
    }

    /// The next clip is opened elsewhere: the one after it is the next then.
    pub fn walk_on(&self) {
        let clips = self.clips.read_untracked().len();
        self.at.update(|at| *at = if *at + 1 < clips { *at + 1 } else { 0 });
    }

    /// Moves a clip to another place.
    pub fn move_clip(&self, from: usize, to: usize) {
        let mut list = references(&self.clips.read_untracked());
        if from == to || from.max(to) >= list.len() {
            return;
        }
        let clip = list.remove(from);
        list.insert(to, clip);
        self.at.update(|at| *at = moved(*at, from, to));
        self.view.refine(|state| state.queue = list);
    }

    /// Takes a clip out.
    pub fn take_out(&self, index: usize) {
        let mut list = references(&self.clips.read_untracked());
        if index >= list.len() {
            return;
        }
        list.remove(index);
        let at = self.at.get_untracked();
        if index < at {
            self.at.set(at - 1);
        } else if index == at {
            self.run.set(Run::Waiting);
            self.at.set(at.min(list.len().saturating_sub(1)));
        }
        self.view.refine(|state| state.queue = list);
    }

    /// Goes on when a clip is over, and waits when the reader goes elsewhere.
    fn follow(&self, player: &Player) {
        if self.run.get_untracked() != Run::Playing {
            return;
        }
        if player.is_past_end() {
            // Nothing plays, and the player says why.
            return self.run.set(Run::Waiting);
        }
        if player.stretch().is_some() {
            // What is heard again and again is not over.
            return;
        }
        let (Some(moment), Some(position_secs)) = (player.moment(), player.said_secs()) else {
            return;
        };
        let (at, clips) = (self.at.get_untracked(), self.clips.get_untracked());
        let Some(clip) = clips.get(at) else { return };
        let is_over = player.activity() == Activity::Ended;
        match clip.progress(moment.video, position_secs, is_over) {
            _ if player.is_away() => self.run.set(Run::Waiting),
            Progress::Inside => {}
            Progress::Left => self.run.set(Run::Waiting),
            Progress::Over => {
                self.finished.set(Some(clip.reference()));
                match clips.get(at + 1) {
                    Some(next) => {
                        let gap = f64::from(next.moment.seconds) - position_secs;
                        let is_seamless = next.moment.video == moment.video && !is_over;
                        if is_seamless && gap.abs() <= SEAMLESS_SECS {
                            self.at.set(at + 1);
                        } else {
                            self.play_at(at + 1);
                        }
                    }
                    None => {
                        self.run.set(Run::Waiting);
                        self.at.set(0);
                        self.playback.tell(Input::Paused);
                    }
                }
            }
        }
    }

    /// Whether clips can be played one after the other here.
    pub fn can_play(&self) -> bool {
        self.playback.plays_anything()
    }
}

fn references(clips: &[Clip]) -> Vec<ClipRef> {
    clips.iter().map(Clip::reference).collect()
}

/// The place of the clip at `at` after another was moved.
fn moved(at: usize, from: usize, to: usize) -> usize {
    if at == from {
        to
    } else if from < at && at <= to {
        at - 1
    } else if to <= at && at < from {
        at + 1
    } else {
        at
    }
}

/// The queue of the page.
pub fn queue() -> Queue {
    expect_context()
}
