//! The browser as adapters that can fail. Nothing in here knows what the page looks like.
//!
//! Whatever a browser may refuse (storage, history, frames, messages) comes back as a `Result`,
//! so that the page goes on without it.

pub mod embed;
mod error;
pub mod files;
pub mod page;
pub mod player;
mod promise;
pub mod storage;
mod unicode;

pub use error::BrowserError;
