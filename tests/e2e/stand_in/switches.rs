//! How the stand-in player behaves.

use serde::Serialize;

/// The switches of the stand-in player, as its page reads them.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Switches {
    /// When it begins to hear what it is told.
    pub(crate) answering: Answering,
    /// The error it runs into on loading a video, by YouTube's number.
    /// Source: <https://developers.google.com/youtube/iframe_api_reference#onError>.
    pub(crate) error: Option<u16>,
    /// The length of every video, in seconds.
    pub(crate) duration_seconds: f64,
    /// How long an advertisement runs first. Until it is over, seeking leads nowhere.
    pub(crate) ad_milliseconds: u32,
    /// How many seconds of video pass in a second.
    pub(crate) speed: f64,
}

/// When the player begins to hear.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Answering {
    /// So long after its page was read; what was said before is lost.
    AfterMilliseconds(u32),
    /// Never.
    Never,
}

impl Default for Switches {
    /// A player in good order. YouTube's needs a moment, too, before it hears anything: a page that
    /// says everything once, as soon as the frame is there, is not heard.
    fn default() -> Self {
        Self {
            answering: Answering::AfterMilliseconds(120),
            error: None,
            duration_seconds: 4000.0,
            ad_milliseconds: 0,
            speed: 1.0,
        }
    }
}
