//! The reader's settings: one versioned record a key, so that two tabs do not overwrite each
//! other's.

use js_sys::{JSON, Object, Reflect};

use crate::browser::BrowserError;
use crate::matrix::{LevelId, Role, RoleFilter};
use crate::vault::video::clip::ClipRef;
use crate::vault::video::clip_text;
use crate::video::player::pace::{Lead, Pace, Speed};
use crate::video::positions::Positions;
use crate::view_state::Theme;

use super::store::Store;

/// The version of the records that this page writes.
const RECORD_VERSION: f64 = 1.0;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SettingKey {
    Theme,
    Reader,
    RecentSearches,
    Positions,
    Queue,
    Player,
    Speed,
    Lead,
}

/// What is stored under a key, as JSON with these fields.
#[derive(Debug)]
struct StoredSetting {
    /// A whole number.
    v: f64,
    value: String,
}

/// The reader's settings.
#[derive(Debug)]
pub struct Settings {
    store: Store,
}

/// Who reads, as far as they have said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReaderProfile {
    /// Their level.
    pub level: Option<LevelId>,
    /// Their role. Lists for it go before others.
    pub role: Option<Role>,
}

/// When YouTube's player is loaded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Loading {
    /// When the reader asks for a moment, and not before.
    #[default]
    OnClick,
    /// With the page: the reader has said that it may be.
    Always,
}

impl Settings {
    /// The settings in a store.
    #[must_use]
    pub fn of(store: Store) -> Self {
        Self { store }
    }

    /// Whether settings outlast the tab.
    #[must_use]
    pub fn last(&self) -> bool {
        self.store.lasts()
    }

    /// The colours of the page.
    #[must_use]
    pub fn theme(&self) -> Theme {
        Theme::from_name(&self.read(SettingKey::Theme).unwrap_or_default())
    }

    /// Keeps the colours of the page.
    ///
    /// # Errors
    /// [`BrowserError`] when they will not outlast the tab.
    pub fn set_theme(&self, theme: Theme) -> Result<(), BrowserError> {
        self.write(SettingKey::Theme, theme.as_str())
    }

    /// Who reads: the level and the role that were chosen last, on any page of this browser.
    #[must_use]
    pub fn reader(&self) -> ReaderProfile {
        let text = self.read(SettingKey::Reader).unwrap_or_default();
        let (level, role) = text.split_once(' ').unwrap_or((&text, ""));
        ReaderProfile {
            level: level.parse().ok(),
            role: role.parse().ok().and_then(RoleFilter::named),
        }
    }

    /// Keeps who reads.
    ///
    /// # Errors
    /// [`BrowserError`] when that will not outlast the tab.
    pub fn set_reader(&self, reader: ReaderProfile) -> Result<(), BrowserError> {
        let level = reader.level.map(|level| level.to_string()).unwrap_or_default();
        let role = reader.role.map_or("", Role::as_str);
        self.write(SettingKey::Reader, &[&level, " ", role].concat())
    }

    /// The last searches, the newest first.
    #[must_use]
    pub fn recent_searches(&self) -> Vec<String> {
        let lines = self.read(SettingKey::RecentSearches).unwrap_or_default();
        lines.lines().map(str::to_owned).collect()
    }

    /// Keeps the last searches, each on one line.
    ///
    /// # Errors
    /// [`BrowserError`] when they will not outlast the tab.
    pub fn set_recent_searches(&self, searches: &[String]) -> Result<(), BrowserError> {
        self.write(SettingKey::RecentSearches, &searches.join("\n"))
    }

    /// How far videos were watched.
    #[must_use]
    pub fn positions(&self) -> Positions {
        Positions::read(&self.read(SettingKey::Positions).unwrap_or_default())
    }

    /// Keeps how far videos were watched.
    ///
    /// # Errors
    /// [`BrowserError`] when that will not outlast the tab.
    pub fn set_positions(&self, positions: &Positions) -> Result<(), BrowserError> {
        self.write(SettingKey::Positions, &positions.to_text())
    }

