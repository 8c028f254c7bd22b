//! The queue: the clips of the reader's list, one after the other. Which ones stands in the list; here is how far
//! it is.

use std::sync::Arc;

use leptos::prelude::*;

use crate::progress::{ClipList, ListItem};
use crate::ui::context::provided;
use crate::ui::player::playback::Playback;
use crate::ui::rating::ratings::Ratings;
use crate::ui::state::environment::Environment;
use crate::ui::state::library::Library;
use crate::ui::state::view::View;
use crate::vault::video::clip::{self, Clip, ClipRef};
use crate::video::player::{Activity, Input, Player};

/// How near to the end of one clip the next one has to begin, in seconds, to be gone on with
/// instead of being sought.
const SEAMLESS_SECS: f64 = 1.5;

/// How a queue is going.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// It waits to be begun, or to be gone on with: the reader went elsewhere.
    Waiting,
    /// At the end of a clip it goes on with the next.
    Playing,
}

/// A clip of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What names it in the list. Its time may be read otherwise by now.
    pub name: ClipRef,
    /// By the notes and times that are here now.
    pub clip: Clip,
}

/// The queue of the page: the reader's list, as it plays.
#[derive(Clone)]
pub struct Queue {
    lines: Memo<Arc<Vec<Line>>>,
    current: RwSignal<Option<ClipRef>>,
    at: Memo<usize>,
    run: RwSignal<Run>,
    ratings: Ratings,
    view: View,
    playback: Playback,
}

impl Queue {
    /// The list that the browser keeps, or that the address brings.
    pub fn new(
        current_library: RwSignal<Arc<Library>>,
        view: View,
        environment: Environment,
        playback: Playback,
        ratings: Ratings,
    ) -> Self {
        let list = ratings.list();
        let lines = Memo::new(move |_| {
            let references = list.with(ClipList::clips);
            let library = current_library.get();
            let line = |(name, clip): (&ClipRef, Clip)| Line { name: name.clone(), clip };
            let named = clip::resolve_named(&library.vault, &references);
            Arc::new(named.into_iter().map(line).collect::<Vec<Line>>())
        });
        let (current, run) = (RwSignal::new(None::<ClipRef>), RwSignal::new(Run::Waiting));
        // Other tabs change the list, too: which clip it is is known by its name.
        let at = Memo::new(move |_| {
            let (lines, current) = (lines.get(), current.get());
            lines.iter().position(|line| Some(&line.name) == current.as_ref()).unwrap_or_default()
        });
        let queue = Self { lines, current, at, run, ratings, view, playback };
        // Where it was kept before lists were.
        let kept = environment.queue();
        if !kept.is_empty() {
            environment.forget_queue();
            if list.with_untracked(|list| list.items().is_empty()) {
                let items = kept.into_iter().map(ListItem::of_clip);
                ratings.change_list(move |list, revision| list.add(items, revision));
            }
        }
        let named = Memo::new(move |_| view.state().read().queue.clone());
        let (taking, following) = (queue.clone(), queue.clone());
        Effect::new(move || {
            let named = named.get();
            if !named.is_empty() {
                taking.take_from_link(named);
            }
        });
        let player = queue.playback.player();
        Effect::new(move || following.follow(&player.get()));
        queue
    }

    /// A link brings a list. It goes out of the address at once, so that it goes into no link that is made for
    /// something else.
    fn take_from_link(&self, named: Vec<ClipRef>) {
        let known = self.ratings.list().with_untracked(ClipList::clips);
        if known != named {
            self.run.set(Run::Waiting);
            self.ratings.play_instead(named.into_iter().map(ListItem::of_clip).collect());
            self.current.set(None);
        }
        self.view.refine(|state| state.queue.clear());
    }

    /// Its clips.
    pub fn lines(&self) -> Memo<Arc<Vec<Line>>> {
        self.lines
    }

    /// The number of the clip that plays, or would be gone on with, from 0.
    pub fn at(&self) -> usize {
        self.at.get()
    }

    /// Whether it is this clip that plays, or would be gone on with.
    pub fn is_at(&self, clip: &ClipRef) -> bool {
        self.lines.get().get(self.at.get()).is_some_and(|line| line.name == *clip)
    }

    /// How it is going.
    pub fn run(&self) -> Run {
        self.run.get()
    }

    /// Plays other clips, from the first on, and no more of them than a queue takes.
    pub fn play(&self, clips: &[Clip]) {
        let first = clips.get(..clip::MOST_CLIPS).unwrap_or(clips);
        let item = |clip: &Clip| ListItem::of_clip(clip.reference());
        self.ratings.play_instead(first.iter().map(item).collect());
        self.play_at(0);
    }

