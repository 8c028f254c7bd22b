//! Notes that the reader adds: looked through, asked about, read, shown, kept, and undone.

pub mod add_dialog;
pub mod ask_dialog;
pub mod chooser;
pub mod drop_overlay;
pub mod flow;
pub mod import_messages;
pub mod import_panel;
pub mod keep;
mod launches;
pub mod note_import;
pub mod own_notes_notice;
pub mod paste_field;
mod pasted;
