//! One visit to the page: what a person does there, and what they see.

use std::any::Any;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};

use super::browser::Browser;
use super::extras;
use super::run::Place;
use super::session::{COLLECT, Session};
use super::site::{Fault, Site};
use super::wait::{PATIENCE, Seen, eventually};

/// The name of the page in one file.
const SINGLE_FILE: &str = "skillreel.html";

/// A visit to the page.
#[derive(Debug)]
pub(crate) struct Visit {
    /// The browser.
    pub(crate) session: Session,
    /// Where the page comes from.
    pub(crate) place: Place,
    /// The page's host.
    pub(crate) site: Site,
    folder: PathBuf,
    /// What the page that is open comes from ([`Visit::keep`]).
    kept: Mutex<Vec<Box<dyn Any + Send>>>,
}

impl Visit {
    /// A visit to the page in a folder.
    pub(crate) async fn new(
        session: Session,
        place: Place,
        folder: PathBuf,
        faults: Vec<Fault>,
    ) -> Result<Self> {
        let site = Site::serve(folder.clone(), faults).await?;
        Ok(Self { session, place, site, folder, kept: Mutex::default() })
    }

    /// Has a host of the scenario's own, or a folder, last until the program has given its sign of life: parts of it may
    /// be on their way when the scenario is over.
    pub(crate) fn keep(&self, what: impl Any + Send) {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).push(Box::new(what));
    }

    /// Ends the visit.
    pub(crate) async fn end(self) -> Result<()> {
        // To Firefox each file is an origin of its own, so what a file kept is forgotten from there.
        if self.place == Place::File {
            let own = self.address("")?;
            if !self.client().current_url().await?.as_str().starts_with(&own) {
                self.load(&own).await?;
            }
        }
        self.session.give_back().await
    }

    /// Which browser it is.
    pub(crate) fn browser(&self) -> Browser {
        self.session.browser
    }

    /// The folder that the page comes from.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The driver's client.
    pub(crate) fn client(&self) -> &Client {
        &self.session.client
    }

    /// The address of the page; `rest` is its query and fragment, with their marks.
    pub(crate) fn address(&self, rest: &str) -> Result<String> {
        match self.place {
            Place::Http => Ok(self.site.url(&format!("index.html{rest}"))),
            Place::File => {
                let file = self.folder.join(SINGLE_FILE).canonicalize()?;
                let url = url::Url::from_file_path(&file).ok().context("no address of a file")?;
                Ok(format!("{url}{rest}"))
            }
        }
    }

    /// Opens the page anew, whatever was open before, and waits until it can be used.
    pub(crate) async fn open(&self, rest: &str) -> Result<()> {
        self.load(&self.address(rest)?).await?;
        self.ready().await
    }

    /// Loads an address, and waits for nothing but its document.
    pub(crate) async fn load(&self, url: &str) -> Result<()> {
        // From the same page an address that differs in its fragment alone loads nothing.
        if self.client().current_url().await?.as_str() != "about:blank" {
            self.client().goto("about:blank").await?;
        }
        self.client().goto(url).await?;
        // On a busy machine Chromium's driver comes back before the document is another one.
        let is_there = "return (location.href === 'about:blank') === arguments[0]
            && document.readyState !== 'loading'";
        self.until("the document", is_there, json!([url == "about:blank"])).await?;
        if self.browser() == Browser::WebKit {
            self.eval::<Json>(COLLECT, json!([])).await?;
        }
        Ok(())
    }

    /// Waits until the program answers.
    pub(crate) async fn ready(&self) -> Result<()> {
        let script = "return performance.getEntriesByName('skillreel:whole').length > 0";
        self.until("the mark skillreel:whole", script, json!([])).await
    }

    /// The value of a script: the body of a function that is called with `arguments`.
    pub(crate) async fn eval<T: DeserializeOwned>(
        &self,
        script: &str,
        arguments: Json,
    ) -> Result<T> {
        let arguments = arguments.as_array().cloned().context("arguments are no list")?;
        let value = self.client().execute(script, arguments).await;
        let value = value.with_context(|| format!("running {script:?}"))?;
        serde_json::from_value(value.clone())
            .with_context(|| format!("{script:?} gave {value}, which is of another kind"))
    }

    /// Waits until a script gives true.
    pub(crate) async fn until(&self, what: &str, script: &str, arguments: Json) -> Result<()> {
        eventually(what, PATIENCE, async || {
            let value: Json = self.eval(script, arguments.clone()).await?;
            Ok(Seen::or((value == true).then_some(()), || value.to_string()))
        })
        .await
    }

    /// Waits until a script gives `wanted`.
    pub(crate) async fn until_equal(
        &self,
        what: &str,
        script: &str,
        arguments: Json,
        wanted: Json,
    ) -> Result<()> {
        eventually(&format!("{what} to be {wanted}"), PATIENCE, async || {
            let value: Json = self.eval(script, arguments.clone()).await?;
            Ok(Seen::or((value == wanted).then_some(()), || value.to_string()))
        })
        .await
    }

    /// The first element a selector finds that is shown.
    pub(crate) async fn find(&self, selector: &str) -> Result<Element> {
        eventually(&format!("{selector} to be shown"), PATIENCE, async || {
            let found = self.client().find_all(Locator::Css(selector)).await?;
            for element in &found {
                if element.is_displayed().await.unwrap_or(false) {
                    return Ok(Seen::Yes(element.clone()));
                }
            }
            Ok(Seen::NotYet(format!("{} of them, none shown", found.len())))
        })
        .await
    }

    /// Clicks the first element a selector finds that is shown. One that is drawn anew between the look and the
    /// click is looked for again, as a person does.
    pub(crate) async fn click(&self, selector: &str) -> Result<()> {
        eventually(&format!("{selector} to be clicked"), PATIENCE, async || {
            let element = self.find(selector).await?;
            match element.click().await {
                Ok(()) => Ok(Seen::Yes(())),
                Err(error) if error.is_stale_element_reference() => {
                    Ok(Seen::NotYet(error.to_string()))
                }
                Err(error) => Err(error).with_context(|| format!("clicking {selector}")),
            }
        })
        .await
    }

    /// Whether an element that a selector finds is shown.
    pub(crate) async fn shows(&self, selector: &str) -> Result<bool> {
        for element in self.client().find_all(Locator::Css(selector)).await? {
            if element.is_displayed().await? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Presses keys one after the other, wherever the focus is.
    pub(crate) async fn press(&self, keys: &str) -> Result<()> {
        if self.browser() == Browser::WebKit {
            // Its driver sends keys to nothing but what takes the focus, and a page may have it itself.
            let mut actions = KeyActions::new("keys".to_owned());
            for key in keys.chars() {
                actions =
                    actions.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
            }
            return Ok(self.client().perform_actions(actions).await?);
        }
        let element = self.client().active_element().await?;
        element.send_keys(keys).await.with_context(|| format!("pressing {keys:?}"))
    }

    /// The texts of all elements that a selector finds, as they stand in the document.
    pub(crate) async fn texts(&self, selector: &str) -> Result<Vec<String>> {
        let script = "return [...document.querySelectorAll(arguments[0])]
            .map((element) => element.textContent.replace(/\\s+/g, ' ').trim())";
        self.eval(script, json!([selector])).await
    }

    /// The element of a role and name, as a screen reader finds it.
    ///
    /// `selector` says among which elements to look.
    pub(crate) async fn find_named(
        &self,
        selector: &str,
        role: &str,
        name: &str,
    ) -> Result<Element> {
        eventually(&format!("the {role} named {name:?}"), PATIENCE, async || {
            let mut others = Vec::new();
            for element in self.client().find_all(Locator::Css(selector)).await? {
                let found = extras::role(self.client(), &element).await?;
                let named = extras::name(self.client(), &element).await?;
                if found == role && named == name && element.is_displayed().await? {
                    return Ok(Seen::Yes(element));
                }
                others.push(format!("{found} {named:?}"));
            }
            Ok(Seen::NotYet(others.join(", ")))
        })
        .await
    }

    /// The element that a script gives.
    pub(crate) async fn element(&self, script: &str, arguments: Json) -> Result<Element> {
        eventually(&format!("an element by {script:?}"), PATIENCE, async || {
            let value: Json = self.eval(script, arguments.clone()).await?;
            Ok(match value.is_null() {
                true => Seen::NotYet("none".to_owned()),
                false => Seen::Yes(self.element_of(&value)?),
            })
        })
        .await
    }

    /// The elements that a script gives as a list.
    pub(crate) async fn elements(&self, script: &str, arguments: Json) -> Result<Vec<Element>> {
        let values: Vec<Json> = self.eval(script, arguments).await?;
        values.iter().map(|value| self.element_of(value)).collect()
    }

    /// The element that a script's value stands for.
    fn element_of(&self, value: &Json) -> Result<Element> {
        let id = value.as_object().and_then(|object| object.values().next()?.as_str());
        let id = id.with_context(|| format!("{value} is no element"))?;
        Ok(Element::from_element_id(self.client().clone(), id.to_owned().into()))
    }

    /// Gives the window a size in CSS pixels; in Chromium alone, for no other browser makes it as small.
    pub(crate) async fn resize(&self, width: u32, height: u32) -> Result<()> {
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
        });
        extras::devtools(self.client(), "Emulation.setDeviceMetricsOverride", metrics).await?;
        self.until_equal("the window's width", "return innerWidth", json!([]), width.into()).await
    }

    /// Makes the window as narrow as a phone. Firefox makes none narrower than 500 px.
    pub(crate) async fn narrow(&self) -> Result<()> {
        let width = if self.browser() == Browser::Chromium { 390 } else { 500 };
        if self.browser() == Browser::Chromium {
            let metrics = json!({
                "width": width, "height": 844, "deviceScaleFactor": 2, "mobile": false,
            });
            extras::devtools(self.client(), "Emulation.setDeviceMetricsOverride", metrics).await?;
        } else {
            self.client().set_window_size(width, 844).await?;
        }
        self.until_equal("the window's width", "return innerWidth", json!([]), width.into()).await
    }
}
