//! Long work in pieces, so that whoever asked for it can do something else in between.
//!
//! Such work is an `async` function that awaits its caller's `pause` after each piece. In the page
//! a pause lets the browser have its turn; elsewhere there is nothing to wait for.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// Counts what is done, and pauses after so much of it.
pub struct Pieces<'p> {
    pause: &'p mut dyn Pause,
    size: usize,
    done: usize,
}

/// A pause of any kind. Were the work itself made for each kind, the program would hold it several times.
pub trait Pause {
    /// Makes one.
    fn make(&mut self) -> Pin<Box<dyn Future<Output = ()> + '_>>;
}

impl<P: AsyncFnMut()> Pause for P {
    fn make(&mut self) -> Pin<Box<dyn Future<Output = ()> + '_>> {
        Box::pin(self())
    }
}

impl<'p> Pieces<'p> {
    /// Pauses after each `size` steps.
    pub fn of(size: usize, pause: &'p mut dyn Pause) -> Self {
        Self { pause, size, done: 0 }
    }

    /// A step is done.
    pub async fn step(&mut self) {
        self.done += 1;
        if self.done >= self.size {
            self.pause().await;
        }
    }

    /// Ends a piece.
    pub async fn pause(&mut self) {
        self.done = 0;
        self.pause.make().await;
    }
}

/// Does work whose pauses are none.
pub fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut context) {
            return done;
        }
    }
}

/// Does two works at a time: while one waits, the other goes on. In the page alone something waits.
pub async fn both(first: impl Future<Output = ()>, second: impl Future<Output = ()>) {
    let (mut first, mut second) = (pin!(first), pin!(second));
    let mut are_done = (false, false);
    poll_fn(|context| {
        are_done.0 = are_done.0 || first.as_mut().poll(context).is_ready();
        are_done.1 = are_done.1 || second.as_mut().poll(context).is_ready();
        if are_done == (true, true) { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    #[test]
    fn pauses_after_each_piece() {
        let mut pauses = 0;
        let mut pause = async || pauses += 1;
        let mut pieces = Pieces::of(3, &mut pause);
        at_once(async {
            for _ in 0..7 {
                pieces.step().await;
            }
        });
        assert_eq!(pauses, 2);
    }

    #[test]
    fn while_one_waits_the_other_goes_on() {
        let told = RefCell::new(String::new());
        let work = async |name: char, waits: usize| {
            for _ in 0..waits {
                told.borrow_mut().push(name);
                let mut is_first = true;
                poll_fn(|_| match std::mem::take(&mut is_first) {
                    true => Poll::Pending,
                    false => Poll::Ready(()),
                })
                .await;
            }
        };
        at_once(both(work('a', 2), work('b', 4)));
        assert_eq!(told.into_inner(), "ababbb");
    }

    #[test]
    fn reading_a_note_at_once_or_in_pieces_is_the_same() {
        use crate::note::Note;

        let body: String = (0..400)
            .map(|n| format!("## Part {n}\n\nOne [0:0{}]. Two.\n\n- a\n  - b\n\n", n % 10))
            .collect();
        let text = ["---\ntitle: A\n---\n", &body].concat();
        let mut pauses = 0;
        let paced = at_once(Note::read_in_pieces("a.md", &text, None, async || pauses += 1));
        assert_eq!(paced, Note::read("a.md", &text));
        assert!(pauses > 20, "only {pauses} pauses");
    }
}
