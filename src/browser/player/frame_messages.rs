//! The messages between the page and YouTube's frame, as types.
//!
//! Both sides send JSON as text. The page says `listening` until it is answered, and then gives
//! commands by the names of the player's functions
//! (<https://developers.google.com/youtube/iframe_api_reference#Functions>). The frame answers
//! with `onReady`, `initialDelivery`, `infoDelivery` and `onError`.

use js_sys::JSON;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;
use web_sys::{HtmlIFrameElement, MessageEvent};

use crate::video::player::pace::Speed;
use crate::video::player::{Activity, Info, Message, PlayerCommand};

use super::super::BrowserError;

/// The only origin that is listened to and talked to.
pub const PLAYER_ORIGIN: &str = "https://www.youtube-nocookie.com";

/// The name by which the frame knows this page's player.
const PLAYER_ID: &str = "skillreel";

/// The name of the protocol.
const PLAYER_CHANNEL: &str = "widget";

#[derive(Serialize)]
struct Outgoing {
    event: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    func: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    args: Option<Vec<Argument>>,
    id: &'static str,
    channel: &'static str,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Argument {
    Seconds(u32),
    Factor(f64),
    Flag(bool),
    Name(&'static str),
}

#[derive(Deserialize)]
struct Incoming {
    event: String,
    #[serde(default, with = "serde_wasm_bindgen::preserve")]
    info: JsValue,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Delivery {
    current_time: Option<f64>,
    duration: Option<f64>,
    player_state: Option<i32>,
}

/// Something to say to the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Say {
    /// "Somebody is here who listens."
    Listening,
    /// "Tell me about errors."
    SubscribeToErrors,
    /// "Go to this second", even where that has to be loaded first.
    Seek(u32),
    /// `playVideo`
    Play,
    /// `pauseVideo`
    Pause,
    /// "Play so fast."
    Speed(Speed),
}

impl Say {
    /// What a command to the frame says; `None` for what is done with the frame itself.
    #[must_use]
    pub fn of(command: PlayerCommand) -> Option<Self> {
        match command {
            PlayerCommand::Seek(secs) => Some(Self::Seek(secs)),
            PlayerCommand::Play => Some(Self::Play),
            PlayerCommand::Pause => Some(Self::Pause),
            PlayerCommand::Speed(speed) => Some(Self::Speed(speed)),
            PlayerCommand::Load(_) | PlayerCommand::Cue(_) | PlayerCommand::Unload => None,
        }
    }

    /// The message's text.
    ///
    /// # Errors
    /// [`BrowserError`], which these types give no cause for.
    pub fn to_text(self) -> Result<String, BrowserError> {
        let (func, args) = match self {
            Self::Listening => (None, Vec::new()),
            Self::SubscribeToErrors => (Some("addEventListener"), vec![Argument::Name("onError")]),
            Self::Seek(secs) => {
                (Some("seekTo"), vec![Argument::Seconds(secs), Argument::Flag(true)])
            }
            Self::Play => (Some("playVideo"), Vec::new()),
            Self::Pause => (Some("pauseVideo"), Vec::new()),
            Self::Speed(speed) => (Some("setPlaybackRate"), vec![Argument::Factor(speed.factor())]),
        };
        let event = if func.is_some() { "command" } else { "listening" };
        let args = func.map(|_| args);
        let message = Outgoing { event, func, args, id: PLAYER_ID, channel: PLAYER_CHANNEL };
        let value = serde_wasm_bindgen::to_value(&message)?;
        Ok(JSON::stringify(&value)?.as_string().unwrap_or_default())
    }
}

/// Whether an event comes from a frame of ours that shows YouTube's player.
#[must_use]
pub fn is_from(event: &MessageEvent, frame: &HtmlIFrameElement) -> bool {
    // A frame that is not in the document has no window; an event may have no source. Two such
    // nothings are not the same.
    let (Some(window), Some(source)) = (frame.content_window(), event.source()) else {
        return false;
    };
    js_sys::Object::is(&source, &window) && event.origin() == PLAYER_ORIGIN
}

/// What the frame says; `None` for what the player has no use for, or is none of its messages.
#[must_use]
pub fn read(data: &JsValue) -> Option<Message> {
    let value = JSON::parse(&data.as_string()?).ok()?;
    let incoming: Incoming = serde_wasm_bindgen::from_value(value).ok()?;
    match incoming.event.as_str() {
        "onReady" => Some(Message::Ready),
        "initialDelivery" | "infoDelivery" => {
            let delivery: Delivery = match incoming.info.is_object() {
                true => serde_wasm_bindgen::from_value(incoming.info).ok()?,
                false => Delivery::default(),
            };
            Some(Message::Info(Info {
                time_secs: delivery.current_time,
                duration_secs: delivery.duration,
                activity: delivery.player_state.map(Activity::of),
            }))
        }
        "onError" => number(&incoming.info).map(Message::Error),
        _ => None,
    }
}

/// A small whole number, as a number or as text.
fn number(value: &JsValue) -> Option<u32> {
    if let Some(text) = value.as_string() {
        return text.parse().ok();
    }
    let number = value.as_f64()?;
    let fits = number.fract() == 0.0 && (0.0..=9999.0).contains(&number);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked above")]
    let whole = number as u32;
    fits.then_some(whole)
}
