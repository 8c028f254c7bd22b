//! The browsers: how each is started, and what is switched on or off in it.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value as Json, json};

use super::driver::Driver;
use super::settings;

/// A browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Browser {
    /// Chromium.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKit, the engine of Safari, as GTK has it.
    WebKit,
}

/// What a reader has set up in the browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Setup {
    /// Nothing special.
    #[default]
    Usual,
    /// Nothing special, in the browser with its window where tests make do with a shell otherwise: it connects
    /// ahead of what it may need, so that what a page would tell others without asking is seen.
    Windowed,
    /// JavaScript is off.
    ScriptsOff,
    /// Cookies and other storage are refused.
    StorageRefused,
    /// The system is set to dark colours.
    Dark,
}

/// The window, unless a test wants another one.
pub(crate) const WINDOW: (u32, u32) = (1280, 900);

impl Browser {
    /// Starts the browser and its driver. Everything but loopback goes to `proxy`, a port here.
    pub(crate) async fn start(self, setup: Setup, proxy: u16) -> Result<(Driver, Client)> {
        let driver = match self {
            Self::Chromium => Driver::chrome().await?,
            Self::Firefox => Driver::gecko().await?,
            Self::WebKit => Driver::webkit().await?,
        };
        let proxy = format!("127.0.0.1:{proxy}");
        let mut capabilities: Capabilities = match self {
            Self::Chromium => chromium(setup),
            Self::Firefox => firefox(setup),
            Self::WebKit => webkit(setup, &proxy)?,
        };
        // WebKit takes a proxy for TLS to be one that speaks TLS itself.
        if self != Self::WebKit {
            let proxy = json!({ "proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy });
            capabilities.insert("proxy".into(), proxy);
        }
        // The stand-in player has a certificate of its own making.
        capabilities.insert("acceptInsecureCerts".into(), true.into());
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&driver.address)
            .await
            .with_context(|| format!("{self:?} could not be started"))?;
        Ok((driver, client))
    }
}

/// A map with one entry for a driver.
fn options(key: &str, options: Json, program: Option<PathBuf>) -> Map<String, Json> {
    let mut options = options;
    if let Some(program) = program {
        options["binary"] = program.to_string_lossy().into();
    }
    Map::from_iter([(key.to_owned(), options)])
}

fn chromium(setup: Setup) -> Map<String, Json> {
    let (width, height) = WINDOW;
    let size = format!("--window-size={width},{height}");
    let args = [
        "--headless",
        // Containers and root have no sandbox to offer; the pages here are our own.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        // It goes past proxies.
        "--disable-quic",
        // The browser's own errands.
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-default-apps",
        "--disable-features=OptimizationHints,MediaRouter",
        &size,
    ];
    let prefs = match setup {
        // Dark colours have no such setting: see `Session::reset`.
        Setup::Usual | Setup::Windowed | Setup::Dark => json!({}),
        Setup::ScriptsOff => json!({ "profile.managed_default_content_settings.javascript": 2 }),
        Setup::StorageRefused => json!({ "profile.default_content_setting_values.cookies": 2 }),
    };
    let program = match setup {
        Setup::Usual | Setup::Dark => settings::chromium_shell().or_else(settings::chromium),
        // The shell knows no such settings.
        Setup::Windowed | Setup::ScriptsOff | Setup::StorageRefused => settings::chromium(),
    };
    let mut map = options("goog:chromeOptions", json!({ "args": args, "prefs": prefs }), program);
    map.insert("goog:loggingPrefs".into(), json!({ "performance": "ALL", "browser": "ALL" }));
    map
}

fn firefox(setup: Setup) -> Map<String, Json> {
    let (width, height) = WINDOW;
    let (width, height) = (width.to_string(), height.to_string());
    let args = ["-headless", "-width", &width, "-height", &height];
    // geckodriver lets files read each other. Readers' browsers do not, and tests that run with it
    // prove nothing about a page that is opened from a file.
    let mut prefs = json!({
        "security.fileuri.strict_origin_policy": true,
        // Machines that test have no loudspeaker, without which it gives up on what is not silent.
        "media.default_volume": "0.0",
        // The page's errors are written where the tests find them; the browser's own stay away.
        "browser.dom.window.dump.enabled": true,
        "devtools.console.stdout.content": true,
        "devtools.console.stdout.chrome": false,
    });
    match setup {
        Setup::Usual | Setup::Windowed => {}
        Setup::ScriptsOff => prefs["javascript.enabled"] = false.into(),
        Setup::StorageRefused => prefs["network.cookie.cookieBehavior"] = 2.into(),
        Setup::Dark => prefs["ui.systemUsesDarkTheme"] = 1.into(),
    }
    options("moz:firefoxOptions", json!({ "args": args, "prefs": prefs }), settings::firefox())
}

fn webkit(setup: Setup, proxy: &str) -> Result<Map<String, Json>> {
    ensure!(
        matches!(setup, Setup::Usual | Setup::Windowed),
        "WebKit's driver cannot set up {setup:?}"
    );
    let proxy = format!("--proxy=http://{proxy}");
    // The others leave loopback out by themselves.
    let args = ["--automation", &proxy, "--ignore-host=127.0.0.1"];
    Ok(options("webkitgtk:browserOptions", json!({ "args": args }), Some(settings::webkit()?)))
}
