//! The dialog in which notes are added.

pub mod add_dialog;
pub mod add_sheet;
pub mod chooser;
mod paste_field;
