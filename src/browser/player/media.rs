//! A file of the reader's own in the browser's own player, which speaks like YouTube's frame
//! (<https://developer.mozilla.org/docs/Web/API/HTMLMediaElement>).

use gloo::events::EventListener;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, File, HtmlElement, HtmlMediaElement, HtmlTrackElement, TextTrackMode,
    Url,
};

use crate::video::player::{Activity, Info, Input, Message, PlayerCommand};

use super::super::BrowserError;
use super::super::error::document;
use super::on_input::OnInput;

/// A file of the reader's own.
pub(super) struct Own {
    pub(super) file: File,
    /// What is said in it, as WebVTT.
    pub(super) subtitles: Option<String>,
}

/// A file that is up. Dropping it takes the element away and ends all that belongs to it.
pub(super) struct Media {
    element: HtmlMediaElement,
    url: String,
    /// The address of its subtitles.
    subtitles: Option<String>,
    // Each ends when it is dropped.
    _listeners: Vec<EventListener>,
}

impl Media {
    /// Puts up a file. It is ready when its length is known.
    pub(super) fn put_up(
        slot: &HtmlElement,
        own: &Own,
        on_input: &OnInput,
    ) -> Result<Self, BrowserError> {
        let file = &own.file;
        // It plays sounds as well.
        let element: HtmlMediaElement =
            document()?.create_element("video")?.dyn_into().map_err(JsValue::from)?;
        element.set_controls(true);
        element.set_preload("metadata");
        element.set_attribute("playsinline", "")?;
        element.set_attribute("aria-label", &["Video player: ", &file.name()].concat())?;
        let url = Url::create_object_url_with_blob(file)?;
        let listeners = listeners(&element, on_input);
        element.set_src(&url);
        // Without them it plays all the same.
        let subtitles = own.subtitles.as_ref().and_then(|text| subtitles(&element, text).ok());
        slot.append_child(&element)?;
        Ok(Self { element, url, subtitles, _listeners: listeners })
    }

    /// Follows a command.
    pub(super) fn obey(&self, command: PlayerCommand) -> Result<(), BrowserError> {
        match command {
            PlayerCommand::Seek(secs) => self.element.set_current_time(f64::from(secs)),
            PlayerCommand::Play => {
                // Where the browser lets nothing play by itself, its own button does.
                let playing = JsFuture::from(self.element.play()?);
                spawn_local(async move {
                    let _ = playing.await;
                });
            }
            PlayerCommand::Pause => self.element.pause()?,
            PlayerCommand::Speed(speed) => self.element.set_playback_rate(speed.factor()),
            PlayerCommand::Load(_) | PlayerCommand::Cue(_) | PlayerCommand::Unload => {}
        }
        Ok(())
    }
}

impl Drop for Media {
    fn drop(&mut self) {
        // None of these can be told anything when it fails.
        let _ = self.element.pause();
        self.element.remove();
        let _ = Url::revoke_object_url(&self.url);
        if let Some(url) = &self.subtitles {
            let _ = Url::revoke_object_url(url);
        }
    }
}

/// Gives a file its subtitles, and returns their address.
fn subtitles(element: &HtmlMediaElement, text: &str) -> Result<String, BrowserError> {
    let options = BlobPropertyBag::new();
    options.set_type("text/vtt");
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let track = document()?.create_element("track")?;
    let url = Url::create_object_url_with_blob(&blob)?;
    for (name, value) in
        [("kind", "captions"), ("label", "Transcript"), ("default", ""), ("src", &url)]
    {
        track.set_attribute(name, value)?;
    }
    element.append_child(&track)?;
    // Safari hides what the reader's settings do not ask for, even where it is the default.
    if let Some(track) = track.unchecked_ref::<HtmlTrackElement>().track() {
        track.set_mode(TextTrackMode::Showing);
    }
    Ok(url)
}

fn listeners(element: &HtmlMediaElement, on_input: &OnInput) -> Vec<EventListener> {
    let listen = |name: &'static str, tell: fn(&HtmlMediaElement) -> Vec<Message>| {
        let (of, on_input) = (element.clone(), on_input.clone());
        EventListener::new(element, name, move |_| {
            tell(&of).into_iter().for_each(|message| on_input(Input::Heard(message)));
        })
    };
    vec![
        listen("loadedmetadata", |of| vec![info(of, None)]),
        listen("durationchange", |of| vec![info(of, None)]),
        listen("timeupdate", |of| vec![info(of, None)]),
        listen("playing", |of| vec![info(of, Some(Activity::Playing))]),
        listen("pause", |of| match of.ended() {
            true => Vec::new(),
            false => vec![info(of, Some(Activity::Paused))],
        }),
        // It is told late: the file may have been sent on by then.
        listen("ended", |of| match of.ended() {
            true => vec![info(of, Some(Activity::Ended))],
            false => Vec::new(),
        }),
        listen("error", |_| vec![Message::Unreadable]),
    ]
}

fn info(element: &HtmlMediaElement, activity: Option<Activity>) -> Message {
    // The length of a stream is infinite, and unknown until something was read.
    let duration_secs = Some(element.duration()).filter(|secs| secs.is_finite());
    Message::Info(Info { time_secs: Some(element.current_time()), duration_secs, activity })
}
