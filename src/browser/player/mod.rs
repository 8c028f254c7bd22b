//! The embedded player: the state machine of [`crate::video::player`] and a frame that obeys it.

mod frame;
pub mod messages;

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use web_sys::HtmlElement;

use crate::video::player::{Input, Moment, Player};

use frame::Frame;

/// Drives the one player of the page. Nothing is loaded, and nothing runs, before the first
/// [`Driver::ask`].
#[derive(Clone)]
pub struct Driver {
    inner: Rc<Inner>,
}

struct Inner {
    player: RefCell<Player>,
    frame: RefCell<Frame>,
    on_change: Box<dyn Fn(Player)>,
}

impl Driver {
    /// A player that tells how it stands whenever that changes.
    #[must_use]
    pub fn new(on_change: impl Fn(Player) + 'static) -> Self {
        let inner = Rc::new_cyclic(|inner: &Weak<Inner>| {
            let inner = inner.clone();
            let heard = move |input| {
                if let Some(inner) = inner.upgrade() {
                    inner.take(input);
                }
            };
            Inner {
                player: RefCell::default(),
                frame: RefCell::new(Frame::new(Rc::new(heard))),
                on_change: Box::new(on_change),
            }
        });
        Self { inner }
    }

    /// Names the element that frames are put into.
    pub fn place(&self, slot: HtmlElement) {
        self.inner.frame.borrow_mut().place(slot);
    }

    /// Plays a moment.
    pub fn ask(&self, moment: Moment) {
        self.inner.take(Input::Asked(moment));
    }

    /// Tells the player what happened.
    pub fn tell(&self, input: Input) {
        self.inner.take(input);
    }

    /// Stops and puts the player away until something is asked for.
    pub fn put_away(&self) {
        self.inner.take(Input::PutAway);
    }
}

impl Inner {
    fn take(&self, input: Input) {
        let (commands, player) = {
            let mut player = self.player.borrow_mut();
            (player.step(input), *player)
        };
        for command in commands {
            // A frame that cannot be told anything does not answer either, and then the player is
            // overdue, which is what the reader gets to know.
            let _ = self.frame.borrow_mut().obey(command);
        }
        (self.on_change)(player);
    }
}
