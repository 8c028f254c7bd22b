//! Skillreel reads Markdown notes of long videos and shows a skills matrix you can watch.
//!
//! Everything outside `browser`, `ui` and `cli` is pure: it knows no clock, no document and no
//! file system, and returns its value together with what was wrong in the input.

pub mod anchor;
#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod corpus;
pub mod embedding;
pub mod export;
pub mod matrix;
pub mod progress;
#[cfg(target_arch = "wasm32")]
pub mod ui;
pub mod vault;
pub mod view_state;

pub use skillreel_core::{note, search, text, video};
use skillreel_core::{sorting, threads, yielding};
