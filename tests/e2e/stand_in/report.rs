//! What the stand-in player saw of the page.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value as Json;

/// One load of the player's frame.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Load {
    /// The video that was asked for.
    pub(crate) video: String,
    /// The parameters of the address.
    pub(crate) parameters: BTreeMap<String, String>,
    /// The `Referer` that came with it.
    pub(crate) referer: Option<String>,
}

impl Load {
    /// Reads the address of a frame.
    pub(crate) fn new(video: &str, query: &str, referer: Option<String>) -> Self {
        let parameters = url::form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        Self { video: video.to_owned(), parameters, referer }
    }

    /// The value of a parameter, empty where there is none.
    pub(crate) fn parameter(&self, name: &str) -> &str {
        self.parameters.get(name).map_or("", String::as_str)
    }
}

/// One message to the player.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Message {
    /// The message itself; a string where it was none of the protocol.
    pub(crate) message: Json,
    /// Whether the player took notice: not before it hears, not of strangers.
    pub(crate) heard: bool,
    /// Why not.
    #[serde(default)]
    pub(crate) because: String,
    /// When it came, in milliseconds since 1970, by the browser's clock.
    #[serde(default)]
    pub(crate) at_milliseconds: f64,
    /// The second of the video at which the player stood after it.
    #[serde(default)]
    pub(crate) time_seconds: f64,
    /// Whether the player plays after it.
    #[serde(default)]
    pub(crate) playing: bool,
}

impl Message {
    /// Reads a report.
    pub(crate) fn read(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_else(|error| Self {
            message: text.into(),
            heard: false,
            because: format!("the stand-in's report cannot be read: {error}"),
            at_milliseconds: 0.0,
            time_seconds: 0.0,
            playing: false,
        })
    }

    /// Whether this is a command that the player followed.
    pub(crate) fn is_command(&self, name: &str) -> bool {
        self.heard && self.message["event"] == "command" && self.message["func"] == name
    }

    /// The second that a followed seek went to.
    pub(crate) fn seek_seconds(&self) -> Option<f64> {
        if self.is_command("seekTo") { self.message["args"][0].as_f64() } else { None }
    }
}
