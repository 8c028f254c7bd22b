//! The page's one player, for whoever wants to play something.

use std::sync::Arc;

use leptos::prelude::*;
use rustc_hash::FxHashMap;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, HtmlElement, MouseEvent};

use crate::browser::page::listen::{is_for_browser, open_in_one_tab};
use crate::browser::page::surroundings::{self, PlayerAvailability};
use crate::browser::player::{Driver, has_player};
use crate::ui::context::provided;
use crate::ui::state::environment::Environment;
use crate::ui::state::library::Library;
use crate::ui::state::view::View;
use crate::ui::widgets::late::in_chunk::{NotHere, Work};
use crate::vault::SpokenLines;
use crate::video::VideoId;
use crate::video::player::pace::Pace;
use crate::video::player::{Input, Moment, Phase, Player};

use super::follow::following::{Following, OwnMediaNames, Second};
use super::follow::last_seen::LastSeen;

/// The player and how it stands.
#[derive(Clone)]
pub struct Playback {
    player: RwSignal<Player>,
    driver: StoredValue<Driver, LocalStorage>,
    following: Following,
    view: View,
    chosen: Selector<Second>,
    files: RwSignal<OwnMediaNames>,
    environment: Environment,
    libraries: RwSignal<Arc<Library>>,
    is_up: Memo<bool>,
    bring: BringPlayer,
}

/// Brings what shows videos ([`crate::browser::player::have_player`]).
pub type BringPlayer = fn() -> Work<Result<(), NotHere>>;

impl Playback {
    pub fn new(
        current_library: RwSignal<Arc<Library>>,
        view: View,
        environment: Environment,
        bring: BringPlayer,
    ) -> Self {
        let player = RwSignal::new(Player::default());
        let driver = StoredValue::new_local(Driver::new(move |now| player.set(now)));
        let files = RwSignal::new(FxHashMap::default());
        let last_seen = LastSeen::of(player, environment);
        let following = Following::of(player, files, current_library, view, last_seen);
        let current = following.current();
        let chosen = Selector::new(move || current.get());
        Effect::new(move || {
            let (pace, driver) = (environment.pace.get(), driver.get_value());
            driver.tell(Input::Paced(pace));
        });
        Self {
            player,
            driver,
            following,
            view,
            chosen,
            files,
            environment,
            libraries: current_library,
            is_up: Memo::new(move |_| player.read().phase() != Phase::Idle),
            bring,
        }
    }

    /// It is shared, so that nothing is guarded while it tells of changes.
    fn driver(&self) -> Driver {
        self.driver.get_value()
    }

    /// Sends the player to a moment. A file of the reader's own may be a part of its video, so its
    /// length says nothing about how a time is to be read.
    fn go(&self, moment: Moment) {
        let is_own = self.files.read_untracked().contains_key(&moment.video);
        let two_ways = moment.two_ways.filter(|_| !is_own);
        self.driver().ask(Moment { two_ways, ..moment });
        self.bring_player();
    }

    /// Brings what shows videos, and has it do what it was told meanwhile. Where it does not come, nothing plays, and
    /// the player's place says so.
    fn bring_player(&self) {
        if has_player() {
            return;
        }
        let (driver, bringing) = (self.driver(), (self.bring)());
        spawn_local(async move {
            match bringing.await {
                Ok(()) => driver.catch_up(),
                // No frame has answered, as far as the player is concerned, nor will a second one.
                Err(NotHere) => {
                    [Input::Overdue; 2].into_iter().for_each(|input| driver.tell(input))
                }
            }
        });
    }

    /// How the player stands. It changes several times a second while it plays.
    pub fn player(&self) -> RwSignal<Player> {
        self.player
    }

    /// Whether something plays, is about to, or could go on.
    pub fn is_up(&self) -> Memo<bool> {
        self.is_up
    }

    /// Names the element that the player's frame goes into.
    pub fn place(&self, slot: HtmlElement) {
        self.driver().place(slot);
    }

    /// What is said now.
    pub fn following(&self) -> Following {
        self.following
    }

    /// Whether a moment is the one that is said now or, while nothing plays, was chosen last.
    pub fn is_chosen(&self, moment: Moment) -> bool {
        let is = |seconds| self.chosen.selected(&Some((moment.video, seconds)));
        // Once the video's length is known, what is past its end is read another way.
        let by_length = moment.two_ways.map(|two| [two.hours_secs, two.minutes_secs]);
        is(moment.seconds) || by_length.is_some_and(|both| both.into_iter().any(is))
    }

