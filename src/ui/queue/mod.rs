//! The reader's list, and its clips that play one after the other.

mod list_line;
mod list_ways;
pub mod play_these;
pub mod queue_panel;
pub mod queue_state;
