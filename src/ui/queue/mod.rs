//! The queue of clips, and the buttons that fill it.

pub mod play_these;
pub mod queue_item;
pub mod queue_panel;
pub mod state;
