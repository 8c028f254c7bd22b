//! The place where videos play: in YouTube's frame or, where the reader has chosen a file for a
//! video, in the browser's own player.

use std::collections::HashMap;

use web_sys::HtmlElement;

use crate::video::VideoId;
use crate::video::player::{Moment, PlayerCommand};

use super::super::BrowserError;
use super::frame::PlayerFrame;
use super::media::{Media, Own};
use super::on_input::OnInput;

/// The place, and what is up there.
pub(super) struct PlayerStage {
    on_input: OnInput,
    slot: Option<HtmlElement>,
    files: HashMap<VideoId, Own>,
    up: Option<Up>,
}

/// What is up. Dropping it takes it down.
enum Up {
    Frame(PlayerFrame),
    Media(Media),
}

impl PlayerStage {
    pub(super) fn new(on_input: OnInput) -> Self {
        Self { on_input, slot: None, files: HashMap::new(), up: None }
    }

    pub(super) fn stand_in(&mut self, slot: HtmlElement) {
        self.slot = Some(slot);
    }

    /// Plays a video from a file from now on, or with `None` from YouTube.
    pub(super) fn keep_file(&mut self, video: VideoId, file: Option<Own>) {
        match file {
            Some(file) => self.files.insert(video, file),
            None => self.files.remove(&video),
        };
    }

    pub(super) fn obey(&mut self, command: PlayerCommand) -> Result<(), BrowserError> {
        match (command, &self.up) {
            (PlayerCommand::Load(moment), _) => self.load(moment, true),
            (PlayerCommand::Cue(moment), _) => self.load(moment, false),
            (PlayerCommand::Unload, _) => {
                self.up = None;
                Ok(())
            }
            (_, Some(Up::Frame(frame))) => frame.obey(command),
            (_, Some(Up::Media(media))) => media.obey(command),
            (_, None) => Ok(()),
        }
    }

    fn load(&mut self, moment: Moment, plays: bool) -> Result<(), BrowserError> {
        let slot = self.slot.clone().ok_or(BrowserError::Missing("place for the player"))?;
        self.up = None;
        self.up = Some(match self.files.get(&moment.video) {
            Some(own) => Up::Media(Media::put_up(&slot, own, &self.on_input)?),
            None => Up::Frame(PlayerFrame::put_up(&slot, moment, plays, &self.on_input)?),
        });
        Ok(())
    }
}
