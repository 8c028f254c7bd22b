//! What the page stands in: the window's width, the network, and what the reader has set.

use leptos::prelude::*;

use crate::browser::page::surroundings::{self, PlayerAvailability};
use crate::browser::page::{address, listen};
use crate::browser::storage::settings::{Loading, ReaderProfile, Settings};
use crate::browser::storage::store::{StorageScope, Store};
use crate::ui::context::provided;
use crate::vault::video::clip::ClipRef;
use crate::video::player::pace::Pace;
use crate::video::positions::Positions;
use crate::view_state::{Form, PageOptions, PlayerPlace, Theme};

/// From this width on the matrix and the player stand side by side; style/layout.css has the same.
const WIDE_WINDOW: &str = "(min-width: 1100px)";

/// What the page stands in.
#[derive(Clone, Copy)]
pub struct Environment {
    /// Whether the matrix and the player stand side by side.
    pub is_wide: RwSignal<bool>,
    /// Whether videos can play inside the page.
    pub availability: RwSignal<PlayerAvailability>,
    /// The colours.
    pub theme: RwSignal<Theme>,
    /// How the reader watches.
    pub pace: RwSignal<Pace>,
    /// Who reads.
    pub reader: RwSignal<ReaderProfile>,
    /// When YouTube's player is loaded.
    pub loading: RwSignal<Loading>,
    /// Whether the page stands in another page's frame.
    pub form: Form,
    /// Whether the page has a player.
    pub player: PlayerPlace,
    /// Whether the last setting that was changed outlasts the tab.
    is_kept: RwSignal<bool>,
    settings: StoredValue<Settings, LocalStorage>,
}

impl Environment {
    /// The environment as it is, and as it changes from now on.
    pub fn look() -> Self {
        let settings = Settings::of(Store::open(StorageScope::Always));
        let PageOptions { form, theme, player, .. } = address::options();
        let theme = if theme == Theme::Auto { settings.theme() } else { theme };
        let environment = Self {
            is_wide: RwSignal::new(true),
            availability: RwSignal::new(surroundings::player_availability()),
            theme: RwSignal::new(theme),
            pace: RwSignal::new(settings.pace()),
            reader: RwSignal::new(settings.reader()),
            loading: RwSignal::new(settings.loading()),
            form,
            player,
            is_kept: RwSignal::new(settings.last()),
            settings: StoredValue::new_local(settings),
        };
        // The listeners end with the page's owner, who drops the stored values.
        let Self { is_wide, availability, .. } = environment;
        StoredValue::new_local(listen::on_media(WIDE_WINDOW, move |wide| is_wide.set(wide)));
        StoredValue::new_local(listen::on_network(move || {
            availability.set(surroundings::player_availability())
        }));
        Effect::new(move || {
            // A document that takes no attribute keeps the reader's own colours.
            let _ = surroundings::set_theme(environment.theme.get());
        });
        environment
    }

    /// Whether settings outlast the tab.
    pub fn settings_last(self) -> bool {
        self.is_kept.get()
    }

    /// The last searches, the newest first.
    pub fn recent_searches(self) -> Vec<String> {
        self.settings.with_value(Settings::recent_searches)
    }

    /// Keeps the last searches.
    pub fn keep_recent_searches(self, searches: &[String]) {
        // What cannot be kept lasts for this tab, and the page says so.
        let _ = self.settings.with_value(|settings| settings.set_recent_searches(searches));
    }

    /// How far videos were watched.
    pub fn positions(self) -> Positions {
        self.settings.with_value(Settings::positions)
    }

    /// Keeps how far videos were watched.
    pub fn keep_positions(self, positions: &Positions) {
        // What cannot be kept lasts for this tab, and the page says so.
        let _ = self.settings.with_value(|settings| settings.set_positions(positions));
    }

    /// The queue that was left; none in another page's frame, which is about its own.
    pub fn queue(self) -> Vec<ClipRef> {
        match self.form {
            Form::Full => self.settings.with_value(Settings::queue),
            Form::Embedded => Vec::new(),
        }
    }

    /// Forgets the queue that was left.
    pub fn forget_queue(self) {
        // What cannot be forgotten is there until the tab is closed.
        let _ = self.settings.with_value(|settings| settings.set_queue(&[]));
    }

    /// Says when YouTube's player is loaded, and keeps that.
    pub fn choose_loading(self, loading: Loading) {
        self.loading.set(loading);
        // What cannot be kept lasts for this tab, and the page says so.
        let _ = self.settings.with_value(|settings| settings.set_loading(loading));
    }

    /// Notes down who reads, and keeps that. In another page's frame it is that page's choice, and not kept.
    pub fn choose_reader(self, edit: impl FnOnce(&mut ReaderProfile)) {
        let mut reader = self.reader.get_untracked();
        edit(&mut reader);
        self.reader.set(reader);
        if self.form == Form::Full {
            // What cannot be kept lasts for this tab, and the page says so.
            let _ = self.settings.with_value(|settings| settings.set_reader(reader));
        }
    }

    /// Gives the page other colours, and keeps them.
    pub fn choose_theme(self, theme: Theme) {
        self.theme.set(theme);
        // What cannot be kept lasts for this tab, and the page says so.
        let kept = self.settings.with_value(|settings| settings.set_theme(theme));
        self.is_kept.set(kept.is_ok());
    }

    /// Watches otherwise from now on, and keeps that.
    pub fn choose_pace(self, pace: Pace) {
        self.pace.set(pace);
        // What cannot be kept lasts for this tab, and the page says so.
        let _ = self.settings.with_value(|settings| settings.set_pace(pace));
    }
}

/// The environment of the page.
pub fn environment() -> Environment {
    provided()
}
