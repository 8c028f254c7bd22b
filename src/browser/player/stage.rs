//! The place where videos play: in YouTube's frame or, where the reader has chosen a file for a
//! video, in the browser's own player.

use std::cell::RefCell;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use web_sys::HtmlElement;

use crate::video::VideoId;
use crate::video::player::{Moment, PlayerCommand};

use super::super::BrowserError;
use super::frame::PlayerFrame;
use super::media::{Media, Own};
use super::on_input::OnInput;

/// What a stage does with a command.
type Obey = fn(&PlayerStage, PlayerCommand) -> Result<(), BrowserError>;

/// That, once it is there: where the program comes in chunks, nobody needs it before the first moment is asked for.
static OBEY: OnceLock<Obey> = OnceLock::new();

/// Says that what shows videos is there ([`super::Driver::catch_up`]).
pub fn have_player() {
    // It is always the same.
    let _ = OBEY.set(PlayerStage::do_at_once);
}

/// Whether what shows videos is there. As long as it is not, a player waits with what it was told.
#[must_use]
pub fn has_player() -> bool {
    #[cfg(not(feature = "chunks"))]
    have_player();
    OBEY.get().is_some()
}

/// The place, and what is up there.
pub(super) struct PlayerStage {
    on_input: OnInput,
    slot: RefCell<Option<HtmlElement>>,
    files: RefCell<FxHashMap<VideoId, Own>>,
    up: RefCell<Option<Up>>,
    waiting: RefCell<Vec<PlayerCommand>>,
}

/// What is up. Dropping it takes it down.
enum Up {
    Frame(PlayerFrame),
    Media(Media),
}

impl PlayerStage {
    pub(super) fn new(on_input: OnInput) -> Self {
        Self {
            on_input,
            slot: RefCell::default(),
            files: RefCell::default(),
            up: RefCell::default(),
            waiting: RefCell::default(),
        }
    }

    pub(super) fn stand_in(&self, slot: HtmlElement) {
        self.slot.replace(Some(slot));
    }

    /// Plays a video from a file from now on, or with `None` from YouTube.
    pub(super) fn keep_file(&self, video: VideoId, file: Option<Own>) {
        let mut files = self.files.borrow_mut();
        match file {
            Some(file) => files.insert(video, file),
            None => files.remove(&video),
        };
    }

    /// Does what is wanted, or keeps it until what does it is there.
    pub(super) fn order(&self, command: PlayerCommand) -> Result<(), BrowserError> {
        let is_anew = matches!(
            command,
            PlayerCommand::Load(_) | PlayerCommand::Cue(_) | PlayerCommand::Unload
        );
        if is_anew {
            // Whatever was to be done before would be undone by it.
            self.waiting.take();
        }
        self.waiting.borrow_mut().push(command);
        if has_player() { self.do_what_waits() } else { Ok(()) }
    }

    /// Does what was kept.
    pub(super) fn do_what_waits(&self) -> Result<(), BrowserError> {
        let Some(obey) = OBEY.get() else { return Ok(()) };
        let mut done = Ok(());
        for command in self.waiting.take() {
            done = obey(self, command);
        }
        done
    }

    fn do_at_once(&self, command: PlayerCommand) -> Result<(), BrowserError> {
        let next = match command {
            PlayerCommand::Load(moment) => Some((moment, true)),
            PlayerCommand::Cue(moment) => Some((moment, false)),
            PlayerCommand::Unload => None,
            _ => {
                return match &*self.up.borrow() {
                    Some(Up::Frame(frame)) => frame.obey(command),
                    Some(Up::Media(media)) => media.obey(command),
                    None => Ok(()),
                };
            }
        };
        self.up.take();
        next.map_or(Ok(()), |(moment, plays)| self.load(moment, plays))
    }

    fn load(&self, moment: Moment, plays: bool) -> Result<(), BrowserError> {
        let slot = self.slot.borrow().clone();
        let slot = slot.ok_or(BrowserError::Missing("place for the player"))?;
        let up = match self.files.borrow().get(&moment.video) {
            Some(own) => Up::Media(Media::put_up(&slot, own, &self.on_input)?),
            None => Up::Frame(PlayerFrame::put_up(&slot, moment, plays, &self.on_input)?),
        };
        self.up.replace(Some(up));
        Ok(())
    }
}
