//! A browser with its way out and the stand-in player, handed from test to test.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use anyhow::Result;
use fantoccini::Client;
use serde_json::json;

use crate::stand_in::{Player, Switches};

use super::browser::{Browser, Setup, WINDOW};
use super::driver::Driver;
use super::extras;
use super::outside::Outside;

/// A running browser. Parts end in the order in which they stand here: the browser first.
#[derive(Debug)]
pub(crate) struct Session {
    /// The browser, as WebDriver knows it.
    pub(crate) client: Client,
    /// Which browser it is.
    pub(crate) browser: Browser,
    setup: Setup,
    driver: Driver,
    /// The way out.
    pub(crate) outside: Outside,
    /// The stand-in player.
    pub(crate) player: Player,
}

/// Browsers that wait for the next test: starting one takes seconds. They end with the process,
/// see `Driver`.
static IDLE: Mutex<Option<HashMap<Browser, Vec<Session>>>> = Mutex::new(None);

/// Collects the errors of a page from now on. WebKit's driver keeps no log, and its browser writes
/// none while it is driven.
pub(crate) const COLLECT: &str = "window.collectedErrors = [];
    const add = (error) => { collectedErrors.push(String(error)); };
    addEventListener('error', ({ message }) => add(message));
    addEventListener('unhandledrejection', ({ reason }) => add(reason));
    const told = console.error;
    console.error = (...all) => { add(all.join(' ')); told.apply(console, all); };";

/// The errors that were collected since the last call.
const COLLECTED: &str = "return window.collectedErrors?.splice(0) ?? []";

/// Empties all storage of a page from a file.
const FORGET: &str = "const done = arguments[arguments.length - 1];
    localStorage.clear();
    sessionStorage.clear();
    const request = indexedDB.deleteDatabase('skillreel');
    request.onsuccess = request.onerror = request.onblocked = () => done();";

impl Session {
    /// A browser with an empty page: one that waits, or a new one.
    pub(crate) async fn take(browser: Browser, setup: Setup) -> Result<Self> {
        let idle = if setup == Setup::Usual { idle(browser) } else { None };
        match idle {
            Some(session) => Ok(session),
            None => Self::start(browser, setup).await,
        }
    }

    async fn start(browser: Browser, setup: Setup) -> Result<Self> {
        let player = Player::start().await?;
        let outside = Outside::open(player.port()).await?;
        let (driver, client) = browser.start(setup, outside.port).await?;
        let session = Self { client, browser, setup, driver, outside, player };
        session.reset().await?;
        Ok(session)
    }

    /// Hands the browser on to the next test. One in which a test failed is not handed on.
    pub(crate) async fn give_back(self) -> Result<()> {
        // After a page from a file has led to another tab, WebKit's driver does not always come back.
        let is_spent =
            self.browser == Browser::WebKit && self.client.current_url().await?.scheme() == "file";
        if self.setup != Setup::Usual || is_spent {
            return Ok(self.client.close().await?);
        }
        self.reset().await?;
        let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
        idle.get_or_insert_default().entry(self.browser).or_default().push(self);
        Ok(())
    }

    /// The errors that the console got since the last call.
    pub(crate) async fn errors(&self) -> Result<Vec<String>> {
        match self.browser {
            Browser::Chromium => extras::console_errors(&self.client).await,
            Browser::Firefox => self.driver.errors(),
            Browser::WebKit => {
                let errors = self.client.execute(COLLECTED, Vec::new()).await?;
                Ok(serde_json::from_value(errors)?)
            }
        }
    }

    /// As a browser is when it was just started.
    async fn reset(&self) -> Result<()> {
        // All files are one origin, with one storage; over http every test has its own.
        if self.client.current_url().await?.scheme() == "file" {
            self.client.execute_async(FORGET, Vec::new()).await.ok();
        }
        let windows = self.client.windows().await?;
        for extra in windows.iter().skip(1) {
            self.client.switch_to_window(extra.clone()).await?;
            self.client.close_window().await?;
        }
        if let Some(first) = windows.first() {
            self.client.switch_to_window(first.clone()).await?;
        }
        self.client.goto("about:blank").await?;
        self.client.set_window_size(WINDOW.0, WINDOW.1).await?;
        if self.browser == Browser::Chromium {
            extras::devtools(&self.client, "Emulation.clearDeviceMetricsOverride", json!({}))
                .await?;
            // Firefox has a setting for this, Chromium a switch of its tools.
            let colours = if self.setup == Setup::Dark { "dark" } else { "light" };
            let media =
                json!({ "features": [{ "name": "prefers-color-scheme", "value": colours }] });
            extras::devtools(&self.client, "Emulation.setEmulatedMedia", media).await?;
            extras::requests(&self.client).await?;
        }
        self.errors().await?;
        self.outside.reset();
        self.player.reset(Switches::default());
        Ok(())
    }
}

fn idle(browser: Browser) -> Option<Session> {
    let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
    idle.as_mut()?.get_mut(&browser)?.pop()
}
