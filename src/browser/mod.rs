//! The browser as adapters that can fail. Nothing in here knows what the page looks like.
//!
//! Whatever a browser may refuse (storage, history, frames, messages) comes back as a `Result`,
//! so that the page goes on without it.

pub mod address;
pub mod clipboard;
mod database;
pub mod download;
pub mod drag;
mod error;
pub mod focus;
pub mod frames;
pub mod kept;
pub mod listen;
pub mod marks;
pub mod media_file;
pub mod notes_block;
pub mod panic;
pub mod parent;
pub mod pick;
pub mod picture;
pub mod player;
mod promise;
pub mod settings;
pub mod share;
pub mod sight;
pub mod storage;
pub mod surroundings;
pub mod template;
pub mod turn;
mod unicode;
pub mod unpack;

pub use error::BrowserError;
