//! Notes that the reader adds: looked through, asked about, read, shown, kept, and undone.

pub mod add;
mod add_chunk;
pub mod asking;
pub mod drop_overlay;
mod entry;
mod flow;
pub mod import_messages;
pub mod import_panel;
pub mod import_told;
pub mod keep;
mod launches;
mod marked;
pub mod note_import;
pub mod own_notes_notice;
pub mod proofs;