    /// Plays from a clip on. Where nothing plays inside the page, the clips are links.
    pub fn play_at(&self, at: usize) {
        let Some(Line { name, clip: Clip { moment, .. } }) = self.line(at) else { return };
        self.current.set(Some(name));
        let plays = self.playback.play(moment);
        self.run.set(if plays { Run::Playing } else { Run::Waiting });
        if plays {
            self.view.refine(|state| state.seconds = Some(moment.seconds));
        }
    }

    /// Plays from a clip on, by its name.
    pub fn play_clip(&self, name: &ClipRef) {
        let lines = self.lines.get_untracked();
        if let Some(at) = lines.iter().position(|line| line.name == *name) {
            self.play_at(at);
        }
    }

    fn line(&self, at: usize) -> Option<Line> {
        self.lines.get_untracked().get(at).cloned()
    }

    fn len(&self) -> usize {
        self.lines.get_untracked().len()
    }

    /// Goes on with it where it was left: with what is not ticked yet, where something is.
    pub fn go_on(&self) {
        let at = self.at.get_untracked();
        let is_ticked = self.is_ticked(at);
        let next = if is_ticked { self.open_from(0) } else { Some(at) };
        self.play_at(next.unwrap_or(at));
    }

    /// Goes so many clips further or back.
    pub fn skip(&self, by: isize) {
        let at = self.at.get_untracked().checked_add_signed(by);
        let Some(at) = at.filter(|at| *at < self.len()) else { return };
        if self.can_play() {
            self.play_at(at);
        } else {
            self.walk_to(at);
        }
    }

    /// The first clip from one on that is not ticked.
    fn open_from(&self, from: usize) -> Option<usize> {
        (from..self.len()).find(|at| !self.is_ticked(*at))
    }

    fn is_ticked(&self, at: usize) -> bool {
        let clip = self.line(at).map(|line| line.name);
        self.ratings.list().with_untracked(|list| {
            let is_done = |item: &ListItem| item.clip == clip && item.done.is_some();
            clip.is_some() && list.items().iter().any(is_done)
        })
    }

    fn walk_to(&self, at: usize) {
        self.current.set(self.line(at).map(|line| line.name));
    }

    /// Stops. The list stays, to be gone on with.
    pub fn stop(&self) {
        self.run.set(Run::Waiting);
        self.playback.tell(Input::Paused);
    }

    /// Stops, and empties it.
    pub fn clear(&self) {
        self.stop();
        self.current.set(None);
        self.ratings.clear_list();
    }

    /// The next clip is opened elsewhere: the one after it is the next then.
    pub fn walk_on(&self) {
        let (at, clips) = (self.at.get_untracked(), self.len());
        self.walk_to(if at + 1 < clips { at + 1 } else { 0 });
    }

    /// Takes an item out of the list; where its clip plays, it waits at the next one.
    pub fn take_out(&self, place: usize) {
        let item = self.ratings.list().with_untracked(|list| list.items().get(place).cloned());
        let clip = item.and_then(|item| item.clip);
        if clip.is_some() && clip == self.current.get_untracked() {
            self.run.set(Run::Waiting);
            let at = self.at.get_untracked();
            let next = self.line(at + 1).or_else(|| self.line(at.checked_sub(1)?));
            self.current.set(next.map(|line| line.name));
        }
        self.ratings.change_list(move |list, revision| list.take_out(place, revision));
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
        let at = self.at.get_untracked();
        let Some(Line { name, clip }) = self.line(at) else { return };
        let is_over = player.activity() == Activity::Ended;
        match clip.progress(moment.video, position_secs, is_over) {
            _ if player.is_away() => self.run.set(Run::Waiting),
            clip::ClipProgress::Inside => {}
            clip::ClipProgress::Left => self.run.set(Run::Waiting),
            clip::ClipProgress::Over => {
                let is_all_ticked = self.open_from(0).is_none();
                let next = if is_all_ticked { Some(at + 1) } else { self.open_from(at + 1) };
                self.ratings.tick(&name);
                match next.and_then(|next| Some((next, self.line(next)?))) {
                    Some((next, Line { name: after_name, clip: after })) => {
                        let gap = f64::from(after.moment.seconds) - position_secs;
                        let is_seamless = after.moment.video == moment.video && !is_over;
                        if is_seamless && gap.abs() <= SEAMLESS_SECS {
                            self.current.set(Some(after_name));
                        } else {
                            self.play_at(next);
                        }
                    }
                    None => {
                        self.run.set(Run::Waiting);
                        self.current.set(None);
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

/// The queue of the page.
pub fn queue() -> Queue {
    provided()
}
