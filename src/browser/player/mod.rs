//! The embedded player: the state machine of [`crate::video::player`], and a frame or a file that
//! obeys it.

mod frame;
pub mod frame_messages;
mod media;
mod on_input;
mod stage;

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use web_sys::{File, HtmlElement};

use crate::video::VideoId;
use crate::video::player::{Input, Moment, Player};

use media::Own;
use stage::PlayerStage;
pub use stage::{has_player, have_player};

/// Drives the one player of the page. Nothing is loaded, and nothing runs, before the first
/// [`Driver::ask`].
#[derive(Clone)]
pub struct Driver {
    inner: Rc<Inner>,
}

struct Inner {
    player: RefCell<Player>,
    stage: PlayerStage,
    on_change: Box<dyn Fn(Player)>,
}

impl Driver {
    /// A player that tells how it stands whenever that changes.
    #[must_use]
    pub fn new(on_change: impl Fn(Player) + 'static) -> Self {
        let inner = Rc::new_cyclic(|inner: &Weak<Inner>| {
            let inner = inner.clone();
            let on_input = move |input| {
                if let Some(inner) = inner.upgrade() {
                    inner.heed(input);
                }
            };
            Inner {
                player: RefCell::default(),
                stage: PlayerStage::new(Rc::new(on_input)),
                on_change: Box::new(on_change),
            }
        });
        Self { inner }
    }

    /// Names the element that frames are put into.
    pub fn place(&self, slot: HtmlElement) {
        self.inner.stage.stand_in(slot);
    }

    /// Plays a video from a file from now on, or with `None` from YouTube. A file has subtitles (WebVTT) where
    /// there are any.
    pub fn set_file(&self, video: VideoId, file: Option<File>, subtitles: Option<String>) {
        let is_own = file.is_some();
        let own = file.map(|file| Own { file, subtitles });
        self.inner.stage.keep_file(video, own);
        self.inner.heed(Input::SourceChanged { video, is_own });
    }

    /// Plays a moment.
    pub fn ask(&self, moment: Moment) {
        self.inner.heed(Input::Asked(moment));
    }

    /// Tells the player what happened.
    pub fn tell(&self, input: Input) {
        self.inner.heed(input);
    }

    /// Does what was to be done before what shows videos was there.
    pub fn catch_up(&self) {
        // As with what is wanted at once.
        let _ = self.inner.stage.do_what_waits();
    }

    /// Stops and puts the player away until something is asked for.
    pub fn put_away(&self) {
        self.inner.heed(Input::PutAway);
    }
}

impl Inner {
    fn heed(&self, input: Input) {
        let (commands, player) = {
            let mut player = self.player.borrow_mut();
            (player.step(input), *player)
        };
        for command in commands {
            // A frame that cannot be told anything does not answer either, and then the player is
            // overdue, which is what the reader gets to know.
            let _ = self.stage.order(command);
        }
        (self.on_change)(player);
    }
}
