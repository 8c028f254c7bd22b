//! The dialog that helps: the keys, and how notes are written.

pub mod help_dialog;
pub mod help_sheet;
mod writing_guide;
