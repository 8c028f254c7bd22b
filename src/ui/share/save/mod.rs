//! Saving what is shown as one page.

pub mod save_sheet;
pub mod saving;
