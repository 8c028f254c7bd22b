//! The page's one player, for whoever wants to play something.

use leptos::prelude::*;
use web_sys::{HtmlElement, MouseEvent};

use crate::browser::listen::is_for_browser;
use crate::browser::player::Driver;
use crate::browser::surroundings::{self, Reach};
use crate::video::VideoId;
use crate::video::player::{Input, Moment, Player};

use super::view::{View, view};
use super::watch::{Following, LastSeen, Second};
use super::world::{World, world};

/// The player and how it stands.
#[derive(Clone)]
pub(super) struct Playback {
    player: RwSignal<Player>,
    driver: StoredValue<Driver, LocalStorage>,
    following: Following,
    view: View,
    chosen: Selector<Second>,
    last_seen: LastSeen,
    world: World,
}

impl Playback {
    pub(super) fn new() -> Self {
        let player = RwSignal::new(Player::default());
        let driver = StoredValue::new_local(Driver::new(move |now| player.set(now)));
        let following = Following::of(player);
        let current = following.current();
        let chosen = Selector::new(move || current.get());
        let world = world();
        let last_seen = LastSeen::of(player, world);
        Self { player, driver, following, view: view(), chosen, last_seen, world }
    }

    /// How the player stands. It changes several times a second while it plays.
    pub(super) fn player(&self) -> RwSignal<Player> {
        self.player
    }

    /// Names the element that the player's frame goes into.
    pub(super) fn place(&self, slot: HtmlElement) {
        self.driver.with_value(|driver| driver.place(slot));
    }

    /// What is said now.
    pub(super) fn following(&self) -> Following {
        self.following
    }

    /// Whether a moment is the one that is said now or, while nothing plays, was chosen last.
    pub(super) fn is_chosen(&self, moment: Moment) -> bool {
        let is = |seconds| self.chosen.selected(&Some((moment.video, seconds)));
        // Once the video's length is known, what is past its end is read another way.
        is(moment.seconds) || moment.if_past_end.is_some_and(is)
    }

    /// The second to which a video was watched.
    pub(super) fn last_seen(&self, video: VideoId) -> Option<u32> {
        self.last_seen.seconds(video)
    }

    /// Plays a moment, and takes it into the view.
    pub(super) fn ask(&self, moment: Moment) {
        self.driver.with_value(|driver| driver.ask(moment));
        self.following.come_back();
        self.view.change(|state| state.seconds = Some(moment.seconds));
    }

    /// Plays a moment, where it plays inside the page. Returns whether it does.
    pub(super) fn play(&self, moment: Moment) -> bool {
        let plays = surroundings::reach() == Reach::Inside;
        if plays {
            self.driver.with_value(|driver| driver.ask(moment));
            self.following.come_back();
        }
        plays
    }

    /// Tells the player what happened.
    pub(super) fn tell(&self, input: Input) {
        self.driver.with_value(|driver| driver.tell(input));
    }

    /// Whether a moment plays in the page, and not on YouTube's.
    pub(super) fn plays_inside(&self) -> bool {
        self.world.reach.get() == Reach::Inside
    }

    /// A click on a link to a moment: plays it, unless the click is the browser's to handle.
    /// Returns whether it plays.
    pub(super) fn take_click(&self, click: &MouseEvent, moment: Moment) -> bool {
        // Asked anew at every click: the browser may have gone offline without an event.
        if is_for_browser(click) || surroundings::reach() != Reach::Inside {
            return false;
        }
        click.prevent_default();
        self.driver.with_value(|driver| driver.ask(moment));
        self.following.come_back();
        true
    }

    /// Goes to a moment if the reader has started the player before; else nothing is loaded for it.
    pub(super) fn go_on_at(&self, moment: Moment) {
        if self.player.read_untracked().moment().is_some() {
            self.driver.with_value(|driver| driver.ask(moment));
        }
    }

    /// Stops the player and puts it away.
    pub(super) fn put_away(&self) {
        self.driver.with_value(Driver::put_away);
    }
}

/// The player of the page.
pub(super) fn playback() -> Playback {
    use_context().unwrap_or_else(Playback::new)
}
