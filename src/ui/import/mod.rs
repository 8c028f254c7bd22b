//! Notes that the reader adds: looked through, asked about, read, shown, kept, and undone.

pub mod add_dialog;
pub mod ask_dialog;
pub mod chooser;
pub mod drop_overlay;
pub mod flow;
pub mod intake;
pub mod keep;
pub mod panel;
pub mod standing_notice;
pub mod words;
