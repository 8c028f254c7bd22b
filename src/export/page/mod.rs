//! The page as a file: what is put into it, and how it is told apart again.

pub mod beside;
pub mod fill;
pub mod gzip;
pub mod handed_out;
pub mod link_head;
pub mod look;
pub mod notes_block;
pub mod pack;
pub mod shell;
#[cfg(not(target_arch = "wasm32"))]
pub mod site;
pub mod snapshot;
