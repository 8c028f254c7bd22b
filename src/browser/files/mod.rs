//! Files: chosen, dropped, unpacked, handed out, and those inside the page.

pub mod beside;
pub mod download;
pub mod drag;
pub mod launched;
pub mod media_file;
pub mod notes_block;
pub mod pick;
pub mod template;
pub mod unpack;
