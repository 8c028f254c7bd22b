//! What reads notes and searches them: a crate of its own, for it is compiled to be fast where all else is
//! compiled to be small (the profile `release` in Cargo.toml).
//!
//! [`skillreel`](../skillreel/index.html) hands all of it on under the same names.

pub mod note;
pub mod search;
pub mod sorting;
pub mod text;
pub mod threads;
pub mod video;
pub mod yielding;