    /// Plays a moment, and takes it into the view.
    pub fn ask(&self, moment: Moment) {
        self.go(moment);
        self.following.come_back();
        self.view.change(|state| state.seconds = Some(moment.seconds));
    }

    /// Plays a moment, where it plays inside the page. Returns whether it does.
    pub fn play(&self, moment: Moment) -> bool {
        let plays = self.can_play(moment.video);
        if plays {
            self.go(moment);
            self.following.come_back();
        }
        plays
    }

    /// Tells the player what happened.
    pub fn tell(&self, input: Input) {
        self.driver().tell(input);
        if matches!(input, Input::Cued(_)) {
            self.bring_player();
        }
    }

    /// Whether a video plays in the page, and not on YouTube's.
    pub fn plays_inside(&self, video: VideoId) -> bool {
        self.environment.availability.get() == PlayerAvailability::Inside
            || self.files.read().contains_key(&video)
    }

    /// Whether anything plays in the page.
    pub fn plays_anything(&self) -> bool {
        self.environment.availability.get() == PlayerAvailability::Inside
            || !self.files.read().is_empty()
    }

    /// The name of the reader's own file that plays in place of a video.
    pub fn file_of(&self, video: VideoId) -> Option<String> {
        self.files.read().get(&video).cloned()
    }

    /// Plays a video from a file of the reader's own, or with `None` from YouTube.
    pub fn use_file(&self, video: VideoId, file: Option<File>) {
        let name = file.as_ref().map(File::name);
        let plays = name.is_some();
        let mut files = self.files.get_untracked();
        match name {
            Some(name) => files.insert(video, name),
            None => files.remove(&video),
        };
        self.files.set(files);
        let moment = self.player.read_untracked().moment().filter(|moment| moment.video == video);
        if !plays && !self.can_play(video) {
            self.put_away();
        }
        let subtitles = {
            let library = self.libraries.get_untracked();
            let lines = SpokenLines::of(&library.vault, video);
            (!lines.is_empty()).then(|| lines.subtitles(&library.vault))
        };
        self.driver().set_file(video, file, subtitles);
        if plays && moment.is_none() {
            let named = self.following.named().filter(|moment| moment.video == video);
            let start = Moment { video, seconds: 0, two_ways: None };
            self.play(named.unwrap_or(start));
        }
    }

    /// Asked anew every time: the browser may have gone offline without an event.
    fn can_play(&self, video: VideoId) -> bool {
        surroundings::player_availability() == PlayerAvailability::Inside
            || self.files.read_untracked().contains_key(&video)
    }

    /// A click on a link to a moment: plays it, unless the click is the browser's to handle.
    /// Returns whether it plays.
    pub fn take_click(&self, click: &MouseEvent, moment: Moment) -> bool {
        if is_for_browser(click) {
            return false;
        }
        if !self.can_play(moment.video) {
            if self.environment.availability.get_untracked() == PlayerAvailability::FromFile {
                open_in_one_tab(click);
            }
            return false;
        }
        click.prevent_default();
        self.go(moment);
        self.following.come_back();
        true
    }

    /// Watches faster, or slower.
    pub fn change_speed(&self, is_faster: bool) {
        let Pace { speed, lead } = self.environment.pace.get_untracked();
        let speed = if is_faster { speed.faster() } else { speed.slower() };
        self.environment.choose_pace(Pace { speed, lead });
    }

    /// Plays what is said now again and again, or no more.
    pub fn toggle_loop(&self) {
        let is_on = self.player.read_untracked().stretch().is_some();
        let library = self.libraries.get_untracked();
        let stretch = (!is_on).then(|| self.following.clip_now(&library.vault)).flatten();
        self.tell(Input::Looped(stretch));
    }

    /// Goes to a moment if the reader has started the player before; else nothing is loaded for it.
    pub fn go_on_at(&self, moment: Moment) {
        if self.player.read_untracked().moment().is_some() {
            self.go(moment);
        }
    }

    /// Stops the player and puts it away.
    pub fn put_away(&self) {
        self.driver().put_away();
    }
}

/// The player of the page.
pub fn playback() -> Playback {
    provided()
}
