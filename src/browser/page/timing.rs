//! Named moments on the page's own timeline, for measuring.

use crate::browser::error::window;

/// A moment worth measuring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// What was found out about the notes beforehand counts: they need not be read first.
    Prepared,
    /// The matrix is painted.
    Matrix,
    /// Search answers over all notes.
    Ready,
    /// What a reader is likely to ask for next is there.
    Whole,
}

/// Notes that a moment has come. A browser without a timeline measures nothing.
pub fn set(mark: Mark) {
    let name = match mark {
        Mark::Prepared => "skillreel:prepared",
        Mark::Matrix => "skillreel:matrix",
        Mark::Ready => "skillreel:ready",
        Mark::Whole => "skillreel:whole",
    };
    if let Some(performance) = window().ok().and_then(|window| window.performance()) {
        let _ = performance.mark(name);
    }
}
