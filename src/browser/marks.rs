//! Named moments on the page's own timeline, for measuring.

use super::error::window;

/// A moment worth measuring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The matrix is painted.
    Matrix,
    /// Search answers over all notes.
    Ready,
}

/// Notes that a moment has come. A browser without a timeline measures nothing.
pub fn set(mark: Mark) {
    let name = match mark {
        Mark::Matrix => "skillreel:matrix",
        Mark::Ready => "skillreel:ready",
    };
    if let Some(performance) = window().ok().and_then(|window| window.performance()) {
        let _ = performance.mark(name);
    }
}
