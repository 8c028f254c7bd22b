//! The page's one player, for whoever wants to play something.

use leptos::prelude::*;
use web_sys::{HtmlElement, MouseEvent};

use crate::browser::listen::is_for_browser;
use crate::browser::player::Driver;
use crate::browser::surroundings::{self, Reach};
use crate::video::VideoId;
use crate::video::player::{Moment, Player};

use super::shelf::shelves;
use super::view::view;
use super::world::{World, world};

/// A second of a video, by which the chosen stamps are told from the others.
type Second = Option<(VideoId, u32)>;

/// The player and how it stands.
#[derive(Clone)]
pub(super) struct Playback {
    player: RwSignal<Player>,
    driver: StoredValue<Driver, LocalStorage>,
    chosen: Selector<Second>,
    world: World,
}

impl Playback {
    pub(super) fn new() -> Self {
        let player = RwSignal::new(Player::default());
        let driver = StoredValue::new_local(Driver::new(move |now| player.set(now)));
        let (shelves, state) = (shelves(), view().state());
        let asked = Memo::new(move |_| player.read().moment());
        let chosen = Selector::new(move || {
            let moment = shelves.read().moment(&state.read()).or_else(|| asked.get());
            moment.map(|moment| (moment.video, moment.seconds))
        });
        Self { player, driver, chosen, world: world() }
    }

    /// How the player stands. It changes several times a second while it plays.
    pub(super) fn player(&self) -> RwSignal<Player> {
        self.player
    }

    /// Names the element that the player's frame goes into.
    pub(super) fn place(&self, slot: HtmlElement) {
        self.driver.with_value(|driver| driver.place(slot));
    }

    /// Whether a moment is the one that was chosen last.
    pub(super) fn is_chosen(&self, moment: Moment) -> bool {
        self.chosen.selected(&Some((moment.video, moment.seconds)))
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
