//! How the page is shown, apart from what it shows.

use form_urlencoded::parse;

use super::Accent;

/// How the page is shown, by the query of its address
/// (`?embed=1&theme=dark&accent=3a4fd0&player=0&ground=none`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PageOptions {
    /// Whether the page stands in another page's frame.
    pub form: Form,
    /// The colours.
    pub theme: Theme,
    /// The accent colour, where it is not the page's own.
    pub accent: Option<Accent>,
    /// Where moments play.
    pub player: PlayerPlace,
    /// What an embedded page stands on.
    pub ground: Ground,
}

/// What an embedded page stands on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ground {
    /// Its own background, on which its colours are legible whatever the host's are.
    #[default]
    Own,
    /// The host's, which shows through.
    Hosts,
}

/// Where moments play.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PlayerPlace {
    /// In the page.
    #[default]
    Inside,
    /// On YouTube's own page: the page shows no player.
    Elsewhere,
}

/// The form of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// A page of its own.
    #[default]
    Full,
    /// In a frame of another page, without chrome.
    Embedded,
}

/// The colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system is set.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The theme's name in addresses and storage.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme with a name; the reader's own for any other text.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        match name {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::Auto,
        }
    }
}

impl PageOptions {
    /// Reads the query of an address, with or without its `?`.
    #[must_use]
    pub fn from_query(query: &str) -> Self {
        let query = query.strip_prefix('?').unwrap_or(query);
        let mut options = Self::default();
        for (key, value) in parse(query.as_bytes()) {
            match &*key {
                "embed" if value != "0" => options.form = Form::Embedded,
                "theme" => options.theme = Theme::from_name(&value),
                "accent" => options.accent = value.parse().ok(),
                "player" if value == "0" => options.player = PlayerPlace::Elsewhere,
                "ground" if value == "none" => options.ground = Ground::Hosts,
                _ => {}
            }
        }
        options
    }
}