    /// The clips of the queue that was left.
    #[must_use]
    pub fn queue(&self) -> Vec<ClipRef> {
        clip_text::read(&self.read(SettingKey::Queue).unwrap_or_default())
    }

    /// Keeps the clips of the queue.
    ///
    /// # Errors
    /// [`BrowserError`] when they will not outlast the tab.
    pub fn set_queue(&self, clips: &[ClipRef]) -> Result<(), BrowserError> {
        self.write(SettingKey::Queue, &clip_text::write(clips))
    }

    /// When YouTube's player is loaded.
    #[must_use]
    pub fn loading(&self) -> Loading {
        match self.read(SettingKey::Player).as_deref() {
            Some("always") => Loading::Always,
            _ => Loading::OnClick,
        }
    }

    /// Keeps when YouTube's player is loaded.
    ///
    /// # Errors
    /// [`BrowserError`] when that will not outlast the tab.
    pub fn set_loading(&self, loading: Loading) -> Result<(), BrowserError> {
        let name = match loading {
            Loading::Always => "always",
            Loading::OnClick => "on-click",
        };
        self.write(SettingKey::Player, name)
    }

    /// How the reader watches.
    #[must_use]
    pub fn pace(&self) -> Pace {
        let text = |key| self.read(key).unwrap_or_default();
        Pace {
            speed: Speed::from_text(&text(SettingKey::Speed)),
            lead: Lead::from_text(&text(SettingKey::Lead)),
        }
    }

    /// Keeps how the reader watches.
    ///
    /// # Errors
    /// [`BrowserError`] when that will not outlast the tab.
    pub fn set_pace(&self, pace: Pace) -> Result<(), BrowserError> {
        self.write(SettingKey::Speed, &pace.speed.to_text())?;
        self.write(SettingKey::Lead, &pace.lead.to_text())
    }

    fn read(&self, key: SettingKey) -> Option<String> {
        let text = self.store.get(key.name())?;
        match parse(&text) {
            // A record of a newer version has its value in the same place, or was not meant for us.
            Some(record) => Some(record.value),
            None => {
                // Whoever wrote it may want it back; the setting starts anew.
                let backup = [key.name(), ".bak"].concat();
                let _ = self.store.set(&backup, &text);
                self.store.forget(key.name());
                None
            }
        }
    }

    fn write(&self, key: SettingKey, value: &str) -> Result<(), BrowserError> {
        let newer = self.store.get(key.name()).and_then(|text| parse(&text));
        if newer.is_some_and(|record| record.v > RECORD_VERSION) {
            return Err(BrowserError::Refused("a newer version of this page keeps it".to_owned()));
        }
        let record = Object::new();
        Reflect::set(&record, &"v".into(), &RECORD_VERSION.into())?;
        Reflect::set(&record, &"value".into(), &value.into())?;
        let text = JSON::stringify(&record)?.as_string().unwrap_or_default();
        self.store.set(key.name(), &text)
    }
}

impl SettingKey {
    fn name(self) -> &'static str {
        match self {
            Self::Theme => "skillreel.theme",
            Self::Reader => "skillreel.reader",
            Self::RecentSearches => "skillreel.recent-searches",
            Self::Positions => "skillreel.positions",
            Self::Queue => "skillreel.queue",
            Self::Player => "skillreel.player",
            Self::Speed => "skillreel.speed",
            Self::Lead => "skillreel.lead",
        }
    }
}

/// The browser's own reader of JSON takes it apart, and not serde's: that would bring the printing of floats into the
/// program, for an error that nobody reads.
fn parse(text: &str) -> Option<StoredSetting> {
    let record = JSON::parse(text).ok()?;
    let field = |name: &str| Reflect::get(&record, &name.into()).ok();
    let version = field("v")?.as_f64().filter(|it| *it >= 0.0 && it.fract() == 0.0)?;
    Some(StoredSetting { v: version, value: field("value")?.as_string()? })
}
