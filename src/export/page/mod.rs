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
pub mod snapshot;
