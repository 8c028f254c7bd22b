//! What the reading of notes is held to, in one place for the tests, the fuzzers and `cargo xtask`.
//!
//! Nothing here is part of the page or of the command line. It looks at the library from outside,
//! and where it has to say what a note holds it finds that out another way than the library does.

pub mod dialect_stats;
pub mod folder;
pub mod gold;
pub mod hostile;
mod inlines;
pub mod markup;
pub mod shown;
pub mod silent;
pub mod tokens;
mod unclaimed;
